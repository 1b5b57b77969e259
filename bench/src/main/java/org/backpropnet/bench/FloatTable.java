package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;

/** A task's rows as our trainer reads them. */
final class FloatTable implements Table {
  /** Name of the column to predict. */
  static final String TARGET = "y";

  private final TaskFile file;
  private final List<Column> columns = new ArrayList<>();

  FloatTable(TaskFile file) {
    this.file = file;
    for (int j = 0; j < file.inputs(); j++) {
      columns.add(new Column.Numeric("x" + j));
    }
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < file.classes(); c++) {
      labels.add("c" + c);
    }
    columns.add(new Column.Nominal(TARGET, labels));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return file.rows();
  }

  @Override
  public double value(int row, int column) {
    int inputs = file.inputs();
    return column < inputs ? file.x()[row * inputs + column] : file.y()[row];
  }
}
