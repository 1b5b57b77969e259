package org.backpropnet.explain;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;

/**
 * Some rows of a table, one of its columns as it is or changed.
 *
 * @param table the whole
 * @param rows which rows of it
 * @param changed index of the changed column, or -1
 * @param cell the changed column's cells, by place in the excerpt
 */
record Excerpt(Table table, int[] rows, int changed, IntToDoubleFunction cell) implements Table {
  Excerpt(Table table, int[] rows) {
    this(table, rows, -1, place -> Double.NaN);
  }

  Excerpt with(int column, IntToDoubleFunction cells) {
    return new Excerpt(table, rows, column, cells);
  }

  /** So many rows, spread evenly. */
  static int[] pick(int[] rows, int most) {
    if (rows.length <= most) {
      return rows;
    }
    int[] picked = new int[most];
    for (int i = 0; i < most; i++) {
      picked[i] = rows[(int) ((long) i * rows.length / most)];
    }
    return picked;
  }

  @Override
  public List<Column> columns() {
    return table.columns();
  }

  @Override
  public int rowCount() {
    return rows.length;
  }

  @Override
  public double value(int row, int column) {
    return column == changed ? cell.applyAsDouble(row) : table.value(rows[row], column);
  }

  @Override
  public double weight(int row) {
    return table.weight(rows[row]);
  }
}
