package org.backpropnet.data;

/**
 * Counts what the texts of a column look like, to tell whether they really are numbers or dates. A
 * row of weight 2 counts as two.
 */
final class TextTally {
  /** With fewer different numbers, one input for each is at least as good. */
  static final int FEWEST = 10;

  /** Of so many numbers one may be something else: a slip, or a mark that nobody foresaw. */
  private static final double ODD = 20;

  private final double[] different = new double[FEWEST];
  private int count;
  private double good;
  private double marks;
  private double odd;
  private boolean dates;
  private boolean codes;
  private boolean fractions;

  /** Counts a text and says its number; NaN if it is none, or one where the others are dates. */
  double take(String text, double weight) {
    double number = NumberText.number(text);
    boolean date = Double.isNaN(number);
    double value = date ? NumberText.date(text) : number;
    if (Double.isNaN(value)) {
      notANumber(text, weight);
      return value;
    }
    return take(value, date, NumberText.isCode(text), weight);
  }

  /** Counts a number or date that was read already. */
  double take(double value, boolean date, boolean code, double weight) {
    if (good > 0 && dates != date) {
      odd += weight;
      return Double.NaN;
    }
    dates = date;
    codes |= code;
    fractions |= value != Math.rint(value);
    good += weight;
    for (int i = 0; i < count; i++) {
      if (different[i] == value) {
        return value;
      }
    }
    if (count < FEWEST) {
      different[count++] = value;
    }
    return value;
  }

  private void notANumber(String text, double weight) {
    if (NumberText.isMark(text)) {
      marks += weight;
    } else {
      odd += weight;
    }
  }

  /** Whether nothing but numbers came, or nothing but dates. */
  boolean pure() {
    return marks == 0 && odd == 0;
  }

  boolean any() {
    return good > 0;
  }

  boolean areDates() {
    return dates;
  }

  /** Whether other texts are rare enough to be slips. */
  boolean mostlyNumbers() {
    return good > 0 && odd * ODD <= good;
  }

  /** Whether the column is numbers though some of its texts are none. */
  boolean areNumbers() {
    return mostlyNumbers() && count == FEWEST && !codes;
  }

  /** Whether even if only numbers followed, it would not be numbers. */
  boolean hopeless(double following) {
    return odd * ODD > good + following;
  }

  /**
   * Whether labels look as if they had become labels by accident: whole numbers alone may be codes.
   */
  boolean slipped() {
    return dates || fractions || !pure();
  }
}
