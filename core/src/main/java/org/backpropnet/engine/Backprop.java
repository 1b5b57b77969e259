package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.backpropnet.data.Dataset;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.Window;
import org.backpropnet.math.SpeedCanary;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Loss and gradient of a minibatch in single precision. Activations are stored [unit][row]; each
 * number is one chain of fma in a fixed order, so the same rows give the same bits on any number of
 * threads. Work is cut twice: forwards and backwards by rows, gradients by weights. A few rows take
 * a way of their own ({@link RowBackprop}), to the same bits.
 */
public final class Backprop {
  /** Longest chain of single-precision additions; longer batches are summed in double. */
  static final int CHUNK = 1024;

  /** Below this many rows too little lies side by side. */
  private static final int FEW_ROWS = 12;

  private final Kernels kernels = Kernels.best();

  private final NetworkSpec spec;
  private final Parameters layout;
  private final Dataset data;
  private final Team team;
  private final RowBackprop few;
  private final float[][] input;
  private final LayerSpace[] layers;
  private final Window[] forwards;
  private final Window[] backwards;
  private final float[][] table;

  private final OneHot ones;
  private final ThermometerSums thermometers;
  private final double[] losses;
  private final Answers[] answers;
  private final WeightSlopes[] slopes;
  private final WeightSlopes.Share[] shares;
  private final double meanWeight;
  private final int tile;
  private final IntConsumer walk = this::walk;
  private final IntConsumer sum = this::sum;
  private double[] sums;

  // The batch in hand: fields, so that the parts of its work need no objects.
  private float[] parameters;
  private float[] gradient;
  private int[] rows;
  private int start;
  private int count;
  private Dropout dropout;
  private double scale;
  private boolean backward;

  /**
   * An engine for one data set.
   *
   * @param spec the network's shape
   * @param data the rows
   * @param team the threads that share the work
   */
  public Backprop(NetworkSpec spec, Dataset data, Team team) {
    this.spec = spec;
    this.layout = Parameters.of(spec);
    this.data = data;
    this.team = team;
    few = new RowBackprop(spec, data);
    SpeedCanary.expect(data.rows(), layout.length());
    int room = Math.max(1, Math.min(CHUNK, data.rows()));
    input = new float[data.denseInputs()][room];
    table = new float[room][];
    ones = new OneHot(data.blocks(), room);
    List<LayerSpec> specs = spec.layers();
    layers = new LayerSpace[specs.size()];
    for (int l = 0; l < layers.length; l++) {
      int inputs = l == 0 ? data.denseInputs() : layout.inputs(l);
      layers[l] = new LayerSpace(specs.get(l), inputs, l == 0, room);
    }
    thermometers = new ThermometerSums(layout, data.thermometers(), layers[0].delta, team);
    forwards = new Window[layers.length];
    backwards = new Window[layers.length];
    losses = new double[room];
    answers = new Answers[team.size()];
    slopes = new WeightSlopes[team.size()];
    shares = new WeightSlopes.Share[team.size()];
    for (int part = 0; part < team.size(); part++) {
      answers[part] = new Answers(spec, data);
      slopes[part] = new WeightSlopes(layout, layers, data.denseInputs(), team);
      shares[part] = new WeightSlopes.Share(part, team.size());
    }
    meanWeight = data.totalWeight() / data.rows();
    tile = Tile.rows(layout);
  }

  /**
   * Mean loss of a minibatch and its slope. A row's weight is taken relative to the mean weight of
   * all rows, so that minibatches are unbiased.
   *
   * @param weights [P] weights and biases
   * @param order row numbers; the minibatch is order[from] to order[to - 1]
   * @param from first
   * @param to behind the last
   * @param mask which hidden units are silenced
   * @param slope [P] overwritten by the slope
   * @return the mean loss, penalty not included
   */
  public double gradient(
      float[] weights, int[] order, int from, int to, Dropout mask, float[] slope) {
    use(weights, order, mask);
    gradient = slope;
    backward = true;
    scale = 1 / ((to - from) * meanWeight);
    if (to - from < FEW_ROWS) {
      return scale * few.gradient(weights, order, from, to, mask, scale, slope);
    }
    thermometers.prepare(weights);
    double loss = 0;
    boolean chunked = to - from > CHUNK;
    if (chunked) {
      sums = sums == null ? new double[slope.length] : sums;
      Arrays.fill(sums, 0);
    }
    for (int first = from; first < to; first += CHUNK) {
      loss += forward(first, Math.min(CHUNK, to - first));
      team.run(sum);
      for (int i = 0; chunked && i < sums.length; i++) {
        sums[i] += slope[i];
      }
    }
    for (int i = 0; chunked && i < sums.length; i++) {
      slope[i] = (float) sums[i];
    }
    return loss * scale;
  }

  /**
   * Mean loss of all rows, each by its weight.
   *
   * @param weights [P] weights and biases
   * @return the mean loss, penalty not included
   */
  public double loss(float[] weights) {
    int[] all = new int[data.rows()];
    Arrays.setAll(all, i -> i);
    use(weights, all, Dropout.NONE);
    backward = false;
    thermometers.prepare(weights);
    double loss = 0;
    for (int first = 0; first < all.length; first += CHUNK) {
      loss += forward(first, Math.min(CHUNK, all.length - first));
    }
    return loss / data.totalWeight();
  }

  private void use(float[] weights, int[] order, Dropout mask) {
    rows = order;
    dropout = mask;
    if (parameters == weights) {
      return;
    }
    parameters = weights;
    for (int l = 0; l < layers.length; l++) {
      int at = layout.weight(l, 0, 0);
      forwards[l] = new Window(weights, at, layout.inputs(l), 1);
      backwards[l] = new Window(weights, at, 1, layout.inputs(l));
    }
  }

  /** Forward and, if asked, backward to every unit's blame; the weighted sum of the losses. */
  private double forward(int first, int size) {
    start = first;
    count = size;
    team.run(walk);
    double loss = 0;
    for (int r = 0; r < count; r++) {
      loss += losses[r];
    }
    return loss;
  }

  private void walk(int part) {
    int end = Team.start(count, part + 1, team.size());
    for (int from = Team.start(count, part, team.size()); from < end; from += tile) {
      int to = Math.min(end, from + tile);
      gather(from, to);
      for (int l = 0; l < layers.length; l++) {
        layerForward(l, from, to);
      }
      answer(answers[part], from, to);
      for (int l = layers.length - 2; backward && l >= 0; l--) {
        layerBackward(l, from, to);
      }
      for (int l = 0; backward && l < layers.length; l++) {
        layers[l].turnRound(below(l), l == 0, from, to);
      }
      if (backward) {
        thermometers.turnRound(from, to);
      }
    }
  }

  private float[][] below(int l) {
    return l == 0 ? input : layers[l - 1].a;
  }

  private void gather(int from, int to) {
    for (int r = from; r < to; r++) {
      int row = rows[start + r];
      table[r] = data.dense()[row];
      ones.load(r, data.active()[row]);
    }
    thermometers.gather(rows, start, from, to);
    Transpose.turn(table, from, to, input, 0, input.length);
    if (layers[0].belowRows != null) {
      System.arraycopy(table, from, layers[0].belowRows, from, to - from);
    }
  }

  private void layerForward(int l, int from, int to) {
    team.listen();
    LayerSpace space = layers[l];
    for (int unit = 0; unit < space.z.length; unit++) {
      Arrays.fill(space.z[unit], from, to, parameters[layout.bias(l, unit)]);
    }
    kernels.addProducts(forwards[l], below(l), below(l).length, space.z, from, to);
    for (int unit = 0; unit < space.z.length; unit++) {
      if (l == 0) {
        ones.addWeights(parameters, layout.weight(0, unit, 0), space.z[unit], from, to);
        thermometers.addSums(unit, space.z[unit], from, to);
      }
      activate(l, unit, from, to);
    }
  }

  private void activate(int l, int unit, int from, int to) {
    LayerSpace space = layers[l];
    space.activation.apply(space.z[unit], space.a[unit], from, to);
    if (backward && masked(l)) {
      mask(l, unit, space.a[unit], from, to);
    }
  }

  private boolean masked(int l) {
    return dropout.rate() > 0 && l < layers.length - 1;
  }

  private void mask(int l, int unit, float[] numbers, int from, int to) {
    for (int r = from; r < to; r++) {
      numbers[r] *= (float) dropout.factor(rows[start + r], l, unit);
    }
  }

  private void answer(Answers answers, int from, int to) {
    LayerSpace last = layers[layers.length - 1];
    for (int r = from; r < to; r++) {
      losses[r] = answers.look(rows[start + r], last.a, r, scale, last.delta);
    }
    for (int o = 0; o < last.z.length && !spec.loss().forClasses(); o++) {
      last.activation.scaleBySlope(last.z[o], last.a[o], last.delta[o], from, to);
    }
  }

  private void layerBackward(int l, int from, int to) {
    team.listen();
    LayerSpace space = layers[l];
    float[][] above = layers[l + 1].delta;
    for (float[] blame : space.delta) {
      Arrays.fill(blame, from, to, 0f);
    }
    kernels.addProducts(backwards[l + 1], above, above.length, space.delta, from, to);
    for (int unit = 0; unit < space.delta.length; unit++) {
      if (masked(l)) {
        unmasked(l, unit, from, to);
      } else {
        space.activation.scaleBySlope(space.z[unit], space.a[unit], space.delta[unit], from, to);
      }
    }
  }

  /** The slope needs the activation before silencing; the silence holds for blame, too. */
  private void unmasked(int l, int unit, int from, int to) {
    LayerSpace space = layers[l];
    float[] z = space.z[unit];
    float[] a = space.a[unit];
    if (a != z) {
      space.activation.apply(z, a, from, to);
    }
    space.activation.scaleBySlope(z, a, space.delta[unit], from, to);
    mask(l, unit, space.delta[unit], from, to);
    if (a != z) {
      mask(l, unit, a, from, to);
    }
  }

  /** Phase two: the slopes of this part's weights in every layer, over all rows of the chunk. */
  private void sum(int part) {
    for (int l = 0; l < layers.length; l++) {
      slopes[part].sum(l, layers[l], below(l), count, shares[part], gradient);
    }
    float[][] blames = layers[0].delta;
    int to = ones.blocks() == 0 ? 0 : shares[part].to(blames.length);
    for (int unit = shares[part].from(blames.length); unit < to; unit++) {
      int at = layout.weight(0, unit, 0);
      Arrays.fill(gradient, at + data.denseInputs(), at + spec.inputs(), 0f);
      ones.addSlopes(blames[unit], count, gradient, at);
    }
    thermometers.slopes(part, count, gradient);
  }
}
