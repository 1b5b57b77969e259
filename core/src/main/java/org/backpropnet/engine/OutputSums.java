package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.data.Dataset;
import org.backpropnet.network.NetworkSpec;

/** The sums of a network's output layer in double precision, before its activation and link. */
public final class OutputSums {
  private final NetworkSpec spec;
  private final Dataset data;
  private final int[] rows;
  private final DoubleForward forward;

  /**
   * Looks at rows of a data set.
   *
   * @param spec the network's shape
   * @param data the encoded rows
   * @param rows which of them, each from 0 to below {@link Dataset#rows}
   */
  public OutputSums(NetworkSpec spec, Dataset data, int[] rows) {
    this.spec = spec;
    this.data = data;
    this.rows = rows.clone();
    int room = Math.max(1, Math.min(DoubleForward.ROOM, rows.length));
    int[] starts = data.thermometers().starts();
    forward = new DoubleForward(spec, data.denseInputs(), data.blocks(), starts, room);
  }

  /**
   * Adds a network's sums.
   *
   * @param parameters [P] its weights and biases
   * @param sums [rows][outputs] added to
   */
  public void add(float[] parameters, double[][] sums) {
    double[] weights = new double[parameters.length];
    Arrays.setAll(weights, i -> parameters[i]);
    double[][] last = forward.z[forward.z.length - 1];
    for (int start = 0; start < rows.length; start += DoubleForward.ROOM) {
      int count = Math.min(DoubleForward.ROOM, rows.length - start);
      for (int r = 0; r < count; r++) {
        forward.load(r, data, rows[start + r]);
      }
      forward.forward(weights, 0, count);
      for (int r = 0; r < count; r++) {
        for (int o = 0; o < spec.outputs(); o++) {
          sums[start + r][o] += last[o][r];
        }
      }
    }
  }
}
