package org.backpropnet.data;

import java.util.ArrayList;
import java.util.List;

/** A table of which one column says how much each row counts; that column is not learned from. */
public final class WeightedTable implements Table {
  private final Table table;
  private final int weight;
  private final List<Column> columns;

  /**
   * Takes a column out.
   *
   * @param table rows whose weights all are 1
   * @param column name of the column with the weights, numbers of at least 0
   * @throws DataException if there is no such column, or it has categories
   */
  public WeightedTable(Table table, String column) {
    this.table = table;
    this.weight = table.indexOf(column);
    if (!(table.columns().get(weight) instanceof Column.Numeric)) {
      throw new DataException(
          "The column \"" + column + "\" has categories, but weights of rows must be numbers.");
    }
    List<Column> others = new ArrayList<>(table.columns());
    others.remove(weight);
    columns = List.copyOf(others);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return table.rowCount();
  }

  @Override
  public double value(int row, int column) {
    return table.value(row, column < weight ? column : column + 1);
  }

  @Override
  public List<String> notes() {
    return table.notes();
  }

  @Override
  public double weight(int row) {
    return table.weight(row) * table.value(row, weight);
  }
}
