package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.FloatWeights;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Loss and gradient of a minibatch in single precision. Activations are stored [unit][row]; each
 * number is one chain of fma in a fixed order, so the same rows give the same bits on any number of
 * threads. Work is cut twice: forwards and backwards by rows, gradients by units.
 */
public final class Backprop {
  /** Longest chain of single-precision additions; longer batches are summed in double. */
  static final int CHUNK = 1024;

  private final NetworkSpec spec;
  private final List<LayerSpec> layers;
  private final Parameters layout;
  private final Dataset data;
  private final Team team;
  private final float[][] input;
  private final float[][][] z;
  private final float[][][] a;
  private final float[][][] delta;
  private final double[] losses;
  private final double meanWeight;
  private double[] sums;

  /**
   * An engine for one data set.
   *
   * @param spec the network's shape
   * @param data the rows
   * @param team the threads that share the work
   */
  public Backprop(NetworkSpec spec, Dataset data, Team team) {
    this.spec = spec;
    this.layers = spec.layers();
    this.layout = Parameters.of(spec);
    this.data = data;
    this.team = team;
    int room = Math.max(1, Math.min(CHUNK, data.rows()));
    input = new float[data.denseInputs()][room];
    z = new float[layers.size()][][];
    a = new float[layers.size()][][];
    delta = new float[layers.size()][][];
    for (int l = 0; l < layers.size(); l++) {
      z[l] = new float[layers.get(l).units()][room];
      a[l] = new float[layers.get(l).units()][room];
      delta[l] = new float[layers.get(l).units()][room];
    }
    losses = new double[room];
    meanWeight = data.totalWeight() / data.rows();
  }

  /**
   * Mean loss of a minibatch and its slope. A row's weight is taken relative to the mean weight of
   * all rows, so that minibatches are unbiased.
   *
   * @param parameters [P] weights and biases
   * @param rows row numbers; the minibatch is rows[from] to rows[to - 1]
   * @param from first
   * @param to behind the last
   * @param dropout which hidden units are silenced
   * @param gradient [P] overwritten by the slope
   * @return the mean loss, penalty not included
   */
  public double gradient(
      float[] parameters, int[] rows, int from, int to, Dropout dropout, float[] gradient) {
    double loss = 0;
    double scale = 1 / ((to - from) * meanWeight);
    boolean chunked = to - from > CHUNK;
    if (chunked) {
      sums = sums == null ? new double[gradient.length] : sums;
      Arrays.fill(sums, 0);
    }
    for (int start = from; start < to; start += CHUNK) {
      int count = Math.min(CHUNK, to - start);
      Chunk chunk = new Chunk(parameters, rows, start, count, dropout, scale);
      loss += forward(chunk, true);
      team.run(part -> weightSlopes(chunk, gradient, part));
      for (int i = 0; chunked && i < sums.length; i++) {
        sums[i] += gradient[i];
      }
    }
    for (int i = 0; chunked && i < sums.length; i++) {
      gradient[i] = (float) sums[i];
    }
    return loss * scale;
  }

  /**
   * Mean loss of all rows, each by its weight.
   *
   * @param parameters [P] weights and biases
   * @return the mean loss, penalty not included
   */
  public double loss(float[] parameters) {
    int[] rows = new int[data.rows()];
    Arrays.setAll(rows, i -> i);
    double loss = 0;
    for (int start = 0; start < rows.length; start += CHUNK) {
      int count = Math.min(CHUNK, rows.length - start);
      loss += forward(new Chunk(parameters, rows, start, count, Dropout.NONE, 0), false);
    }
    return loss / data.totalWeight();
  }

  private record Chunk(
      float[] parameters, int[] rows, int start, int count, Dropout dropout, double scale) {
    int row(int r) {
      return rows[start + r];
    }
  }

  /** Forward and, if asked, backward to every unit's blame; the weighted sum of the losses. */
  private double forward(Chunk chunk, boolean backward) {
    team.run(
        part -> {
          int from = Team.start(chunk.count, part, team.size());
          int to = Team.start(chunk.count, part + 1, team.size());
          gather(chunk, from, to);
          for (int l = 0; l < layers.size(); l++) {
            layerForward(chunk, l, from, to, backward);
          }
          answers(chunk, from, to);
          for (int l = layers.size() - 2; backward && l >= 0; l--) {
            layerBackward(chunk, l, from, to);
          }
        });
    double sum = 0;
    for (int r = 0; r < chunk.count; r++) {
      sum += losses[r];
    }
    return sum;
  }

  private void gather(Chunk chunk, int from, int to) {
    for (int r = from; r < to; r++) {
      float[] dense = data.dense()[chunk.row(r)];
      for (int k = 0; k < input.length; k++) {
        input[k][r] = dense[k];
      }
    }
  }

  private void layerForward(Chunk chunk, int l, int from, int to, boolean masked) {
    float[][] below = l == 0 ? input : a[l - 1];
    for (int unit = 0; unit < z[l].length; unit++) {
      float[] sum = z[l][unit];
      Arrays.fill(sum, from, to, chunk.parameters[layout.bias(l, unit)]);
      FloatWeights weights = new FloatWeights(chunk.parameters, layout.weight(l, unit, 0), 1);
      Kernels.addWeighted(below, below.length, weights, sum, from, to);
      if (l == 0) {
        addActive(chunk, unit, sum, from, to);
      }
      activate(chunk, l, unit, from, to, masked);
    }
  }

  private void addActive(Chunk chunk, int unit, float[] sum, int from, int to) {
    int at = layout.weight(0, unit, 0);
    for (int r = from; r < to; r++) {
      for (int active : data.active()[chunk.row(r)]) {
        if (active >= 0) {
          sum[r] += chunk.parameters[at + active];
        }
      }
    }
  }

  private void activate(Chunk chunk, int l, int unit, int from, int to, boolean masked) {
    layers.get(l).activation().apply(z[l][unit], a[l][unit], from, to);
    if (masked && chunk.dropout.rate() > 0 && l < layers.size() - 1) {
      for (int r = from; r < to; r++) {
        a[l][unit][r] *= (float) chunk.dropout.factor(chunk.row(r), l, unit);
      }
    }
  }

  /** Link, loss and blame of the output layer, row by row in double. */
  private void answers(Chunk chunk, int from, int to) {
    int last = layers.size() - 1;
    double[] outputs = new double[spec.outputs()];
    double[] targets = new double[outputs.length];
    double[] slopes = new double[outputs.length];
    for (int r = from; r < to; r++) {
      float[] truth = data.targets()[chunk.row(r)];
      for (int o = 0; o < outputs.length; o++) {
        outputs[o] = a[last][o][r];
        targets[o] = truth[o];
      }
      double weight = data.weights()[chunk.row(r)];
      spec.loss().link(outputs);
      losses[r] = weight * spec.loss().value(outputs, targets);
      spec.loss().slope(outputs, targets, slopes);
      for (int o = 0; o < outputs.length; o++) {
        delta[last][o][r] = (float) (weight * chunk.scale * slopes[o]);
      }
    }
    if (!spec.loss().forClasses()) {
      for (int o = 0; o < outputs.length; o++) {
        spec.output().scaleBySlope(z[last][o], a[last][o], delta[last][o], from, to);
      }
    }
  }

  private void layerBackward(Chunk chunk, int l, int from, int to) {
    float[][] above = delta[l + 1];
    boolean masked = chunk.dropout.rate() > 0;
    for (int unit = 0; unit < delta[l].length; unit++) {
      float[] blame = delta[l][unit];
      Arrays.fill(blame, from, to, 0f);
      int at = layout.weight(l + 1, 0, unit);
      FloatWeights weights = new FloatWeights(chunk.parameters, at, layout.inputs(l + 1));
      Kernels.addWeighted(above, above.length, weights, blame, from, to);
      if (masked) {
        // The activation before silencing is needed for its slope.
        layers.get(l).activation().apply(z[l][unit], a[l][unit], from, to);
      }
      layers.get(l).activation().scaleBySlope(z[l][unit], a[l][unit], blame, from, to);
      for (int r = from; masked && r < to; r++) {
        float factor = (float) chunk.dropout.factor(chunk.row(r), l, unit);
        blame[r] *= factor;
        a[l][unit][r] *= factor;
      }
    }
  }

  /** Phase two: the slopes of this part's units in every layer, over all rows of the chunk. */
  private void weightSlopes(Chunk chunk, float[] gradient, int part) {
    float[] four = new float[4];
    for (int l = 0; l < layers.size(); l++) {
      float[][] below = l == 0 ? input : a[l - 1];
      int units = delta[l].length;
      int to = Team.start(units, part + 1, team.size());
      for (int unit = Team.start(units, part, team.size()); unit < to; unit++) {
        float[] blame = delta[l][unit];
        int at = layout.weight(l, unit, 0);
        for (int k = 0; k < below.length; k += 4) {
          Kernels.fourDots(blame, below, k, chunk.count, four);
          System.arraycopy(four, 0, gradient, at + k, Math.min(4, below.length - k));
        }
        if (l == 0) {
          activeSlopes(chunk, blame, at, gradient);
        }
        float sum = 0;
        for (int r = 0; r < chunk.count; r++) {
          sum += blame[r];
        }
        gradient[layout.bias(l, unit)] = sum;
      }
    }
  }

  private void activeSlopes(Chunk chunk, float[] blame, int at, float[] gradient) {
    Arrays.fill(gradient, at + data.denseInputs(), at + spec.inputs(), 0f);
    for (int r = 0; r < chunk.count; r++) {
      for (int active : data.active()[chunk.row(r)]) {
        if (active >= 0) {
          gradient[at + active] += blame[r];
        }
      }
    }
  }
}
