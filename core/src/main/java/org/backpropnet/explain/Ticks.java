package org.backpropnet.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {
  private static final int[] STEPS = {1, 2, 5};

  /** Shorter axes have no steps that a double can tell from zero. */
  private static final double LEAST = 1e-300;

  private Ticks() {}

  /**
   * Multiples of 1, 2 or 5 times a power of ten.
   *
   * @param low where the axis begins
   * @param high where it ends
   * @param most so many at most
   * @return ascending, none below low or above high; empty if the axis has no length
   */
  static double[] of(double low, double high, int most) {
    double length = high - low;
    if (!(length > LEAST) || !Double.isFinite(length)) {
      return new double[0];
    }
    int power = new BigDecimal(length).precision() - new BigDecimal(length).scale() - 3;
    for (int k = 0; ; k++) {
      BigDecimal step = BigDecimal.valueOf(STEPS[k % 3]).scaleByPowerOfTen(power + k / 3);
      List<Double> ticks = multiples(step, low, high, most);
      if (ticks.size() <= most) {
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
      }
    }
  }

  /** Stops when there are too many. */
  private static List<Double> multiples(BigDecimal step, double low, double high, int most) {
    List<Double> ticks = new ArrayList<>();
    double first = Math.ceil(low / step.doubleValue());
    BigDecimal at = new BigDecimal(first).multiply(step);
    while (at.doubleValue() <= high && ticks.size() <= most) {
      if (at.doubleValue() >= low) {
        ticks.add(at.doubleValue());
      }
      at = at.add(step);
    }
    return ticks;
  }
}
