package org.backpropnet.bench;

import java.util.Locale;

/**
 * The same thing measured several times.
 *
 * @param sorted [rounds] from small to large
 */
record Figures(double[] sorted) {
  boolean none() {
    return sorted.length == 0;
  }

  double median() {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  double lowest() {
    return none() ? Double.NaN : sorted[0];
  }

  double highest() {
    return none() ? Double.NaN : sorted[sorted.length - 1];
  }

  double mean() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum / sorted.length;
  }

  /** Median and, in brackets, the best of rates. */
  String rates() {
    return none() ? "-" : rate(median()) + " (" + rate(highest()) + ")";
  }

  /** Three digits of a rate: 4.81k, 1.92M. */
  static String rate(double value) {
    if (value >= 999_500) {
      return digits(value / 1e6) + "M";
    }
    return value >= 999.5 ? digits(value / 1e3) + "k" : digits(value);
  }

  /** Three digits of a number, without a power of ten. */
  static String digits(double value) {
    double size = Math.abs(value);
    int behind = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + behind + "f", value);
  }
}
