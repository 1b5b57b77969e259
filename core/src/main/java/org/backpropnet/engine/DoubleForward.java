package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.DoubleWindow;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Answers of a network in double precision, a block of rows at a time. A row's answer has the same
 * bits whatever else is in the block. Not for several threads at once: one object each.
 */
public final class DoubleForward {
  /** Most rows in a block. */
  public static final int ROOM = 256;

  private final Kernels kernels = Kernels.best();

  final NetworkSpec spec;
  final List<LayerSpec> layers;
  final Parameters layout;
  final double[][] input;
  final int[][] active;
  final double[][][] z;
  final double[][][] a;

  private final DoubleWindow[] weights;
  private double[] parameters;

  /**
   * Workspace for one network.
   *
   * @param spec its shape
   * @param denseInputs number of inputs that carry a number
   * @param room most rows in a block, for instance {@link #ROOM}
   */
  public DoubleForward(NetworkSpec spec, int denseInputs, int room) {
    this.spec = spec;
    this.layers = spec.layers();
    this.layout = Parameters.of(spec);
    input = new double[denseInputs][room];
    active = new int[room][];
    z = new double[layers.size()][][];
    a = new double[layers.size()][][];
    weights = new DoubleWindow[layers.size()];
    for (int l = 0; l < layers.size(); l++) {
      z[l] = new double[layers.get(l).units()][room];
      a[l] = new double[layers.get(l).units()][room];
    }
  }

  /**
   * Puts a row into the block.
   *
   * @param r place in the block
   * @param dense [denseInputs] coded numbers, copied
   * @param activeInputs inputs that are 1, or -1; kept, not copied
   */
  public void load(int r, double[] dense, int[] activeInputs) {
    for (int k = 0; k < input.length; k++) {
      input[k][r] = dense[k];
    }
    active[r] = activeInputs;
  }

  void load(int r, float[] dense, int[] activeInputs) {
    for (int k = 0; k < input.length; k++) {
      input[k][r] = dense[k];
    }
    active[r] = activeInputs;
  }

  /**
   * Walks forwards with rows of the block.
   *
   * @param parameters [P] weights and biases
   * @param from first place
   * @param to behind the last
   */
  public void forward(double[] parameters, int from, int to) {
    use(parameters);
    walk(from, to);
  }

  /** Looks at other weights from now on; a look at the same array is for free. */
  void use(double[] at) {
    if (parameters == at) {
      return;
    }
    parameters = at;
    for (int l = 0; l < weights.length; l++) {
      weights[l] = new DoubleWindow(at, layout.weight(l, 0, 0), layout.inputs(l), 1);
    }
  }

  /** Forwards with the weights in use; several threads may do so with rows of their own. */
  void walk(int from, int to) {
    for (int l = 0; l < weights.length; l++) {
      double[][] below = l == 0 ? input : a[l - 1];
      Activation activation = layers.get(l).activation();
      for (int unit = 0; unit < z[l].length; unit++) {
        Arrays.fill(z[l][unit], from, to, parameters[layout.bias(l, unit)]);
      }
      kernels.addProducts(weights[l], below, below.length, z[l], from, to);
      for (int unit = 0; unit < z[l].length; unit++) {
        if (l == 0) {
          addActive(unit, from, to);
        }
        activation.apply(z[l][unit], a[l][unit], from, to);
      }
    }
  }

  private void addActive(int unit, int from, int to) {
    double[] sum = z[0][unit];
    int at = layout.weight(0, unit, 0);
    for (int r = from; r < to; r++) {
      for (int one : active[r]) {
        if (one >= 0) {
          sum[r] += parameters[at + one];
        }
      }
    }
  }

  /**
   * The answer of one row of the block.
   *
   * @param r place in the block
   * @param answer [outputs] overwritten: after the link
   */
  public void answer(int r, double[] answer) {
    double[][] last = a[a.length - 1];
    for (int o = 0; o < answer.length; o++) {
      answer[o] = last[o][r];
    }
    spec.loss().link(answer);
  }
}
