package org.backpropnet.explain;

import org.backpropnet.textbook.Trace;

/**
 * How far inputs and units swing over the rows, and so how much their links can do.
 *
 * @param mean [layer + 1][source] mean of the inputs, then of each layer's units
 * @param deviation the same for standard deviations
 * @param reach the same for how strongly a source reaches the layer above; for outputs their spread
 */
record Spread(double[][] mean, double[][] deviation, double[][] reach) {
  private static final int MOST = 400;

  static Spread of(Subject s) {
    int[] rows = s.sample(s.learned(), 1, MOST);
    int layers = s.layers().size();
    double[][] sum = new double[layers + 1][];
    double[][] square = new double[layers + 1][];
    for (int l = 0; l <= layers; l++) {
      int size = l == 0 ? s.spec.inputs() : s.layout.units(l - 1);
      sum[l] = new double[size];
      square[l] = new double[size];
    }
    for (int row : rows) {
      Trace trace = s.book.forward(s.weights, s.vector(row));
      for (int l = 0; l <= layers; l++) {
        double[] values = l < layers ? trace.below(l) : trace.answer();
        for (int i = 0; i < values.length; i++) {
          sum[l][i] += values[i];
          square[l][i] += values[i] * values[i];
        }
      }
    }
    for (int l = 0; l <= layers; l++) {
      for (int i = 0; i < sum[l].length; i++) {
        sum[l][i] /= rows.length;
        double variance = square[l][i] / rows.length - sum[l][i] * sum[l][i];
        square[l][i] = Math.sqrt(Math.max(0, variance));
      }
    }
    return new Spread(sum, square, reaches(s, square));
  }

  private static double[][] reaches(Subject s, double[][] deviation) {
    double[][] reach = new double[deviation.length][];
    for (int l = 0; l < deviation.length; l++) {
      reach[l] = new double[deviation[l].length];
      for (int i = 0; i < reach[l].length; i++) {
        double strength = l == deviation.length - 1 ? 1 : 0;
        for (int to = 0; l < deviation.length - 1 && to < s.layout.units(l); to++) {
          strength += Math.abs(s.weights[s.layout.weight(l, to, i)]);
        }
        reach[l][i] = strength * deviation[l][i];
      }
    }
    return reach;
  }

  double of(int layer, int source) {
    return deviation[layer][source];
  }

  double[] reach(int layer) {
    return reach[layer];
  }
}
