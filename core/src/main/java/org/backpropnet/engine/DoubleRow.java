package org.backpropnet.engine;

import java.util.List;
import org.backpropnet.data.EncodedRow;
import org.backpropnet.data.Encoder;
import org.backpropnet.math.Fused;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * The answer of a network to a single row, in double precision: the bits of {@link DoubleForward}
 * without its arrays over rows. Not for several threads at once: one object each.
 */
public final class DoubleRow {
  private final NetworkSpec spec;
  private final List<LayerSpec> layers;
  private final Parameters layout;
  private final DoubleThermometers thermometers;
  private final double[][] a;

  /**
   * Workspace for one network.
   *
   * @param spec its shape
   * @param starts where the inputs of thermometers lie, see {@link Encoder#thermometerStarts}
   */
  public DoubleRow(NetworkSpec spec, int[] starts) {
    this.spec = spec;
    layers = spec.layers();
    layout = Parameters.of(spec);
    thermometers = new DoubleThermometers(layout, starts);
    a = new double[layers.size()][];
    for (int l = 0; l < a.length; l++) {
      a[l] = new double[layers.get(l).units()];
    }
  }

  /**
   * Answers one row.
   *
   * @param parameters [P] weights and biases
   * @param row its inputs
   * @return [outputs] after the link; overwritten by the next call
   */
  public double[] answer(double[] parameters, EncodedRow row) {
    for (int l = 0; l < a.length; l++) {
      double[] below = l == 0 ? row.dense() : a[l - 1];
      double[] sums = a[l];
      int unit = 0;
      for (; unit + 4 <= sums.length; unit += 4) {
        fourUnits(parameters, l, unit, below, sums);
      }
      for (; unit < sums.length; unit++) {
        sums[unit] = oneUnit(parameters, l, unit, below);
      }
      for (int u = 0; l == 0 && u < sums.length; u++) {
        sums[u] = withActive(parameters, layout.weight(0, u, 0), row.active(), sums[u]);
        sums[u] = thermometers.withSum(parameters, u, row.bins(), row.fractions(), sums[u]);
      }
      layers.get(l).activation().apply(sums, sums, 0, sums.length);
    }
    double[] answer = a[a.length - 1];
    spec.loss().link(answer);
    return answer;
  }

  /** Four chains side by side: a single one waits four times as long for each of its terms. */
  private void fourUnits(double[] w, int l, int unit, double[] x, double[] sums) {
    int at0 = layout.weight(l, unit, 0);
    int at1 = layout.weight(l, unit + 1, 0);
    int at2 = layout.weight(l, unit + 2, 0);
    int at3 = layout.weight(l, unit + 3, 0);
    double s0 = w[layout.bias(l, unit)];
    double s1 = w[layout.bias(l, unit + 1)];
    double s2 = w[layout.bias(l, unit + 2)];
    double s3 = w[layout.bias(l, unit + 3)];
    for (int k = 0; k < x.length; k++) {
      double p = x[k];
      s0 = Fused.multiplyAdd(w[at0 + k], p, s0);
      s1 = Fused.multiplyAdd(w[at1 + k], p, s1);
      s2 = Fused.multiplyAdd(w[at2 + k], p, s2);
      s3 = Fused.multiplyAdd(w[at3 + k], p, s3);
    }
    sums[unit] = s0;
    sums[unit + 1] = s1;
    sums[unit + 2] = s2;
    sums[unit + 3] = s3;
  }

  private double oneUnit(double[] w, int l, int unit, double[] x) {
    int at = layout.weight(l, unit, 0);
    double sum = w[layout.bias(l, unit)];
    for (int k = 0; k < x.length; k++) {
      sum = Fused.multiplyAdd(w[at + k], x[k], sum);
    }
    return sum;
  }

  private static double withActive(double[] w, int at, int[] active, double start) {
    double sum = start;
    for (int one : active) {
      if (one >= 0) {
        sum += w[at + one];
      }
    }
    return sum;
  }
}
