package org.backpropnet.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text that reads back to the same bits. */
public final class Decimal {
  private static final int FEWEST_DIGITS = 2;

  /** So many digits tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private Decimal() {}

  /**
   * The shortest text of a number, in the form of {@link Double#toString(double)}. That method had
   * more digits than needed for some numbers until Java 18 (2.0E23 was "1.9999999999999998E23"), so
   * that texts differed between JDKs.
   *
   * @param value any number
   * @return for instance "0.001", "1.0E-5", "NaN"; the same on every JDK
   */
  public static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    String sign = value < 0 ? "-" : "";
    return sign + unsigned(shortest.abs().stripTrailingZeros());
  }

  private static String unsigned(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return value.setScale(Math.max(1, value.scale())).toPlainString();
    }
    String digits = value.unscaledValue().toString();
    String rest = digits.length() == 1 ? "0" : digits.substring(1);
    return digits.charAt(0) + "." + rest + "E" + exponent;
  }
}
