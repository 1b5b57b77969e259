package org.backpropnet.engine;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.Window;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * One thread's rows of a minibatch on their way through the layers, forwards and backwards. Each
 * thread has arrays of its own: two that write to the same lines of memory would wait for each
 * other at every pass of a loop.
 */
final class Pass {
  private final Kernels kernels = Kernels.best();

  private final NetworkSpec spec;
  private final Parameters layout;
  private final Dataset data;
  private final Team team;
  private final Answers answers;
  private final float[][] input;
  private final float[][] table;
  private final float[][] targets;
  private final double[] rowWeights;
  private final double[] losses;
  private final Window[] forwards;
  private final Window[] backwards;
  private final int tile;

  final LayerSpace[] layers;
  final OneHot ones;
  final ThermometerSums thermometers;

  /** Rows in hand. */
  int count;

  private int start;
  private float[] parameters;
  private int[] rows;
  private Dropout dropout;
  private double scale;
  private boolean backward;
  private float fetched;

  /**
   * Room for some rows.
   *
   * @param spec the network's shape
   * @param data all rows
   * @param weights of the thermometers
   * @param team whose member it works for
   * @param room most rows at once
   */
  Pass(NetworkSpec spec, Dataset data, ThermometerWeights weights, Team team, int room) {
    this.spec = spec;
    this.layout = Parameters.of(spec);
    this.data = data;
    this.team = team;
    answers = new Answers(spec);
    input = new float[data.denseInputs()][room];
    table = new float[room][];
    targets = new float[room][];
    rowWeights = new double[room];
    ones = new OneHot(layout, data.blocks(), room);
    List<LayerSpec> specs = spec.layers();
    layers = new LayerSpace[specs.size()];
    for (int l = 0; l < layers.length; l++) {
      int inputs = l == 0 ? data.denseInputs() : layout.inputs(l);
      layers[l] = new LayerSpace(specs.get(l), inputs, l == 0, room);
    }
    thermometers = new ThermometerSums(data.thermometers(), weights, layers[0].delta, team.size());
    losses = new double[room];
    forwards = new Window[layers.length];
    backwards = new Window[layers.length];
    tile = Tile.rows(layout);
  }

  /**
   * Takes up a minibatch.
   *
   * @param at [P] weights and biases
   * @param order row numbers
   * @param mask which hidden units are silenced
   */
  void use(float[] at, int[] order, Dropout mask) {
    rows = order;
    dropout = mask;
    if (parameters == at) {
      return;
    }
    parameters = at;
    for (int l = 0; l < layers.length; l++) {
      int first = layout.weight(l, 0, 0);
      forwards[l] = new Window(at, first, layout.inputs(l), 1);
      backwards[l] = new Window(at, first, 1, layout.inputs(l));
    }
  }

  /**
   * Forwards.
   *
   * @param from place of the first row in the order
   * @param to behind the last
   */
  void forward(int from, int to) {
    backward = false;
    go(from, to);
  }

  /**
   * Forwards, and backwards to every unit's blame.
   *
   * @param from place of the first row in the order
   * @param to behind the last
   * @param scale what the slopes of a row's loss are multiplied by besides its weight
   */
  void forwardAndBack(int from, int to, double scale) {
    this.scale = scale;
    backward = true;
    go(from, to);
  }

  private void go(int from, int to) {
    start = from;
    count = to - from;
    if (team.size() > 1) {
      fetched = Fetch.all(parameters, fetched);
    }
    for (int r = 0; r < count; r += tile) {
      tile(r, Math.min(count, r + tile));
    }
    if (backward && ones.blocks() > 0) {
      ones.sort(count);
    }
  }

  private void tile(int from, int to) {
    gather(from, to);
    for (int l = 0; l < layers.length; l++) {
      layerForward(l, from, to);
    }
    answer(from, to);
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

  /** The sum of the losses, row by row on top of what came before. */
  double addLosses(double before) {
    double loss = before;
    for (int r = 0; r < count; r++) {
      loss += losses[r];
    }
    return loss;
  }

  /** What lies below a layer, dense inputs only: [inputs][room]. */
  float[][] below(int l) {
    return l == 0 ? input : layers[l - 1].a;
  }

  private void gather(int from, int to) {
    for (int r = from; r < to; r++) {
      int row = rows[start + r];
      table[r] = data.dense()[row];
      targets[r] = data.targets()[row];
      rowWeights[r] = data.weights()[row];
      if (ones.blocks() > 0) {
        ones.load(r, data.active()[row]);
      }
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
    if (l == 0 && ones.blocks() > 0) {
      ones.addWeights(parameters, space.z, from, to);
    }
    for (int unit = 0; unit < space.z.length; unit++) {
      if (l == 0) {
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

  private void answer(int from, int to) {
    LayerSpace last = layers[layers.length - 1];
    for (int r = from; r < to; r++) {
      double weight = rowWeights[r];
      double loss = answers.look(targets[r], last.a, r, weight * scale, last.delta);
      losses[r] = weight * loss;
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
}
