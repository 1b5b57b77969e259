package org.backpropnet.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;

/** Small tables to learn from, and plans in one line. */
final class Cases {
  private static final List<Column> COLUMNS =
      List.of(
          new Column.Numeric("size"),
          new Column.Nominal("colour", List.of("red", "green", "blue")),
          new Column.Numeric("price"),
          new Column.Nominal("kind", List.of("cheap", "usual", "dear")),
          new Column.Nominal("sold", List.of("no", "yes")));

  private Cases() {}

  /** A bent price, three classes and two; every ninth size is missing. */
  static Table table(int rows) {
    SplitMix random = SplitMix.of(5, rows);
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double size = 10 * random.nextDouble();
      int colour = random.nextInt(3);
      double price = 100 + (size - 5) * (size - 5) + 8 * colour + random.nextDouble();
      int kind = price < 110 ? 0 : price < 120 ? 1 : 2;
      int sold = price + 2 * size > 122 ? 1 : 0;
      cells[r] = new double[] {r % 9 == 8 ? Double.NaN : size, colour, price, kind, sold};
    }
    return new ArrayTable(COLUMNS, cells);
  }

  /** The same rows with another list of columns, by their places. */
  static Table pick(Table table, int... places) {
    List<Column> columns = new ArrayList<>();
    for (int place : places) {
      columns.add(table.columns().get(place));
    }
    double[][] cells = new double[table.rowCount()][places.length];
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < places.length; c++) {
        cells[r][c] = table.value(r, places[c]);
      }
    }
    return new ArrayTable(columns, cells);
  }

  /** Numbers alone; the last column is the target. */
  static Table numbers(double[]... rows) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < (rows.length == 0 ? 2 : rows[0].length); c++) {
      columns.add(new Column.Numeric("c" + c));
    }
    return new ArrayTable(columns, rows);
  }

  /** A plan from pairs, for instance "optimizer=adam epochs=4"; blanks in values are low lines. */
  static TrainingPlan plan(String pairs) {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (String pair : pairs.split(" ", -1)) {
      int equals = pair.indexOf('=');
      texts.put(knob(pair.substring(0, equals)), pair.substring(equals + 1).replace('_', ' '));
    }
    return TrainingPlan.of(texts);
  }

  private static Knob knob(String key) {
    for (Knob knob : Knob.values()) {
      if (knob.key().equals(key)) {
        return knob;
      }
    }
    throw new IllegalArgumentException("No knob has the key " + key + ".");
  }

  static Trained train(Table table, String target, String pairs) {
    return Training.start(table, target, plan(pairs)).run(EpochListener.SILENT);
  }

  /** Stops after so many epochs, those of all starts counted together. */
  static EpochListener stopAfter(int epochs) {
    int[] heard = new int[1];
    return report ->
        ++heard[0] == epochs ? EpochListener.Answer.STOP : EpochListener.Answer.CONTINUE;
  }
}
