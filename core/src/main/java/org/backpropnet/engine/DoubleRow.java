package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.EncodedRow;
import org.backpropnet.data.Encoder;
import org.backpropnet.math.Fused;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.DoubleWindow;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * The answers of a network to single rows, in double precision: the bits of {@link DoubleForward}
 * without its arrays over rows. Here the units lie side by side, so the weights are kept turned
 * round. Safe for several threads.
 */
public final class DoubleRow {
  private final Kernels kernels = Kernels.best();

  private final NetworkSpec spec;
  private final List<LayerSpec> layers;

  /** [layers][inputs][units] */
  private final double[][][] weights;

  /** [layers][units] */
  private final double[][] biases;

  /** [thermometers][bins][units] the sums of the first layer's weights for lower bins. */
  private final double[][][] below;

  private final int[] starts;

  /**
   * For one network.
   *
   * @param spec its shape
   * @param starts where the inputs of thermometers lie, see {@link Encoder#thermometerStarts}
   * @param parameters [P] weights and biases, copied
   */
  public DoubleRow(NetworkSpec spec, int[] starts, double[] parameters) {
    this.spec = spec;
    this.starts = starts;
    layers = spec.layers();
    Parameters layout = Parameters.of(spec);
    weights = new double[layers.size()][][];
    biases = new double[layers.size()][];
    for (int l = 0; l < weights.length; l++) {
      int units = layout.units(l);
      weights[l] = new double[layout.inputs(l)][units];
      for (int u = 0; u < units; u++) {
        int at = layout.weight(l, u, 0);
        for (int k = 0; k < weights[l].length; k++) {
          weights[l][k][u] = parameters[at + k];
        }
      }
      int bias = layout.bias(l, 0);
      biases[l] = Arrays.copyOfRange(parameters, bias, bias + units);
    }
    below = new double[starts.length - 1][][];
    for (int t = 0; t < below.length; t++) {
      below[t] = lowerSums(starts[t], starts[t + 1]);
    }
  }

  private double[][] lowerSums(int from, int to) {
    double[][] sums = new double[to - from][biases[0].length];
    for (int b = 1; b < sums.length; b++) {
      for (int u = 0; u < sums[b].length; u++) {
        sums[b][u] = sums[b - 1][u] + weights[0][from + b - 1][u];
      }
    }
    return sums;
  }

  /**
   * Answers one row.
   *
   * @param row its inputs
   * @return [outputs] after the link
   */
  public double[] answer(EncodedRow row) {
    double[] x = row.dense();
    for (int l = 0; l < weights.length; l++) {
      double[] sums = biases[l].clone();
      double[][] one = {sums};
      kernels.addProducts(new DoubleWindow(x, 0, 0, 1), weights[l], x.length, one, 0, sums.length);
      if (l == 0) {
        addActive(row.active(), sums);
        addThermometers(row, sums);
      }
      layers.get(l).activation().apply(sums, sums, 0, sums.length);
      x = sums;
    }
    spec.loss().link(x);
    return x;
  }

  private void addActive(int[] active, double[] sums) {
    for (int input : active) {
      if (input >= 0) {
        double[] w = weights[0][input];
        for (int u = 0; u < sums.length; u++) {
          sums[u] += w[u];
        }
      }
    }
  }

  private void addThermometers(EncodedRow row, double[] sums) {
    for (int t = 0; t < below.length; t++) {
      int bin = row.bins()[t];
      if (bin >= 0) {
        double[] lower = below[t][bin];
        double[] w = weights[0][starts[t] + bin];
        double fraction = row.fractions()[t];
        for (int u = 0; u < sums.length; u++) {
          sums[u] += Fused.multiplyAdd(fraction, w[u], lower[u]);
        }
      }
    }
  }
}
