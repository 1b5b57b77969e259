package org.backpropnet.weka;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.swing.JFileChooser;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.Trained;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.gui.FilePropertyMetadata;

/** What becomes of a model: a file to write, a file to start from, how much of it is printed. */
public abstract class ModelProperties extends KnobProperties {
  private static final long serialVersionUID = 1;

  private static final String SAVE = "Save model file";
  private static final String SAVE_FLAG = "save-model-file";
  private static final String SAVE_HELP =
      "File to which the trained model is written, in a format that needs no Weka to be read."
          + " Copies that Weka makes of the classifier, such as one for each fold of a"
          + " cross-validation, do not write. Empty writes nothing.";
  private static final String START = "Start from file";
  private static final String START_FLAG = "start-from";
  private static final String START_HELP =
      "Model file whose training goes on, with the settings and on the rows that it was trained"
          + " with. It must have been trained with resume; switch cross-validation off, because its"
          + " folds have other rows. Empty starts anew.";
  private static final String SHOW = "Show weights";
  private static final String SHOW_FLAG = "show-weights";
  private static final String SHOW_HELP =
      "Whether the printed model holds every weight and the rules to work out an answer by hand.";
  private static final String LIVE = "Live window";
  private static final String LIVE_FLAG = "live-window";
  private static final String LIVE_HELP =
      "Whether a window shows each training while it runs. It draws the learning curves, one for"
          + " each fold of a cross-validation, and the network, and can pause a training or end it"
          + " and keep what it has learned. Without a screen nothing is shown.";
  private static final File NONE = new File("");

  private File saveModelFile = NONE;
  private File startFrom = NONE;
  private boolean showWeights;
  private boolean liveWindow;
  private transient boolean copied;

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> options = Collections.list(super.listOptions());
    options.add(0, flag(SHOW, SHOW_HELP, SHOW_FLAG));
    options.add(0, flag(LIVE, LIVE_HELP, LIVE_FLAG));
    options.add(0, file(START, START_HELP, START_FLAG));
    options.add(0, file(SAVE, SAVE_HELP, SAVE_FLAG));
    return Collections.enumeration(options);
  }

  static Option flag(String title, String help, String flag) {
    String words = title + ": " + help + " (default: it does not)";
    return new Option(KnobFlags.wrapped(words), flag, 0, "-" + flag);
  }

  static Option file(String title, String help, String flag) {
    String words = title + ": " + help + " (default empty)";
    return new Option(KnobFlags.wrapped(words), flag, 1, "-" + flag + " <file>");
  }

  @Override
  public String[] getOptions() {
    List<String> options = new ArrayList<>();
    add(options, SAVE_FLAG, saveModelFile);
    add(options, START_FLAG, startFrom);
    if (showWeights) {
      options.add("-" + SHOW_FLAG);
    }
    if (liveWindow) {
      options.add("-" + LIVE_FLAG);
    }
    Collections.addAll(options, super.getOptions());
    return options.toArray(new String[0]);
  }

  static void add(List<String> options, String flag, File file) {
    if (!file.getPath().isEmpty()) {
      options.add("-" + flag);
      options.add(file.getPath());
    }
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    File save = new File(Utils.getOption(SAVE_FLAG, options));
    File start = new File(Utils.getOption(START_FLAG, options));
    boolean show = Utils.getFlag(SHOW_FLAG, options);
    boolean live = Utils.getFlag(LIVE_FLAG, options);
    super.setOptions(options);
    setShowWeights(show);
    setLiveWindow(live);
    setSaveModelFile(save);
    setStartFrom(start);
  }

  /**
   * Where the trained model is written.
   *
   * @return an empty path for nowhere
   */
  @OptionMetadata(displayName = SAVE, description = SAVE_HELP, category = OUTPUT, displayOrder = 40)
  @FilePropertyMetadata(fileChooserDialogType = JFileChooser.SAVE_DIALOG, directoriesOnly = false)
  public File getSaveModelFile() {
    return saveModelFile;
  }

  /**
   * Sets where the trained model is written.
   *
   * @param file an empty path for nowhere
   */
  public void setSaveModelFile(File file) {
    saveModelFile = file == null ? NONE : file;
    copied = false;
  }

  /**
   * The model whose training goes on.
   *
   * @return an empty path for none
   */
  @OptionMetadata(
      displayName = START,
      description = START_HELP,
      category = OUTPUT,
      displayOrder = 41)
  @FilePropertyMetadata(fileChooserDialogType = JFileChooser.OPEN_DIALOG, directoriesOnly = false)
  public File getStartFrom() {
    return startFrom;
  }

  /**
   * Sets the model whose training goes on.
   *
   * @param file an empty path for none
   */
  public void setStartFrom(File file) {
    startFrom = file == null ? NONE : file;
  }

  /**
   * Whether the printed model holds its weights.
   *
   * @return false if it is the short one
   */
  @OptionMetadata(displayName = SHOW, description = SHOW_HELP, category = OUTPUT, displayOrder = 42)
  public boolean getShowWeights() {
    return showWeights;
  }

  /**
   * Sets whether the printed model holds its weights.
   *
   * @param value false for the short one
   */
  public void setShowWeights(boolean value) {
    showWeights = value;
  }

  /**
   * Whether a window shows each training.
   *
   * @return false if none does
   */
  @OptionMetadata(displayName = LIVE, description = LIVE_HELP, category = OUTPUT, displayOrder = 39)
  public boolean getLiveWindow() {
    return liveWindow;
  }

  /**
   * Sets whether a window shows each training.
   *
   * @param value false for none
   */
  public void setLiveWindow(boolean value) {
    liveWindow = value;
  }

  /**
   * What must hold before a training begins: it shall not end, after hours, at a folder that is not
   * there.
   *
   * @param data rows to learn from
   * @throws Exception if they are of a kind that this cannot learn from, or the model file cannot
   *     be written
   */
  protected void check(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    if (!copied) {
      requirePlace(SAVE_FLAG, saveModelFile);
    }
  }

  /** Refuses a place where no file can be written. */
  static void requirePlace(String flag, File file) {
    if (file.getPath().isEmpty()) {
      return;
    }
    String what = "Option -" + flag + " is \"" + file + "\", but ";
    if (file.isDirectory()) {
      throw new IllegalArgumentException(what + "this is a folder. Name a file inside it.");
    }
    File parent = file.getAbsoluteFile().getParentFile();
    if (parent == null || !parent.isDirectory()) {
      throw new IllegalArgumentException(what + "its folder does not exist. Make it first.");
    }
    if (!Files.isWritable(file.exists() ? file.toPath() : parent.toPath())) {
      throw new IllegalArgumentException(
          what + "nothing can be written there. Name another place.");
    }
  }

  /**
   * What the file to start from brings.
   *
   * @return null if none is set
   * @throws IOException if the file cannot be read
   */
  protected Trained beginning() throws IOException {
    return startFrom.getPath().isEmpty() ? null : ModelFile.read(startFrom.toPath()).trained();
  }

  /**
   * Writes the trained model, if a file is set and this is no copy.
   *
   * @param model the model
   * @throws IOException if the file cannot be written
   */
  protected void save(Model model) throws IOException {
    if (copied || saveModelFile.getPath().isEmpty()) {
      return;
    }
    try {
      ModelFile.write(model, saveModelFile.toPath());
    } catch (IOException e) {
      throw new IOException(
          "Option -" + SAVE_FLAG + " is \"" + saveModelFile + "\", but the disk refuses it: " + e,
          e);
    }
  }

  /**
   * Whether this is one of the copies that Weka makes for the folds of a cross-validation and the
   * like.
   *
   * @return false for the object that the user's settings made
   */
  protected boolean isCopy() {
    return copied;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    copied = true;
  }
}
