package org.backpropnet.data;

import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.function.Activation;

/** Tables for tests of the coding: the columns in question, and a last column to predict. */
final class Columns {
  private Columns() {}

  /** One column of numbers beside the target. */
  static Table number(String name, double... cells) {
    return table(new Column.Numeric(name), cells);
  }

  /** One column of categories beside the target; NaN is a missing cell. */
  static Table category(String name, List<String> labels, double... cells) {
    return table(new Column.Nominal(name, labels), cells);
  }

  private static Table table(Column column, double... cells) {
    double[][] rows = new double[cells.length][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {cells[r], r};
    }
    return new ArrayTable(List.of(column, new Column.Numeric("target")), rows);
  }

  /** An encoder that has looked at all rows; the last column is the target. */
  static Encoder fit(Table table) {
    return EncoderFit.fit(table, all(table), table.columns().size() - 1, Activation.IDENTITY);
  }

  static int[] all(Table table) {
    return IntStream.range(0, table.rowCount()).toArray();
  }

  /** What a network sees of a row. */
  static double[] vector(Encoder encoder, Table table, int row) {
    return encoder.bind(table.columns()).vector(table, row);
  }
}
