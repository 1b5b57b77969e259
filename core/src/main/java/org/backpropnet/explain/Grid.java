package org.backpropnet.explain;

import org.backpropnet.data.InputCode;
import org.backpropnet.data.RowReader;

/**
 * Values of one column of numbers, from its smallest to its largest.
 *
 * @param code the column
 * @param column its index in the table
 * @param values ascending
 */
record Grid(InputCode code, int column, double[] values) {
  private static final int LOOKED_AT = 20_000;
  private static final int MOST_COLUMNS = 60;

  static Grid of(Subject s, InputCode code, int points) {
    int column = s.column(code);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row : Excerpt.pick(s.usable, LOOKED_AT)) {
      double value = s.table.value(row, column);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (!(low <= high)) {
      low = 0;
      high = 1;
    }
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = low + (high - low) * i / Math.max(1, points - 1);
    }
    return new Grid(code, column, values);
  }

  /** The number column, of the first sixty, that moves this row's answer most; null without any. */
  static InputCode strongest(Subject s) {
    InputCode strongest = null;
    double most = -1;
    int tried = 0;
    for (InputCode code : s.encoder.codes()) {
      if (code.numeric() && tried++ < MOST_COLUMNS) {
        Grid grid = of(s, code, 5);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
          double answer = s.answerAt(grid.vector(s, s.row, i));
          low = Math.min(low, answer);
          high = Math.max(high, answer);
        }
        if (high - low > most) {
          most = high - low;
          strongest = code;
        }
      }
    }
    return strongest;
  }

  double low() {
    return values[0];
  }

  double high() {
    return values[values.length - 1];
  }

  /** A row's inputs with this column at a value. */
  double[] vector(Subject s, int row, int point) {
    RowReader reader = s.reader;
    return reader.vector(new Excerpt(s.table, new int[] {row}).with(column, r -> values[point]), 0);
  }
}
