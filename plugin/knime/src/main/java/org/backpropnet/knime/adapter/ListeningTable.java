package org.backpropnet.knime.adapter;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;

/** A table that listens at every cell: an explanation asks for rows one by one, in any order. */
record ListeningTable(Table table) implements Table {
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
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The thread was interrupted.");
    }
    return table.value(row, column);
  }

  @Override
  public double weight(int row) {
    return table.weight(row);
  }
}
