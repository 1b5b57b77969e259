package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingPlan;

/**
 * Measures memory and time of a large table, by default a million rows of 30 columns (25 of
 * numbers, 5 of 40 categories), row by row as KNIME hands them over, and two epochs.
 */
final class LargeTable {
  private static final int NUMBERS = 24;
  private static final int CATEGORIES = 5;

  private LargeTable() {}

  public static void main(String[] args) {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    say("before", 0);
    long start = System.nanoTime();
    WatchedTraining training = training(rows, start);
    boolean[] told = new boolean[1];
    Trained trained =
        training.run(
            new Watch<RuntimeException>() {
              @Override
              public void progress(double share, String message) {
                if (!told[0]) {
                  say("coded, first epoch done", start);
                }
                told[0] = true;
              }

              @Override
              public void check() {}
            });
    say("trained, " + trained.history().size() + " epochs", start);
  }

  private static WatchedTraining training(int rows, long start) {
    List<HostColumn> columns = new ArrayList<>();
    for (int c = 0; c < NUMBERS; c++) {
      columns.add(HostColumn.number("x" + c));
    }
    for (int c = 0; c < CATEGORIES; c++) {
      columns.add(HostColumn.category("k" + c));
    }
    columns.add(HostColumn.number("y"));
    TableReading reading = new TableReading(columns, rows);
    SplittableRandom random = new SplittableRandom(1);
    Object[] cells = new Object[columns.size()];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < cells.length; c++) {
        boolean label = c >= NUMBERS && c < NUMBERS + CATEGORIES;
        cells[c] = label ? "label " + random.nextInt(40) : (Object) random.nextDouble();
      }
      reading.add(new Cells(cells));
    }
    say("read", start);
    TrainingPlan plan =
        TrainingPlan.of(Map.of(Knob.EPOCHS, "2", Knob.OPTIMIZER, "adam", Knob.PRESET, "fast"));
    return WatchedTraining.start(reading.table(), "y", plan);
  }

  private static void say(String what, long start) {
    double seconds = start == 0 ? 0 : (System.nanoTime() - start) / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf("%-26s %6.1f s, %5d MB in use%n", what, seconds, used >> 20);
  }
}
