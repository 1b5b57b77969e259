package org.backpropnet.knime.adapter;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;

/** A table column by column. */
final class ReadTable implements Table {
  private final List<Column> columns;
  private final Numbers[] cells;
  private final int rows;

  ReadTable(List<Column> columns, Numbers[] cells, int rows) {
    this.columns = columns;
    this.cells = cells;
    this.rows = rows;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return rows;
  }

  /** One cell. The core goes over whole tables before a training begins, so this listens, too. */
  @Override
  public double value(int row, int column) {
    if ((row & 0xFF) == 0 && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The thread was interrupted.");
    }
    return cells[column].get(row);
  }
}
