package org.backpropnet.engine;

import org.backpropnet.data.Dataset;
import org.backpropnet.function.Loss;
import org.backpropnet.network.NetworkSpec;

/** Link, loss and blame of the output layer, row by row in double. One object per thread. */
final class Answers {
  private final Loss loss;
  private final Dataset data;
  private final double[] outputs;
  private final double[] targets;
  private final double[] slopes;

  Answers(NetworkSpec spec, Dataset data) {
    this.loss = spec.loss();
    this.data = data;
    outputs = new double[spec.outputs()];
    targets = new double[outputs.length];
    slopes = new double[outputs.length];
  }

  /**
   * Looks at the answer to one row.
   *
   * @param row number of the row in the table
   * @param a [outputs][room] activations of the output layer
   * @param r place of the row in them
   * @param scale what slopes are multiplied by besides the row's weight
   * @param delta [outputs][room] overwritten in place r by the slopes of the loss
   * @return the loss, times the row's weight
   */
  double look(int row, float[][] a, int r, double scale, float[][] delta) {
    float[] truth = data.targets()[row];
    for (int o = 0; o < outputs.length; o++) {
      outputs[o] = a[o][r];
      targets[o] = truth[o];
    }
    double weight = data.weights()[row];
    loss.link(outputs);
    loss.slope(outputs, targets, slopes);
    for (int o = 0; o < outputs.length; o++) {
      delta[o][r] = (float) (weight * scale * slopes[o]);
    }
    return weight * loss.value(outputs, targets);
  }
}
