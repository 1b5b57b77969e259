package org.backpropnet.textbook;

/**
 * Everything that one row's walk through a network left behind.
 *
 * @param input [inputs] what went in
 * @param z [layer][unit] weighted sums
 * @param a [layer][unit] activations; in the last layer the answers, after the link
 */
public record Trace(double[] input, double[][] z, double[][] a) {
  /**
   * The network's answer.
   *
   * @return [outputs]
   */
  public double[] answer() {
    return a[a.length - 1];
  }

  /**
   * What a layer was fed with.
   *
   * @param layer from 0
   * @return the row's inputs, or the activations of the layer below
   */
  public double[] below(int layer) {
    return layer == 0 ? input : a[layer - 1];
  }
}
