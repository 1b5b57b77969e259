package org.backpropnet.explain;

import org.backpropnet.math.Decimal;

/**
 * What the page says in numbers: one number, or a run of them that a picture is drawn from.
 *
 * @param id section and name, for instance "0.miss"
 * @param values one number, or a run of numbers
 * @param unit what it is counted in; empty if it has no unit
 * @param how how it is computed, in words
 */
public record Fact(String id, double[] values, String unit, String how) {
  private static final double LEAST_PERCENT = 0.01;

  /**
   * The number.
   *
   * @return the first of the run
   */
  public double value() {
    return values[0];
  }

  /** As it stands in a sentence. */
  String text() {
    boolean tiny = unit.equals("%") && value() > 0 && value() < LEAST_PERCENT;
    return tiny
        ? Words.of("tiny")
        : unit.equals("%") ? Numbers.percent(value()) : Numbers.text(value());
  }

  /** One line of the page, all digits kept. */
  String json() {
    StringBuilder line = new StringBuilder("{\"id\":" + Html.json(id) + ",\"value\":");
    line.append(values.length == 1 ? number(values[0]) : "[");
    for (int i = 0; values.length != 1 && i < values.length; i++) {
      line.append(i == 0 ? "" : ",").append(number(values[i]));
    }
    line.append(values.length == 1 ? "" : "]");
    return line + ",\"unit\":" + Html.json(unit) + ",\"how\":" + Html.json(how) + "}";
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Decimal.text(value) : "null";
  }
}
