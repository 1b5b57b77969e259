package org.backpropnet.knime.adapter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Table;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;

/**
 * Measures how long a Cancel takes, from the question that it answers to the end of all threads of
 * the training, and prints the table of docs/knime.md: 100,000 rows, ten columns, moments drawn
 * from the first second and a half.
 */
final class CancelLatency {
  private static final int ROWS = 100_000;

  private final Table table = table();

  public static void main(String[] args) {
    CancelLatency latency = new CancelLatency();
    latency.millis(Map.of(Knob.EPOCHS, "1000000"), 3);
    System.out.println("| what is cancelled | median ms | longest ms |");
    System.out.println("|---|---|---|");
    latency.print("training, nothing set", Map.of());
    String large = "256, 256";
    latency.print("layers of 256 and 256", Map.of(Knob.HIDDEN_LAYERS, large));
    latency.print(
        "the same with L-BFGS", Map.of(Knob.HIDDEN_LAYERS, large, Knob.OPTIMIZER, "l-bfgs"));
  }

  private void print(String what, Map<Knob, String> knobs) {
    double[] millis = millis(knobs, 20);
    System.out.printf("| %s | %.0f | %.0f |%n", what, (millis[9] + millis[10]) / 2, millis[19]);
  }

  private static Table table() {
    List<HostColumn> columns = new java.util.ArrayList<>();
    for (int c = 0; c < 8; c++) {
      columns.add(HostColumn.number("x" + c));
    }
    columns.add(HostColumn.category("zip"));
    columns.add(HostColumn.number("y"));
    TableReading reading = new TableReading(columns, ROWS);
    Random random = new Random(1);
    for (int r = 0; r < ROWS; r++) {
      Object[] cells = new Object[10];
      for (int c = 0; c < 8; c++) {
        cells[c] = random.nextDouble();
      }
      cells[8] = "zip " + random.nextInt(40);
      cells[9] = (Double) cells[0] * (Double) cells[1] + random.nextDouble();
      reading.add(new Cells(cells));
    }
    return reading.table();
  }

  /** Ascending; one for each Cancel. */
  double[] millis(Map<Knob, String> knobs, int cancels) {
    TrainingPlan plan = TrainingPlan.of(knobs);
    Random random = new Random(1);
    double[] millis = new double[cancels];
    for (int c = 0; c < cancels; c++) {
      millis[c] = once(plan, (10 + random.nextInt(1_500)) * 1_000_000L);
    }
    Arrays.sort(millis);
    return millis;
  }

  private double once(TrainingPlan plan, long afterNanos) {
    long click = System.nanoTime() + afterNanos;
    Watch<CancellationException> watch =
        new Watch<>() {
          @Override
          public void progress(double share, String message) {}

          @Override
          public void check() {
            if (System.nanoTime() >= click) {
              throw new CancellationException("Cancel was pressed.");
            }
          }
        };
    try {
      WatchedTraining.start(table, "y", plan).run(watch);
    } catch (CancellationException e) {
      return (System.nanoTime() - click) / 1e6;
    }
    throw new IllegalStateException("It was over before the Cancel.");
  }
}
