package org.backpropnet.engine;

import org.backpropnet.function.Loss;
import org.backpropnet.network.NetworkSpec;

/** Link, loss and blame of the output layer, row by row in double. One object per thread. */
final class Answers {
  private final Loss loss;
  private final double[] outputs;
  private final double[] targets;
  private final double[] slopes;

  Answers(NetworkSpec spec) {
    this.loss = spec.loss();
    outputs = new double[spec.outputs()];
    targets = new double[outputs.length];
    slopes = new double[outputs.length];
  }

  /**
   * Looks at the answer to one row.
   *
   * @param truth [outputs] what the answer should be
   * @param a [outputs][room] activations of the output layer
   * @param r place of the row in them
   * @param scale what slopes are multiplied by, the row's weight included
   * @param delta [outputs][room] overwritten in place r by the slopes of the loss
   * @return the loss
   */
  double look(float[] truth, float[][] a, int r, double scale, float[][] delta) {
    for (int o = 0; o < outputs.length; o++) {
      outputs[o] = a[o][r];
      targets[o] = truth[o];
    }
    loss.link(outputs);
    loss.slope(outputs, targets, slopes);
    for (int o = 0; o < outputs.length; o++) {
      delta[o][r] = (float) (scale * slopes[o]);
    }
    return loss.value(outputs, targets);
  }
}
