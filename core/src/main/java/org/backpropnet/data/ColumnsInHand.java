package org.backpropnet.data;

import java.util.List;

/**
 * A table of which a few columns are copied out, so that several looks at them read their numbers
 * side by side instead of picking each out of its row.
 */
final class ColumnsInHand implements Table {
  /**
   * A row lies in one piece in most tables: so many of its cells are fetched for the price of one.
   */
  private static final int WIDTH = 4;

  private final Table table;
  private final double[][] cells;
  private int first = -WIDTH;

  ColumnsInHand(Table table) {
    this.table = table;
    cells = new double[Math.min(WIDTH, table.columns().size())][table.rowCount()];
  }

  /** Has a column at hand, for some rows only. */
  void take(int column, int[] rows) {
    if (column >= first && column < first + cells.length) {
      return;
    }
    first = Math.min(column, table.columns().size() - cells.length);
    for (int row : rows) {
      for (int c = 0; c < cells.length; c++) {
        cells[c][row] = table.value(row, first + c);
      }
    }
  }

  @Override
  public List<Column> columns() {
    return table.columns();
  }

  @Override
  public int rowCount() {
    return table.rowCount();
  }

  @Override
  public double value(int row, int column) {
    int at = column - first;
    return at >= 0 && at < cells.length ? cells[at][row] : table.value(row, column);
  }

  @Override
  public double weight(int row) {
    return table.weight(row);
  }
}
