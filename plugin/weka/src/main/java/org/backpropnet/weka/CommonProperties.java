package org.backpropnet.weka;

import weka.classifiers.RandomizableClassifier;
import weka.core.OptionMetadata;

/**
 * The properties that every Weka classifier has, with readable names and away from the beginner's
 * sheet.
 */
public abstract class CommonProperties extends RandomizableClassifier {
  private static final long serialVersionUID = 1;

  /** The button behind which rows about files and printing lie. */
  static final String OUTPUT = "Files and output";

  private static final String DECIMALS = "Digits behind the point in the printed model.";
  private static final String EPOCHS = "Whether every epoch is printed on the console.";
  private static final String ROWS =
      "Rows that Weka reads at a time from a test set in a file. It has nothing to do with the"
          + " training.";
  private static final String UNCHECKED =
      "Whether training begins without a look whether the data fit. Errors then come later and are"
          + " harder to read.";

  private static void require(boolean fine, String name, Object value, int least) {
    if (!fine) {
      throw new IllegalArgumentException(
          "Option "
              + name
              + " is \""
              + value
              + "\", but it must be a whole number from "
              + least
              + " on.");
    }
  }

  /** {@inheritDoc} */
  @Override
  @OptionMetadata(
      displayName = "Decimal places",
      description = DECIMALS,
      category = OUTPUT,
      displayOrder = 43)
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  /** {@inheritDoc} */
  @Override
  public void setNumDecimalPlaces(int places) {
    require(places >= 0, "-num-decimal-places: the number of decimal places", places, 0);
    super.setNumDecimalPlaces(places);
  }

  /** {@inheritDoc} */
  @Override
  @OptionMetadata(
      displayName = "Print each epoch",
      description = EPOCHS,
      category = OUTPUT,
      displayOrder = 44)
  public boolean getDebug() {
    return super.getDebug();
  }

  /** {@inheritDoc} */
  @Override
  public void setDebug(boolean value) {
    super.setDebug(value);
  }

  /** {@inheritDoc} */
  @Override
  @OptionMetadata(
      displayName = "Prediction batch size",
      description = ROWS,
      category = OUTPUT,
      displayOrder = 45)
  public String getBatchSize() {
    return super.getBatchSize();
  }

  /** {@inheritDoc} */
  @Override
  public void setBatchSize(String rows) {
    // In a KnowledgeFlow it may be a variable, ${rows}, which is filled in later.
    boolean fine = rows.strip().matches("[1-9][0-9]{0,8}") || rows.contains("${");
    require(fine, "-batch-size: the prediction batch size", rows, 1);
    super.setBatchSize(rows.strip());
  }

  /** {@inheritDoc} */
  @Override
  @OptionMetadata(
      displayName = "Skip the check of the data",
      description = UNCHECKED,
      category = OUTPUT,
      displayOrder = 46)
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** {@inheritDoc} */
  @Override
  public void setDoNotCheckCapabilities(boolean value) {
    super.setDoNotCheckCapabilities(value);
  }
}
