package org.backpropnet.explain;

import java.util.Arrays;
import org.backpropnet.data.Column;

/**
 * What a column looks like over some of the rows.
 *
 * @param column its index in the table
 * @param numeric whether it holds numbers
 * @param cells [rows] cells as the table gives them
 * @param known [count] those that are there, ascending
 */
record ColumnLook(int column, boolean numeric, double[] cells, double[] known) {
  private static final int MOST = 1000;

  static ColumnLook of(Subject s, int column) {
    int[] rows = Excerpt.pick(s.usable, MOST);
    double[] cells = Arrays.stream(rows).mapToDouble(r -> s.table.value(r, column)).toArray();
    double[] known = Arrays.stream(cells).filter(Double::isFinite).sorted().toArray();
    return new ColumnLook(
        column, s.table.columns().get(column) instanceof Column.Numeric, cells, known);
  }

  int count() {
    return known.length;
  }

  int distinct() {
    int distinct = known.length > 0 ? 1 : 0;
    for (int i = 1; i < known.length; i++) {
      distinct += known[i] != known[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  boolean whole() {
    return Arrays.stream(known).allMatch(v -> v == Math.rint(v));
  }

  double mean() {
    double sum = 0;
    for (double value : known) {
      sum += value / known.length;
    }
    return sum;
  }

  /** Whether it counts rows: whole numbers, all different, evenly spaced. */
  boolean counter() {
    if (known.length < 30 || !whole() || distinct() < known.length) {
      return false;
    }
    double[] gaps = new double[known.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = known[i + 1] - known[i];
    }
    Arrays.sort(gaps);
    return gaps[gaps.length - 1] <= 3 * gaps[0] + 2;
  }

  /** Distance of the furthest cell from the middle, in widths of the middle half. */
  double outlier() {
    if (known.length < 10) {
      return 0;
    }
    double middle = known[known.length / 2];
    double width = known[known.length * 3 / 4] - known[known.length / 4];
    return width > 0 ? Math.abs(extreme() - middle) / width : 0;
  }

  double extreme() {
    double middle = known[known.length / 2];
    double high = known[known.length - 1];
    return high - middle > middle - known[0] ? high : known[0];
  }

  /** Of the rows where both are there; 0 if one of them never changes. */
  double correlation(ColumnLook other) {
    double[] sums = new double[5];
    double count = 0;
    for (int i = 0; i < cells.length; i++) {
      double x = cells[i] - mean(this);
      double y = other.cells[i] - mean(other);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        sums[0] += x;
        sums[1] += y;
        sums[2] += x * x;
        sums[3] += y * y;
        sums[4] += x * y;
        count++;
      }
    }
    double varianceX = sums[2] - sums[0] * sums[0] / count;
    double varianceY = sums[3] - sums[1] * sums[1] / count;
    double both = Math.sqrt(varianceX) * Math.sqrt(varianceY);
    return count > 1 && both > 0 ? (sums[4] - sums[0] * sums[1] / count) / both : 0;
  }

  /** A middle to start from, so that large numbers do not swallow small differences. */
  private static double mean(ColumnLook look) {
    return look.known.length == 0 ? 0 : look.known[look.known.length / 2];
  }
}
