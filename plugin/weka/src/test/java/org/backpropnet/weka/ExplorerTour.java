package org.backpropnet.weka;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import weka.classifiers.AbstractClassifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.GenericObjectEditor;
import weka.gui.LookAndFeel;
import weka.gui.PropertyPanel;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/**
 * A walk through the Explorer with mouse and screen, which leaves pictures. A program of its own,
 * because the tests' Java machine has no screen; it knows our classes only by the package that is
 * installed.
 */
public final class ExplorerTour {
  private static final String OURS = "weka.classifiers.functions.BackpropNet";
  private static final int PATIENCE_MILLIS = 40_000;

  private final Path pictures;
  private final Robot robot;
  private final Explorer explorer;
  private final JFrame frame;
  private final ClassifierPanel panel;

  private ExplorerTour(Path pictures, Path table) throws Exception {
    this.pictures = Files.createDirectories(pictures);
    robot = new Robot();
    robot.setAutoDelay(60);
    LookAndFeel.setLookAndFeel();
    GenericObjectEditor.determineClasses();
    Instances data;
    try (Reader reader = Files.newBufferedReader(table)) {
      data = new Instances(reader);
    }
    explorer = new Explorer();
    frame = new JFrame("Weka Explorer");
    panel = find(explorer, ClassifierPanel.class, p -> true);
    onScreen(
        () -> {
          frame.getContentPane().add(explorer, BorderLayout.CENTER);
          frame.setBounds(0, 0, 900, 640);
          frame.setVisible(true);
          explorer.getPreprocessPanel().setInstances(data);
          explorer.getTabbedPane().setSelectedIndex(1);
        });
  }

  /**
   * Walks.
   *
   * @param args the folder for the pictures; a table
   */
  public static void main(String[] args) {
    try {
      new ExplorerTour(Path.of(args[0]), Path.of(args[1])).walk();
      System.exit(0);
    } catch (Exception | Error e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void walk() throws Exception {
    choose();
    settings();
    train();
    results();
  }

  /**
   * Takes our classifier in place of another; then the tree is opened once more for the picture.
   */
  private void choose() throws Exception {
    GenericObjectEditor editor = (GenericObjectEditor) field("m_ClassifierEditor");
    Object other = AbstractClassifier.forName("weka.classifiers.functions.Logistic", null);
    onScreen(() -> editor.setValue(other));
    JTree tree = tree();
    Rectangle place = tree.getRowBounds(rowOf(tree, "BackpropNet"));
    clickAt(tree, place.x + place.width / 2, place.y + place.height / 2);
    await(() -> tree.isShowing() ? null : this);
    if (!editor.getValue().getClass().getName().equals(OURS)) {
      throw new AssertionError("chosen was " + editor.getValue().getClass());
    }
    JTree again = tree();
    picture("choose", frame.getBounds());
    click(shown(JButton.class, b -> is(b, "Close")));
    await(() -> again.isShowing() ? null : this);
  }

  private JTree tree() throws Exception {
    click(button(panel, "Choose"));
    return await(() -> shown(JTree.class, t -> true));
  }

  private static int rowOf(JTree tree, String name) {
    for (int r = 0; r < tree.getRowCount(); r++) {
      if (tree.getPathForRow(r).getLastPathComponent().toString().contains(name)) {
        return r;
      }
    }
    throw new AssertionError(name + " is not in the tree that Choose opens.");
  }

  private void settings() throws Exception {
    configure("-H \"16 relu, 8\"");
    // The row holds the button Choose and, as the innermost panel, the text that opens the sheet.
    click(
        all((Container) field("m_CEPanel"), PropertyPanel.class).reduce((a, b) -> b).orElseThrow());
    Window sheet = await(() -> shownWindow(w -> has(w, "Preset")));
    complete(sheet);
    picture("sheet", sheet.getBounds());
    click(buttonOf(sheet, "Hidden layers"));
    Window layers = await(() -> shownWindow(w -> has(w, "Move up")));
    complete(layers);
    picture("hidden-layers", layers.getBounds());
    click(button(layers, "Cancel"));
    for (String more : List.of("Advanced", "Files and output")) {
      click(buttonOf(sheet, more));
      String row = more.equals("Advanced") ? "Optimizer" : "Decimal places";
      Window rest = await(() -> shownWindow(w -> has(w, row)));
      complete(rest);
      picture(more.toLowerCase(Locale.ROOT).replace(' ', '-'), rest.getBounds());
      click(button(rest, "OK"));
      await(() -> rest.isShowing() ? null : this);
    }
    click(button(sheet, "OK"));
    await(() -> sheet.isShowing() ? null : this);
  }

  private void train() throws Exception {
    configure("-H \"10, 6\" -optimizer adam -V 0.2 -N 100000 -live-window");
    JRadioButton folds = (JRadioButton) field("m_CVBut");
    onScreen(folds::doClick);
    click((JComponent) field("m_StartBut"));
    Window live = await(() -> shownWindow(w -> has(w, "Stop and keep")));
    onScreen(() -> live.setLocation(380, 380));
    await(() -> has(live, ": epoch") ? this : null);
    robot.delay(1_500);
    complete(live);
    picture("live-window", live.getBounds());
    JButton stop = button(live, "Stop and keep");
    click(stop);
    for (int fold = 2; fold <= 11; fold++) {
      String name = "Training " + fold + ": epoch";
      await(() -> has(live, name) ? this : null);
      if (fold == 4) {
        picture("live-window-folds", live.getBounds());
      }
      onScreen(stop::doClick);
    }
    await(() -> text().contains("Confusion Matrix") ? this : null);
    onScreen(live::dispose);
  }

  private void results() throws Exception {
    JTextArea output = (JTextArea) field("m_OutText");
    onScreen(() -> output.setCaretPosition(output.getText().indexOf("=== Classifier model")));
    onScreen(
        () -> {
          Rectangle line = new Rectangle(0, caretY(output), 1, output.getVisibleRect().height);
          output.scrollRectToVisible(line);
        });
    picture("result", frame.getBounds());
    JList<?> list = find((Container) field("m_History"), JList.class, l -> true);
    Rectangle first = list.getCellBounds(0, 0);
    press(list, first.x + 20, first.y + first.height / 2, InputEvent.BUTTON3_DOWN_MASK);
    AbstractButton graph = await(() -> shown(AbstractButton.class, b -> is(b, "Visualize graph")));
    picture("result-menu", new Rectangle(0, 0, 900, 800));
    click(graph);
    Window drawing =
        await(() -> shownWindow(w -> w instanceof JFrame f && f.getTitle().contains("Graph Vis")));
    onScreen(() -> drawing.setBounds(0, 0, 900, 560));
    robot.delay(1_500);
    picture("graph", drawing.getBounds());
  }

  private static int caretY(JTextArea output) {
    try {
      return (int) output.modelToView2D(output.getCaretPosition()).getY();
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() {
    try {
      return ((JTextArea) field("m_OutText")).getText();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void configure(String options) throws Exception {
    Object net = AbstractClassifier.forName(OURS, Utils.splitOptions(options));
    GenericObjectEditor editor = (GenericObjectEditor) field("m_ClassifierEditor");
    onScreen(() -> editor.setValue(net));
  }

  private Object field(String name) throws ReflectiveOperationException {
    Field field = ClassifierPanel.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(panel);
  }

  private static void onScreen(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
  }

  private <T> T await(Supplier<T> found) {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < until) {
      T thing = found.get();
      if (thing != null) {
        robot.waitForIdle();
        robot.delay(400);
        return thing;
      }
      robot.delay(30);
    }
    picture("lost", new Rectangle(0, 0, 1400, 1000));
    throw new AssertionError("Waited in vain; the picture \"lost\" shows where.");
  }

  private static boolean is(AbstractButton button, String text) {
    return text.equals(button.getText());
  }

  private static JButton button(Container part, String text) {
    return find(part, JButton.class, b -> is(b, text));
  }

  /** The button in the row of a name: the sheet puts its rows' names and values one by one. */
  private static JButton buttonOf(Container sheet, String row) {
    JLabel label = find(sheet, JLabel.class, l -> row.equals(l.getText()));
    List<Component> rows = List.of(label.getParent().getComponents());
    return find((Container) rows.get(rows.indexOf(label) + 1), JButton.class, b -> true);
  }

  private static boolean has(Window window, String text) {
    return all(window, JComponent.class).anyMatch(part -> words(part).contains(text));
  }

  /** What a label or a button says. */
  private static String words(JComponent part) {
    String text =
        part instanceof JLabel label
            ? label.getText()
            : part instanceof AbstractButton button ? button.getText() : null;
    return text == null ? "" : text;
  }

  private static Window shownWindow(Predicate<Window> right) {
    return Stream.of(Window.getWindows())
        .filter(Window::isShowing)
        .filter(right)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private static <T extends Component> T shown(Class<T> type, Predicate<T> right) {
    return Stream.of(Window.getWindows())
        .filter(Window::isShowing)
        .flatMap(window -> all(window, type))
        .filter(Component::isShowing)
        .filter(right)
        .findFirst()
        .orElse(null);
  }

  private static <T extends Component> T find(Container part, Class<T> type, Predicate<T> right) {
    return all(part, type).filter(right).findFirst().orElseThrow();
  }

  private static <T extends Component> Stream<T> all(Container part, Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(part, type, found);
    return found.stream();
  }

  private static <T extends Component> void collect(Component part, Class<T> type, List<T> found) {
    if (type.isInstance(part)) {
      found.add(type.cast(part));
    }
    if (part instanceof Container container) {
      for (Component inside : container.getComponents()) {
        collect(inside, type, found);
      }
    }
  }

  private void click(JComponent part) {
    clickAt(part, part.getWidth() / 2, part.getHeight() / 2);
  }

  private void clickAt(JComponent part, int x, int y) {
    press(part, x, y, InputEvent.BUTTON1_DOWN_MASK);
  }

  private void press(JComponent part, int x, int y, int mask) {
    Point corner = part.getLocationOnScreen();
    robot.mouseMove(corner.x + x, corner.y + y);
    robot.mousePress(mask);
    robot.mouseRelease(mask);
    robot.waitForIdle();
  }

  /** Every word of a window can be read to its end, and nothing must be scrolled. */
  private static void complete(Window window) {
    for (JComponent part : all(window, JComponent.class).filter(Component::isShowing).toList()) {
      if (!words(part).isBlank() && part.getWidth() < part.getPreferredSize().width) {
        throw new AssertionError("cut off: " + words(part));
      }
    }
  }

  private void picture(String name, Rectangle place) {
    robot.waitForIdle();
    robot.delay(500);
    try {
      ImageIO.write(
          robot.createScreenCapture(place),
          "png",
          pictures.resolve("weka-" + name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
