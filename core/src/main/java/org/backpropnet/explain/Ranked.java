package org.backpropnet.explain;

/** Places in an order: the largest first, of equals the earlier. */
final class Ranked {
  private Ranked() {}

  /** Indices of the largest sizes. */
  static int[] bySize(double[] values, int most) {
    Integer[] order = new Integer[values.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, (a, b) -> Double.compare(size(values[b]), size(values[a])));
    int[] first = new int[Math.min(most, order.length)];
    java.util.Arrays.setAll(first, i -> order[i]);
    return first;
  }

  private static double size(double value) {
    return Double.isNaN(value) ? -1 : Math.abs(value);
  }
}
