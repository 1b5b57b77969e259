package org.backpropnet.explain;

import org.backpropnet.data.InputCode;

/**
 * A step along a column of numbers that a person would take: one, ten, a hundred.
 *
 * @param column index in the table
 * @param size in the column's unit
 */
record Step(int column, double size) {
  private static final int LOOKED_AT = 2000;

  static Step of(Subject s, InputCode code) {
    int column = s.column(code);
    int[] rows = Excerpt.pick(s.usable, LOOKED_AT);
    double sum = 0;
    double square = 0;
    int count = 0;
    boolean whole = true;
    for (int row : rows) {
      double value = s.table.value(row, column);
      if (Double.isFinite(value)) {
        sum += value;
        square += value * value;
        count++;
        whole &= value == Math.rint(value);
      }
    }
    double mean = count > 0 ? sum / count : 0;
    double spread = count > 0 ? Math.sqrt(Math.max(0, square / count - mean * mean)) : 0;
    double size = 1;
    if (spread > 0 && Double.isFinite(spread)) {
      while (size * 10 <= spread) {
        size *= 10;
      }
      while (!whole && size > spread * 2) {
        size /= 10;
      }
    }
    return new Step(column, size);
  }

  /**
   * Mean change of the answer for one step, half of it down and half up, where the cell is known.
   */
  double average(Subject s, Excerpt rows) {
    double[][] up = s.model.predict(rows.with(column, r -> rows.value(r, column) + size / 2));
    double[][] down = s.model.predict(rows.with(column, r -> rows.value(r, column) - size / 2));
    double sum = 0;
    double count = 0;
    for (int r = 0; r < up.length; r++) {
      if (Double.isFinite(rows.value(r, column))) {
        sum += s.shown(up[r]) - s.shown(down[r]);
        count++;
      }
    }
    return count > 0 ? sum / count : 0;
  }

  /** Change of the answer for one step more, mean over rows where the cell is known. */
  double onward(Subject s, Excerpt rows) {
    double[][] up = s.model.predict(rows.with(column, r -> rows.value(r, column) + size));
    double[][] now = s.model.predict(rows);
    double sum = 0;
    double count = 0;
    for (int r = 0; r < up.length; r++) {
      if (Double.isFinite(rows.value(r, column))) {
        sum += s.shown(up[r]) - s.shown(now[r]);
        count++;
      }
    }
    return count > 0 ? sum / count : 0;
  }
}
