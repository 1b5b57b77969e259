package org.backpropnet.data;

import java.util.List;
import org.backpropnet.math.Require;

/** A table in memory, row by row. */
public final class ArrayTable implements Table {
  private final List<Column> columns;
  private final double[][] cells;
  private final double[] weights;

  /**
   * A table whose rows all count the same.
   *
   * @param columns the columns
   * @param cells [rows][columns], as {@link Table#value} gives them; not copied
   */
  public ArrayTable(List<Column> columns, double[][] cells) {
    this(columns, cells, null);
  }

  /**
   * A table with weighted rows.
   *
   * @param columns the columns
   * @param cells [rows][columns]; not copied
   * @param weights [rows] each at least 0, or null for all 1; not copied
   */
  public ArrayTable(List<Column> columns, double[][] cells, double[] weights) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.weights = weights;
    for (double[] row : cells) {
      Require.length("a row", row.length, columns.size());
    }
    if (weights != null) {
      Require.length("weights", weights.length, cells.length);
    }
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return cells.length;
  }

  @Override
  public double value(int row, int column) {
    return cells[row][column];
  }

  @Override
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }
}
