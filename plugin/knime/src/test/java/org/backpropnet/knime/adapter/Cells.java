package org.backpropnet.knime.adapter;

import java.util.List;

/**
 * A row for tests.
 *
 * @param cells a Double, a String, or null for missing
 */
record Cells(Object... cells) implements HostRow {
  @Override
  public boolean missing(int column) {
    return cells[column] == null;
  }

  @Override
  public double number(int column) {
    return (Double) cells[column];
  }

  @Override
  public String label(int column) {
    return (String) cells[column];
  }

  static TableReading read(List<HostColumn> columns, Cells... rows) {
    TableReading reading = new TableReading(columns, rows.length);
    for (Cells row : rows) {
      reading.add(row);
    }
    return reading;
  }
}
