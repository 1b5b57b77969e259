package org.backpropnet.weka;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/**
 * The entry "Open the complete picture" of the Explorer's result list. Weka hands such an entry the
 * drawing of the model's network and nothing else, so the drawing names the page.
 */
public final class PictureMenu implements GraphVisualizePlugin {
  private static final String OURS = "<NAME>Backprop Net</NAME>";
  private static final Pattern PAGE = Pattern.compile("<PROPERTY>page = ([^<]*)</PROPERTY>");

  /** Weka makes one by the class's name. */
  public PictureMenu() {}

  /** The line of a drawing that names the page; empty if there is no page. */
  static String line(URI page) {
    return page == null
        ? ""
        : "<PROPERTY>page = " + page.toASCIIString().replace("&", "&amp;") + "</PROPERTY>\n";
  }

  /** The page that a drawing names. */
  static Optional<Path> page(String drawing) {
    Matcher found = PAGE.matcher(drawing);
    return found.find()
        ? Optional.of(Path.of(URI.create(found.group(1).replace("&amp;", "&"))))
        : Optional.empty();
  }

  /**
   * The entry for a model of ours.
   *
   * @param drawing the model's network as XMLBIF
   * @param name the result's name
   * @return null for other classifiers; an entry that only says how, if no page was written
   */
  @Override
  public JMenuItem getVisualizeMenuItem(String drawing, String name) {
    if (!drawing.contains(OURS)) {
      return null;
    }
    Optional<Path> page = page(drawing);
    JMenuItem item = new JMenuItem("Open the complete picture");
    item.setEnabled(page.isPresent());
    if (page.isPresent()) {
      item.addActionListener(e -> tell(open(page.get())));
    } else {
      item.setText("Complete picture: name its file under \"Files and output\" before Start");
    }
    return item;
  }

  private static void tell(String words) {
    if (words.isEmpty()) {
      return;
    }
    if (GraphicsEnvironment.isHeadless()) {
      System.out.println(words);
    } else {
      JOptionPane.showMessageDialog(null, words);
    }
  }

  /** Opens a page in the browser; if that cannot be, says where the page is. */
  static String open(Path page) {
    if (!Files.exists(page)) {
      return "The complete picture is no longer there: " + page;
    }
    String words = "Open this file in a browser: " + page;
    if (GraphicsEnvironment.isHeadless()
        || !Desktop.isDesktopSupported()
        || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      return words;
    }
    try {
      Desktop.getDesktop().browse(page.toUri());
      return "";
    } catch (IOException | UnsupportedOperationException e) {
      return words;
    }
  }

  @Override
  public String getMinVersion() {
    return "3.8.7";
  }

  @Override
  public String getMaxVersion() {
    return "4.0.0";
  }

  @Override
  public String getDesignVersion() {
    return "3.8.7";
  }
}
