package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.EncodedRow;
import org.backpropnet.data.Encoder;
import org.backpropnet.engine.DoubleThermometers.Rows;
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
  /** Most rows in a block: long runs suit plain loops, and a block stays in the second cache. */
  public static final int ROOM = 640;

  private final Kernels kernels = Kernels.best();

  final NetworkSpec spec;
  final List<LayerSpec> layers;
  final Parameters layout;
  final double[][] input;
  final int[][] active;
  final int[][] bins;
  final double[][] fractions;
  final DoubleThermometers thermometers;
  final double[][][] z;
  final double[][][] a;

  private final DoubleWindow[] weights;
  private double[] parameters;

  /**
   * Workspace for one network.
   *
   * @param spec its shape
   * @param denseInputs number of inputs that carry a number
   * @param starts where the inputs of thermometers lie, see {@link Encoder#thermometerStarts}
   * @param room most rows in a block, for instance {@link #ROOM}
   */
  public DoubleForward(NetworkSpec spec, int denseInputs, int[] starts, int room) {
    this.spec = spec;
    this.layers = spec.layers();
    this.layout = Parameters.of(spec);
    input = new double[denseInputs][room];
    active = new int[room][];
    thermometers = new DoubleThermometers(layout, starts);
    bins = new int[room][];
    fractions = new double[room][thermometers.count()];
    z = new double[layers.size()][][];
    a = new double[layers.size()][][];
    weights = new DoubleWindow[layers.size()];
    for (int l = 0; l < layers.size(); l++) {
      z[l] = new double[layers.get(l).units()][room];
      a[l] = new double[layers.get(l).units()][room];
    }
  }

  /**
   * Where the scaled numbers of the block's rows are put.
   *
   * @return [denseInputs][room], to be filled
   */
  public double[][] dense() {
    return input;
  }

  /**
   * Puts what a row has besides its scaled numbers into the block.
   *
   * @param r place in the block
   * @param row its inputs; bins and active inputs are kept, not copied
   */
  public void load(int r, EncodedRow row) {
    active[r] = row.active();
    bins[r] = row.bins();
    System.arraycopy(row.fractions(), 0, fractions[r], 0, fractions[r].length);
  }

  void load(int r, Dataset data, int row) {
    for (int k = 0; k < input.length; k++) {
      input[k][r] = data.dense()[row][k];
    }
    active[r] = data.active()[row];
    if (thermometers.count() > 0) {
      bins[r] = data.thermometers().bins()[row];
    }
    for (int t = 0; t < thermometers.count(); t++) {
      fractions[r][t] = data.thermometers().fractions()[row][t];
    }
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
      if (l == 0) {
        addSparse(from, to);
      }
      for (int unit = 0; unit < z[l].length; unit++) {
        activation.apply(z[l][unit], a[l][unit], from, to);
      }
    }
  }

  private void addSparse(int from, int to) {
    for (int unit = 0; unit < z[0].length; unit++) {
      addActive(unit, from, to);
    }
    if (thermometers.count() > 0) {
      Rows rows = new Rows(bins, fractions, from, to);
      double[] binSums = thermometers.room();
      for (int unit = 0; unit < z[0].length; unit++) {
        thermometers.addSums(parameters, unit, rows, binSums, z[0][unit]);
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
