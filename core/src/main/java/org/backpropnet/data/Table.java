package org.backpropnet.data;

import java.util.List;

/**
 * Rows of the user's data, as a host holds them: the seam through which Weka, KNIME, CSV files and
 * others hand in data. Reading must be safe from several threads.
 */
public interface Table {
  /**
   * All columns, the target among them.
   *
   * @return the columns in the host's order
   */
  List<Column> columns();

  /**
   * Number of rows.
   *
   * @return at least 0
   */
  int rowCount();

  /**
   * One cell.
   *
   * @param row from 0
   * @param column index into {@link #columns()}
   * @return the number, or the index of the label; NaN if missing
   */
  double value(int row, int column);

  /**
   * How much a row counts: a row of weight 2 counts as two rows, one of weight 0 as none.
   *
   * @param row from 0
   * @return at least 0 and finite; 1 unless the host says otherwise
   */
  default double weight(int row) {
    return 1;
  }

  /**
   * What was decided when the rows were read, for instance which texts count as missing.
   *
   * @return sentences for people; a model keeps them
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Finds a column.
   *
   * @param name the column's name
   * @return its index
   * @throws DataException if there is no such column, or two
   */
  default int indexOf(String name) {
    int found = -1;
    for (int c = 0; c < columns().size(); c++) {
      if (columns().get(c).name().equals(name)) {
        if (found >= 0) {
          throw new DataException(
              "The table has two columns named \"" + name + "\". Rename one of them.");
        }
        found = c;
      }
    }
    if (found < 0) {
      List<String> names = columns().stream().map(Column::name).toList();
      throw new DataException("The table has no column \"" + name + "\". It has " + names + ".");
    }
    return found;
  }
}
