package org.backpropnet.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.backpropnet.data.Dataset;
import org.backpropnet.math.SpeedCanary;
import org.backpropnet.network.Dropout;
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

  /** Rows at once for a loss, though minibatches be smaller. */
  private static final int LEAST_ROOM = 128;

  private final Parameters layout;
  private final Dataset data;
  private final Team team;
  private final RowBackprop few;
  private final Pass[] passes;
  private final ThermometerWeights thermometers;
  private final WeightSlopes[] slopes;
  private final ThermometerSlopes[] binSlopes;
  private final WeightSlopes.Share[] shares;
  private final double meanWeight;

  /** Rows that all threads together have room for. */
  private final int together;

  private final IntConsumer forward = this::forward;
  private final IntConsumer forwardAndBack = this::forwardAndBack;
  private final IntConsumer sum = this::sum;
  private double[] sums;

  // The batch in hand: fields, so that the parts of its work need no objects.
  private float[] gradient;
  private int start;
  private int count;
  private double scale;

  /**
   * An engine for one data set.
   *
   * @param spec the network's shape
   * @param data the rows
   * @param team the threads that share the work
   * @param batch rows of a minibatch; larger ones are cut, if need be
   */
  public Backprop(NetworkSpec spec, Dataset data, Team team, int batch) {
    this.layout = Parameters.of(spec);
    this.data = data;
    this.team = team;
    few = new RowBackprop(spec, data);
    SpeedCanary.expect(data.rows(), layout.length());
    together = Math.max(1, Math.min(data.rows(), Math.min(CHUNK, Math.max(batch, LEAST_ROOM))));
    int room = (together + team.size() - 1) / team.size();
    thermometers = new ThermometerWeights(layout, data.thermometers(), team);
    passes = new Pass[team.size()];
    slopes = new WeightSlopes[team.size()];
    binSlopes = new ThermometerSlopes[team.size()];
    shares = new WeightSlopes.Share[team.size()];
    for (int part = 0; part < team.size(); part++) {
      passes[part] = new Pass(spec, data, thermometers, team, room);
      slopes[part] = new WeightSlopes(layout, passes, team);
      binSlopes[part] = new ThermometerSlopes(layout, data.thermometers(), passes, team, part);
      shares[part] = new WeightSlopes.Share(part, team.size());
    }
    meanWeight = data.totalWeight() / data.rows();
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
   * @throws IllegalArgumentException if the minibatch is larger than the engine was made for
   */
  public double gradient(
      float[] weights, int[] order, int from, int to, Dropout mask, float[] slope) {
    scale = 1 / ((to - from) * meanWeight);
    if (to - from < FEW_ROWS) {
      return scale * few.gradient(weights, order, from, to, mask, scale, slope);
    }
    if (to - from > together && together < CHUNK) {
      throw new IllegalArgumentException(
          "A minibatch has " + (to - from) + " rows, but there is room for " + together + ".");
    }
    use(weights, order, mask);
    gradient = slope;
    double loss = 0;
    boolean chunked = to - from > CHUNK;
    if (chunked) {
      sums = sums == null ? new double[slope.length] : sums;
      Arrays.fill(sums, 0);
    }
    for (int first = from; first < to; first += CHUNK) {
      loss = run(forwardAndBack, first, Math.min(CHUNK, to - first), loss);
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
    return sumOfLosses(weights, data.rows()) / data.totalWeight();
  }

  /**
   * Mean loss of some rows, evenly spread over all.
   *
   * @param weights [P] weights and biases
   * @param most how many; all where they are fewer
   * @return about the mean loss, penalty not included
   */
  public double lossOfSome(float[] weights, int most) {
    int some = Math.min(most, data.rows());
    return sumOfLosses(weights, some) / (some * meanWeight);
  }

  private double sumOfLosses(float[] weights, int some) {
    int[] rows = new int[some];
    Arrays.setAll(rows, i -> (int) ((long) i * data.rows() / some));
    use(weights, rows, Dropout.NONE);
    double loss = 0;
    for (int first = 0; first < some; first += together) {
      loss = run(forward, first, Math.min(together, some - first), loss);
    }
    return loss;
  }

  private void use(float[] weights, int[] order, Dropout mask) {
    for (Pass pass : passes) {
      pass.use(weights, order, mask);
    }
    thermometers.prepare(weights);
  }

  /** Phase one, by rows; adds the weighted losses to those before. */
  private double run(IntConsumer direction, int first, int size, double before) {
    start = first;
    count = size;
    team.run(direction);
    double loss = before;
    for (Pass pass : passes) {
      loss = pass.addLosses(loss);
    }
    return loss;
  }

  private void forward(int part) {
    passes[part].forward(first(part), first(part + 1));
  }

  private void forwardAndBack(int part) {
    passes[part].forwardAndBack(first(part), first(part + 1), scale);
  }

  private int first(int part) {
    return start + Team.start(count, part, team.size());
  }

  /** Phase two: the slopes of this part's weights in every layer, over all rows. */
  private void sum(int part) {
    slopes[part].sum(shares[part], gradient);
    binSlopes[part].sum(gradient);
  }
}
