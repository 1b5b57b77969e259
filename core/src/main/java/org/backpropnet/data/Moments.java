package org.backpropnet.data;

/**
 * Weighted summary of numbers: a number of weight 2 counts as two numbers. Scaled inside, so that
 * numbers up to 1e300 do not overflow.
 *
 * @param weight sum of the weights of the numbers that are there
 * @param mean weighted mean; 0 if there is none
 * @param deviation weighted standard deviation (divided by the weight, not by weight - 1)
 * @param low the smallest number; 0 if there is none
 * @param high the largest number; 0 if there is none
 */
public record Moments(double weight, double mean, double deviation, double low, double high) {

  /**
   * Summarises a column's cells that are there and finite.
   *
   * @param table where they are
   * @param column which column
   * @param rows which rows
   * @return the summary
   */
  public static Moments of(Table table, int column, int[] rows) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double weight = 0;
    for (int row : rows) {
      double value = table.value(row, column);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        weight += table.weight(row);
      }
    }
    if (weight == 0) {
      return new Moments(0, 0, 0, 0, 0);
    }
    double unit = Math.max(Math.max(Math.abs(low), Math.abs(high)), Double.MIN_NORMAL);
    double mean = sum(table, column, rows, unit, 0, false) / weight;
    double variance = sum(table, column, rows, unit, mean, true) / weight;
    double deviation = low == high ? 0 : Math.sqrt(variance) * unit;
    return new Moments(weight, low == high ? low : mean * unit, deviation, low, high);
  }

  private static double sum(
      Table table, int column, int[] rows, double unit, double center, boolean square) {
    double sum = 0;
    for (int row : rows) {
      double value = table.value(row, column);
      if (Double.isFinite(value)) {
        double distance = value / unit - center;
        sum += table.weight(row) * (square ? distance * distance : distance);
      }
    }
    return sum;
  }
}
