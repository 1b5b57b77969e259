package org.backpropnet.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Tells which arithmetic a JVM uses, tries its kernels and prints the bits of two trainings. */
final class BitsProgram {
  private static final int INPUTS = 21;

  private BitsProgram() {}

  /** To be run in a JVM of its own. */
  public static void main(String[] arguments) {
    for (int rows : KernelCases.ROWS) {
      if (Fused.HARDWARE) { // Otherwise Math.fma, the measure, takes minutes.
        KernelCases.floatsAreChains(Kernels.best(), rows);
        KernelCases.doublesAreChains(Kernels.best(), rows);
      }
    }
    System.out.println(Kernels.best());
    System.out.println(Fused.HARDWARE ? "hardware" : "emulated");
    System.out.println(bits());
  }

  /** The weights after training by minibatches in float, and by L-BFGS in double. */
  static String bits() {
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.HIDDEN_LAYERS, "19 tanh, 6 relu")
            .with(Knob.WEIGHT_DECAY, "0.001")
            .with(Knob.EPOCHS, "10");
    int floats = bits(plan.with(Knob.OPTIMIZER, "adam").with(Knob.BATCH_SIZE, "50"));
    int doubles = bits(plan.with(Knob.OPTIMIZER, "l-bfgs"));
    return floats + " " + doubles;
  }

  private static int bits(TrainingPlan plan) {
    Training training = Training.start(table(), "y", plan);
    training.run(report -> EpochListener.Answer.CONTINUE);
    return Arrays.hashCode(training.result().best().parameters());
  }

  private static Table table() {
    SplitMix random = new SplitMix(3);
    double[][] cells = new double[333][INPUTS + 1];
    for (double[] row : cells) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = 2 * random.nextDouble() - 1;
      }
      row[INPUTS] = row[0] * row[1] > row[2] ? 1 : 0;
    }
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < INPUTS; j++) {
      columns.add(new Column.Numeric("x" + j));
    }
    columns.add(new Column.Nominal("y", List.of("no", "yes")));
    return new ArrayTable(columns, cells);
  }
}
