package org.backpropnet.data;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes cells so that {@link CsvTable} reads exactly them. */
public final class CsvCell {
  private static final int FEWEST_DIGITS = 15;
  private static final int MOST_PLAIN_DIGITS = 20;

  private CsvCell() {}

  /**
   * A text that may be anything but empty, which would be read as missing.
   *
   * @param text a label or a name, without zero characters
   * @return the text, in quotes where that matters
   */
  public static String of(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ')
            && text.equals(text.strip())
            && !text.startsWith("\uFEFF")
            && !text.equals("?")
            && !text.equals("NA");
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /**
   * A number in as few digits as read back as the same number: the same text on every JDK, whose
   * own shortest form changed with JDK 19.
   *
   * @param number finite, or NaN for a missing one
   * @return with a decimal point where there is a fraction; empty for NaN
   */
  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact.round(new MathContext(FEWEST_DIGITS));
    for (int digits = FEWEST_DIGITS + 1; shortest.doubleValue() != number; digits++) {
      shortest = exact.round(new MathContext(digits));
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal text = shortest.stripTrailingZeros();
    int digitsBeforePoint = text.precision() - text.scale();
    boolean plain = digitsBeforePoint >= -4 && digitsBeforePoint <= MOST_PLAIN_DIGITS;
    return plain ? text.toPlainString() : text.toString();
  }
}
