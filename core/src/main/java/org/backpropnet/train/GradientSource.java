package org.backpropnet.train;

import org.backpropnet.network.Dropout;

/** Where the slope of a minibatch comes from: this machine, or several that share the rows. */
public interface GradientSource {
  /**
   * Mean loss of a minibatch and its slope.
   *
   * @param parameters [P] weights and biases
   * @param rows row numbers; the minibatch is rows[from] to rows[to - 1]
   * @param from first
   * @param to behind the last
   * @param dropout which hidden units are silenced
   * @param gradient [P] overwritten by the slope, penalty not included
   * @return the mean loss, penalty not included
   */
  double gradient(
      float[] parameters, int[] rows, int from, int to, Dropout dropout, float[] gradient);
}
