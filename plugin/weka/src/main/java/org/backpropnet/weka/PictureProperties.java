package org.backpropnet.weka;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.swing.JFileChooser;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Question;
import org.backpropnet.model.Model;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.gui.FilePropertyMetadata;

/** The Complete Picture of a model: the page and its words, once a training has ended. */
public abstract class PictureProperties extends ModelProperties {
  private static final long serialVersionUID = 1;

  private static final String PAGE = "Complete picture";
  private static final String PAGE_FLAG = "complete-picture";
  private static final String PAGE_HELP =
      "File to which a page is written that explains the trained model on the rows it learned from,"
          + " in words and pictures. An HTML file that needs no other; the result list's menu opens"
          + " it. It is about the model of all rows: copies that Weka makes of the classifier, such"
          + " as one for each fold of a cross-validation, do not write. Empty writes nothing.";
  private static final String ROW = "Picture row";
  private static final String ROW_FLAG = "picture-row";
  private static final String ROW_HELP =
      "The row that the page and the explanation follow, counted from 1.";
  private static final String WORDS = "Show explanation";
  private static final String WORDS_FLAG = "show-explanation";
  private static final String WORDS_HELP =
      "Whether the printed model is followed by the words of the complete picture.";
  private static final File NONE = new File("");

  private File completePicture = NONE;
  private int pictureRow = 1;
  private boolean showExplanation;
  private String explanation = "";
  private URI page;
  private transient Instances learned;
  private transient boolean copied;

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> options = Collections.list(super.listOptions());
    options.add(0, flag(WORDS, WORDS_HELP, WORDS_FLAG));
    String row = KnobFlags.wrapped(ROW + ": " + ROW_HELP + " (default 1)");
    options.add(0, new Option(row, ROW_FLAG, 1, "-" + ROW_FLAG + " <number>"));
    options.add(0, file(PAGE, PAGE_HELP, PAGE_FLAG));
    return Collections.enumeration(options);
  }

  @Override
  public String[] getOptions() {
    List<String> options = new ArrayList<>();
    add(options, PAGE_FLAG, completePicture);
    if (pictureRow != 1) {
      Collections.addAll(options, "-" + ROW_FLAG, String.valueOf(pictureRow));
    }
    if (showExplanation) {
      options.add("-" + WORDS_FLAG);
    }
    Collections.addAll(options, super.getOptions());
    return options.toArray(new String[0]);
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    File file = new File(Utils.getOption(PAGE_FLAG, options));
    int row = row(Utils.getOption(ROW_FLAG, options));
    boolean words = Utils.getFlag(WORDS_FLAG, options);
    super.setOptions(options);
    setCompletePicture(file);
    setPictureRow(row);
    setShowExplanation(words);
  }

  private static int row(String text) {
    if (text.isEmpty()) {
      return 1;
    }
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw badRow(text);
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException badRow(String row) {
    return new IllegalArgumentException(
        "Option -" + ROW_FLAG + " is \"" + row + "\", but it must be a whole number, at least 1.");
  }

  /**
   * Where the page is written.
   *
   * @return an empty path for nowhere
   */
  @OptionMetadata(displayName = PAGE, description = PAGE_HELP, category = OUTPUT, displayOrder = 36)
  @FilePropertyMetadata(fileChooserDialogType = JFileChooser.SAVE_DIALOG, directoriesOnly = false)
  public File getCompletePicture() {
    return completePicture;
  }

  /**
   * Sets where the page is written.
   *
   * @param file an empty path for nowhere
   */
  public void setCompletePicture(File file) {
    completePicture = file == null ? NONE : file;
    copied = false;
  }

  /**
   * The row that the page follows.
   *
   * @return counted from 1
   */
  @OptionMetadata(displayName = ROW, description = ROW_HELP, category = OUTPUT, displayOrder = 37)
  public int getPictureRow() {
    return pictureRow;
  }

  /**
   * Sets the row that the page follows.
   *
   * @param value counted from 1
   */
  public void setPictureRow(int value) {
    if (value < 1) {
      throw badRow(String.valueOf(value));
    }
    pictureRow = value;
  }

  /**
   * Whether the words of the page follow the printed model.
   *
   * @return false if they do not
   */
  @OptionMetadata(
      displayName = WORDS,
      description = WORDS_HELP,
      category = OUTPUT,
      displayOrder = 38)
  public boolean getShowExplanation() {
    return showExplanation;
  }

  /**
   * Sets whether the words of the page follow the printed model.
   *
   * @param value false if they do not
   */
  public void setShowExplanation(boolean value) {
    showExplanation = value;
    copied = false;
  }

  private boolean wanted() {
    return !copied && (showExplanation || !completePicture.getPath().isEmpty());
  }

  @Override
  protected void check(Instances data) throws Exception {
    super.check(data);
    if (!wanted()) {
      return;
    }
    requirePlace(PAGE_FLAG, completePicture);
    if (!completePicture.getPath().isEmpty() && completePicture.equals(getSaveModelFile())) {
      throw new IllegalArgumentException(
          ("Option -" + PAGE_FLAG + " is \"" + completePicture + "\", but the model itself is")
              + " written to this file. Name another one.");
    }
    if (pictureRow > data.numInstances()) {
      throw new IllegalArgumentException(
          ("Option -" + ROW_FLAG + " is " + pictureRow + ", but it must be from 1 to ")
              + (data.numInstances() + ", the number of rows."));
    }
  }

  /**
   * Keeps the rows until the training has ended, if they are to be explained. Drops what was said
   * of the model before.
   *
   * @param data all rows, so that their numbers are those that the user sees; null drops them
   */
  protected void explainLater(Instances data) {
    learned = data != null && wanted() ? new Instances(data) : null;
    if (data != null) {
      explanation = "";
      page = null;
    }
  }

  /**
   * Writes the page and keeps its words, if they are wanted. What goes wrong here is told and costs
   * no model: the training is over.
   *
   * @param model what was learned
   * @return what went wrong; empty if nothing did
   */
  protected String explain(Model model) {
    if (learned == null) {
      return "";
    }
    try {
      Question question = new Question(model, new InstancesTable(learned), pictureRow - 1, "");
      CompletePicture picture = CompletePicture.of(question);
      if (showExplanation) {
        explanation = picture.text();
      }
      if (!completePicture.getPath().isEmpty()) {
        Files.writeString(completePicture.toPath(), picture.html(), StandardCharsets.UTF_8);
        page = completePicture.getAbsoluteFile().toURI();
      }
      return "";
    } catch (CancellationException e) {
      // Whoever stops now has a model already; the flag that says so stays up for the caller.
      return "The complete picture was not finished: stopped.";
    } catch (IOException | RuntimeException e) {
      return "The complete picture could not be made: " + e;
    } finally {
      learned = null;
    }
  }

  /**
   * The words of the page.
   *
   * @return empty if they are not wanted
   */
  protected String explanation() {
    return showExplanation ? explanation : "";
  }

  /**
   * The page of this model.
   *
   * @return null if none was written
   */
  protected URI page() {
    return page;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    copied = true;
  }
}
