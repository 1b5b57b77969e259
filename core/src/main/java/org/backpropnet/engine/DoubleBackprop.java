package org.backpropnet.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.backpropnet.data.Dataset;
import org.backpropnet.engine.DoubleThermometers.Rows;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.DoubleWindow;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Loss and gradient of all rows in double precision: for methods that look at the whole table at
 * once and whose line searches would stall on single-precision noise. Same bits on any number of
 * threads.
 */
public final class DoubleBackprop {
  private static final int CHUNK = 512;

  private final Kernels kernels = Kernels.best();

  /**
   * Rows that go through all layers together. Short runs stay in the cache, and the JVM compiles
   * each loop once, for its callers: longer ones it would first compile for the run in hand.
   */
  private static final int TILE = 64;

  private final NetworkSpec spec;
  private final Parameters layout;
  private final Dataset data;
  private final Team team;
  private final DoubleForward forward;
  private final double[][][] delta;

  /** For each layer what lies below and a one, whose weight is the bias. */
  private final double[][][] inputsAndOne;

  private final double[] losses;
  private final double totalWeight;
  private final double[][][] rooms;
  private final double[][] sums;
  private final DoubleWindow[] backwards;
  private final IntConsumer walk = this::walk;
  private final IntConsumer sum = this::weightSlopes;
  private final boolean sparse;
  private int loaded = -1;

  // The chunk in hand: fields, so that the parts of its work need no objects.
  private double[] parameters;
  private double[] gradient;
  private int start;
  private int count;
  private boolean backward;
  private boolean load;

  /**
   * An engine for one data set.
   *
   * @param spec the network's shape
   * @param data the rows
   * @param team the threads that share the work
   */
  public DoubleBackprop(NetworkSpec spec, Dataset data, Team team) {
    this.spec = spec;
    this.layout = Parameters.of(spec);
    this.data = data;
    this.team = team;
    int room = Math.max(1, Math.min(CHUNK, data.rows()));
    int[] starts = data.thermometers().starts();
    forward = new DoubleForward(spec, data.denseInputs(), data.blocks(), starts, room);
    delta = new double[layout.layers()][][];
    for (int l = 0; l < delta.length; l++) {
      delta[l] = new double[layout.units(l)][room];
    }
    double[] one = new double[room];
    Arrays.fill(one, 1);
    inputsAndOne = new double[delta.length][][];
    for (int l = 0; l < delta.length; l++) {
      double[][] below = l == 0 ? forward.input : forward.a[l - 1];
      inputsAndOne[l] = Arrays.copyOf(below, below.length + 1);
      inputsAndOne[l][below.length] = one;
    }
    sparse = data.blocks() > 0;
    losses = new double[room];
    totalWeight = data.totalWeight();
    rooms = new double[team.size()][3][spec.outputs()];
    sums = new double[team.size()][2 * DoubleDots.WIDTH];
    backwards = new DoubleWindow[delta.length];
  }

  /**
   * Mean loss of all rows, each by its weight, and its slope.
   *
   * @param parameters [P] weights and biases
   * @param gradient [P] overwritten by the slope
   * @return the mean loss, penalty not included
   */
  public double gradient(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    this.gradient = gradient;
    backward = true;
    use(parameters);
    double loss = 0;
    for (int first = 0; first < data.rows(); first += CHUNK) {
      loss += walkChunk(first);
      team.run(sum);
    }
    return loss / totalWeight;
  }

  /**
   * Mean loss of all rows, each by its weight.
   *
   * @param parameters [P] weights and biases
   * @return the mean loss, penalty not included
   */
  public double loss(double[] parameters) {
    backward = false;
    use(parameters);
    double loss = 0;
    for (int first = 0; first < data.rows(); first += CHUNK) {
      loss += walkChunk(first);
    }
    return loss / totalWeight;
  }

  private void use(double[] at) {
    forward.use(at);
    if (parameters == at) {
      return;
    }
    parameters = at;
    for (int l = 1; l < backwards.length; l++) {
      backwards[l] = new DoubleWindow(at, layout.weight(l, 0, 0), 1, layout.inputs(l));
    }
  }

  /** Forwards and, if asked, backwards with the rows from here on; the sum of their losses. */
  private double walkChunk(int first) {
    start = first;
    count = Math.min(CHUNK, data.rows() - first);
    load = loaded != first;
    // An interrupted walk leaves rows of two kinds behind.
    loaded = -1;
    team.run(walk);
    if (load && sparse) {
      forward.ones.sort(count);
    }
    loaded = first;
    double loss = 0;
    for (int r = 0; r < count; r++) {
      loss += losses[r];
    }
    return loss;
  }

  private void walk(int part) {
    int end = Team.start(count, part + 1, team.size());
    for (int from = Team.start(count, part, team.size()); from < end; from += TILE) {
      int to = Math.min(end, from + TILE);
      team.listen();
      if (load) {
        load(from, to);
      }
      forward.walk(from, to);
      answers(rooms[part], from, to);
      for (int l = delta.length - 2; backward && l >= 0; l--) {
        layerBackward(l, from, to);
      }
    }
  }

  private void load(int from, int to) {
    for (int r = from; r < to; r++) {
      forward.load(r, data, start + r);
    }
  }

  private void answers(double[][] room, int from, int to) {
    int last = delta.length - 1;
    for (int r = from; r < to; r++) {
      answer(start + r, r, room);
    }
    for (int o = 0; o < spec.outputs() && !spec.loss().forClasses(); o++) {
      spec.output().scaleBySlope(forward.z[last][o], forward.a[last][o], delta[last][o], from, to);
    }
  }

  /** Answer, loss and slope of a row; the room is for answer, truth and slope. */
  private void answer(int row, int r, double[][] room) {
    double[] outputs = room[0];
    double[] targets = room[1];
    double[] slopes = room[2];
    float[] truth = data.targets()[row];
    for (int o = 0; o < outputs.length; o++) {
      targets[o] = truth[o];
    }
    forward.answer(r, outputs);
    double weight = data.weights()[row];
    losses[r] = weight * spec.loss().value(outputs, targets);
    spec.loss().slope(outputs, targets, slopes);
    for (int o = 0; o < outputs.length; o++) {
      delta[delta.length - 1][o][r] = weight * slopes[o] / totalWeight;
    }
  }

  private void layerBackward(int l, int from, int to) {
    double[][] above = delta[l + 1];
    for (double[] blame : delta[l]) {
      Arrays.fill(blame, from, to, 0);
    }
    kernels.addProducts(backwards[l + 1], above, above.length, delta[l], from, to);
    Activation activation = forward.layers.get(l).activation();
    for (int unit = 0; unit < delta[l].length; unit++) {
      activation.scaleBySlope(forward.z[l][unit], forward.a[l][unit], delta[l][unit], from, to);
    }
  }

  private void weightSlopes(int part) {
    for (int l = 0; l < delta.length; l++) {
      int units = delta[l].length;
      int to = Team.start(units, part + 1, team.size());
      for (int unit = Team.start(units, part, team.size()); unit < to; unit += 2) {
        team.listen();
        twoUnits(l, unit, Math.min(unit + 1, to - 1), sums[part]);
      }
    }
    if (sparse) {
      categorySlopes(part);
    }
    if (forward.thermometers.count() > 0) {
      thermometerSlopes(part);
    }
  }

  private void categorySlopes(int part) {
    int to = Team.start(delta[0].length, part + 1, team.size());
    int from = Team.start(delta[0].length, part, team.size());
    for (int unit = from; unit < to; unit += OneHot.WIDTH) {
      team.listen();
      forward.ones.addSlopes(delta[0], gradient, unit, Math.min(to, unit + OneHot.WIDTH));
    }
  }

  private void thermometerSlopes(int part) {
    Rows rows = new Rows(forward.bins, forward.fractions, 0, count);
    DoubleThermometers.Slopes room = forward.thermometers.room();
    int to = Team.start(delta[0].length, part + 1, team.size());
    int from = Team.start(delta[0].length, part, team.size());
    for (int unit = from; unit < to; unit += DoubleThermometers.WIDTH) {
      team.listen();
      int end = Math.min(to, unit + DoubleThermometers.WIDTH);
      forward.thermometers.addSlopes(rows, delta[0], unit, end, room, gradient);
    }
  }

  /** Slopes of the weights and biases of two units, or of one that is named twice. */
  private void twoUnits(int l, int first, int second, double[] sums) {
    double[][] below = inputsAndOne[l];
    for (int k = 0; k < below.length; k += DoubleDots.WIDTH) {
      Arrays.fill(sums, 0);
      for (int from = 0; from < count; from += TILE) {
        int to = Math.min(count, from + TILE);
        DoubleDots.add(delta[l][first], delta[l][second], below, k, from, to, sums);
      }
      for (int j = 0; j < Math.min(DoubleDots.WIDTH, below.length - k); j++) {
        boolean bias = k + j == below.length - 1;
        gradient[bias ? layout.bias(l, first) : layout.weight(l, first, k + j)] += sums[j];
        if (second != first) {
          gradient[bias ? layout.bias(l, second) : layout.weight(l, second, k + j)] +=
              sums[DoubleDots.WIDTH + j];
        }
      }
    }
  }
}
