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
  final OneHot ones;
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
   * @param blocks most inputs of a row that are 1
   * @param starts where the inputs of thermometers lie, see {@link Encoder#thermometerStarts}
   * @param room most rows in a block, for instance {@link #ROOM}
   */
  public DoubleForward(NetworkSpec spec, int denseInputs, int blocks, int[] starts, int room) {
    this.spec = spec;
    this.layers = spec.layers();
    this.layout = Parameters.of(spec);
    input = new double[denseInputs][room];
    ones = new OneHot(layout, blocks, room);
    thermometers = new DoubleThermometers(layout, starts);
    bins = new int[thermometers.count()][room];
    fractions = new double[thermometers.count()][room];
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
   * @param row its inputs; copied
   */
  public void load(int r, EncodedRow row) {
    ones.load(r, row.active());
    load(r, row.bins(), row.fractions());
  }

  void load(int r, Dataset data, int row) {
    for (int k = 0; k < input.length; k++) {
      input[k][r] = data.dense()[row][k];
    }
    ones.load(r, data.active()[row]);
    for (int t = 0; t < thermometers.count(); t++) {
      bins[t][r] = data.thermometers().bins()[row][t];
      fractions[t][r] = data.thermometers().fractions()[row][t];
    }
  }

  private void load(int r, int[] rowBins, double[] rowFractions) {
    for (int t = 0; t < bins.length; t++) {
      bins[t][r] = rowBins[t];
      fractions[t][r] = rowFractions[t];
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
    if (ones.blocks() > 0) {
      ones.addWeights(parameters, z[0], from, to);
    }
    if (thermometers.count() > 0) {
      thermometers.addSums(parameters, new Rows(bins, fractions, from, to), z[0]);
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
