package org.backpropnet.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: four digits, five of thousands, whole numbers in full. */
final class Numbers {
  private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double PLAIN_BELOW = 1e9;
  private static final double PLAIN_FROM = 1e-4;

  private Numbers() {}

  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < PLAIN_BELOW) {
      return grouped(BigDecimal.valueOf((long) value));
    }
    // A mean year of 2019.5 is not 2019.
    boolean thousands = size >= 1000 && size < 10_000;
    BigDecimal rounded = new BigDecimal(value).round(thousands ? FIVE : FOUR);
    if (size >= PLAIN_BELOW || size < PLAIN_FROM) {
      return rounded.stripTrailingZeros().toString();
    }
    BigDecimal plain = size >= 10_000 ? rounded.setScale(0, RoundingMode.HALF_EVEN) : rounded;
    BigDecimal brief = plain.stripTrailingZeros();
    return grouped(brief.scale() < 0 ? brief.setScale(0) : brief);
  }

  /** With one decimal; close to none or all, where more digits matter, with more. */
  static String percent(double value) {
    boolean middle = Math.abs(value) >= 1 && Math.abs(value) <= 99;
    return text(middle ? Math.rint(10 * value) / 10 : value);
  }

  /** Years look odd with a comma, so four digits have none. */
  private static String grouped(BigDecimal value) {
    String text = value.toPlainString();
    int digits = value.precision() - value.scale();
    if (value.scale() > 0 || digits < 5) {
      return text;
    }
    StringBuilder grouped = new StringBuilder(text);
    for (int at = text.length() - 3; at > (text.startsWith("-") ? 1 : 0); at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /** One decimal, for places in pictures. */
  static String place(double value) {
    double tenths = Math.rint(value * 10);
    long whole = (long) Math.max(-1e7, Math.min(1e7, tenths));
    String sign = whole < 0 ? "-" : "";
    long size = Math.abs(whole);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
