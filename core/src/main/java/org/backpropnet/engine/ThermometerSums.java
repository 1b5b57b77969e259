package org.backpropnet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.backpropnet.data.Thermometers;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Parameters;

/**
 * What the thermometers of a batch give to the first layer's sums, and the slopes of their weights.
 * With sums of the weights below each bin, and slopes summed bin by bin and then from the top down,
 * a number costs two terms a row and unit, however many bins it has. The bin differs from row to
 * row, so here it is the units that lie side by side.
 */
final class ThermometerSums {
  /** Units whose slopes are summed together: those of all bins of a number stay in the cache. */
  private static final int BLOCK = 64;

  private final Parameters layout;
  private final Thermometers data;
  private final Team team;
  private final int units;

  /**
   * [thermometers][bins + 1][units] the weights, and the sums of those of lower bins. The place
   * behind the last bin belongs to missing numbers: all is 0 there.
   */
  private final float[][][] weights;

  private final float[][][] below;

  /** [units][bins] the weights of one thermometer, on their way. */
  private final float[][] unitRows;

  /** [thermometers][room] of the batch in hand. */
  private final int[][] bins;

  private final float[][] fractions;

  /** What is added to the first layer's sums, [room][units] and [units][room]. */
  private final float[][] sumRows;

  private final float[][] sums;

  private final Block[][] blocks;

  /** [threads][2] room for two thermometers each. */
  private final BinSlopes[][] slopes;

  private final IntConsumer prepare = this::prepare;
  private float[] parameters;

  /**
   * Units of one thread whose slopes are summed together.
   *
   * @param first unit
   * @param blames [units][room]
   * @param rows [room][units] the same, row by row: with an offset JDK 17 would not vectorise
   */
  private record Block(int first, float[][] blames, float[][] rows) {}

  /** For rows whose blames in the first layer, [units][room], will be found in an array. */
  ThermometerSums(Parameters layout, Thermometers data, float[][] blames, Team team) {
    this.layout = layout;
    this.data = data;
    this.team = team;
    // Without thermometers nothing is held.
    int rows = data.count() == 0 ? 0 : blames[0].length;
    units = data.count() == 0 ? 0 : layout.units(0);
    weights = new float[data.count()][][];
    below = new float[data.count()][][];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = new float[bins(t) + 1][units];
      below[t] = new float[bins(t) + 1][units];
    }
    unitRows = new float[units][data.mostBins()];
    bins = new int[data.count()][rows];
    fractions = new float[data.count()][rows];
    sumRows = new float[rows][units];
    sums = new float[units][rows];
    blocks = new Block[team.size()][];
    slopes = new BinSlopes[team.size()][2];
    for (int part = 0; part < blocks.length; part++) {
      blocks[part] = blocks(part, blames);
      Arrays.setAll(slopes[part], i -> new BinSlopes(data.mostBins(), Math.min(BLOCK, units)));
    }
  }

  private Block[] blocks(int part, float[][] blames) {
    List<Block> made = new ArrayList<>();
    int end = Team.start(units, part + 1, team.size());
    for (int first = Team.start(units, part, team.size()); first < end; first += BLOCK) {
      int n = Math.min(BLOCK, end - first);
      float[][] some = Arrays.copyOfRange(blames, first, first + n);
      made.add(new Block(first, some, new float[blames[0].length][n]));
    }
    return made.toArray(Block[]::new);
  }

  private int bins(int thermometer) {
    return data.starts()[thermometer + 1] - data.starts()[thermometer];
  }

  /** Looks at the weights of a step, with all threads. */
  void prepare(float[] newParameters) {
    if (units > 0) {
      parameters = newParameters;
      team.run(prepare);
    }
  }

  private void prepare(int part) {
    int from = Team.start(units, part, team.size());
    int to = Team.start(units, part + 1, team.size());
    for (int t = 0; t < weights.length; t++) {
      team.listen();
      int count = bins(t);
      for (int u = from; u < to; u++) {
        int at = layout.weight(0, u, data.starts()[t]);
        System.arraycopy(parameters, at, unitRows[u], 0, count);
      }
      Transpose.turn(unitRows, from, to, weights[t], 0, count);
      for (int b = 0; b + 1 < count; b++) {
        add(below[t][b], weights[t][b], below[t][b + 1], from, to);
      }
    }
  }

  private static void add(float[] a, float[] b, float[] sum, int from, int to) {
    for (int u = from; u < to; u++) {
      sum[u] = a[u] + b[u];
    }
  }

  /** Looks at rows of the batch, in places from to to - 1; place r is row order[start + r]. */
  void gather(int[] order, int start, int from, int to) {
    if (units == 0) {
      return;
    }
    for (int r = from; r < to; r++) {
      int[] rowBins = data.bins()[order[start + r]];
      float[] rowFractions = data.fractions()[order[start + r]];
      for (int t = 0; t < bins.length; t++) {
        bins[t][r] = rowBins[t] >= 0 ? rowBins[t] : bins(t);
        fractions[t][r] = rowFractions[t];
      }
      Arrays.fill(sumRows[r], 0f);
      int t = 0;
      for (; t + 2 <= bins.length; t += 2) {
        addTwo(t, r, sumRows[r]);
      }
      if (t < bins.length) {
        addOne(t, r, sumRows[r]);
      }
    }
    Transpose.turn(sumRows, from, to, sums, 0, units);
  }

  /** Two thermometers of a row: one loop is cheaper than two that are as short. */
  private void addTwo(int t, int r, float[] sum) {
    float[] w0 = weights[t][bins[t][r]];
    float[] b0 = below[t][bins[t][r]];
    float f0 = fractions[t][r];
    float[] w1 = weights[t + 1][bins[t + 1][r]];
    float[] b1 = below[t + 1][bins[t + 1][r]];
    float f1 = fractions[t + 1][r];
    for (int u = 0; u < sum.length; u++) {
      float first = sum[u] + Fused.multiplyAdd(f0, w0[u], b0[u]);
      sum[u] = first + Fused.multiplyAdd(f1, w1[u], b1[u]);
    }
  }

  private void addOne(int t, int r, float[] sum) {
    float[] w = weights[t][bins[t][r]];
    float[] b = below[t][bins[t][r]];
    float f = fractions[t][r];
    for (int u = 0; u < sum.length; u++) {
      sum[u] += Fused.multiplyAdd(f, w[u], b[u]);
    }
  }

  /** Adds what was gathered to the sums of a unit. */
  void addSums(int unit, float[] z, int from, int to) {
    if (units > 0) {
      float[] sum = sums[unit];
      for (int r = from; r < to; r++) {
        z[r] += sum[r];
      }
    }
  }

  /** Looks at the blames of some rows. */
  void turnRound(int from, int to) {
    for (Block[] part : blocks) {
      for (Block block : part) {
        Transpose.turn(block.blames, 0, block.blames.length, block.rows, from, to);
      }
    }
  }

  /** The slopes of one thread's weights over all rows of the batch; they overwrite. */
  void slopes(int part, int count, float[] gradient) {
    for (Block block : blocks[part]) {
      int t = 0;
      for (; t + 2 <= bins.length; t += 2) {
        team.listen();
        sumTwo(t, block, count, slopes[part]);
        write(slopes[part][0], t, block, gradient);
        write(slopes[part][1], t + 1, block, gradient);
      }
      if (t < bins.length) {
        sumOne(t, block, count, slopes[part][0]);
        write(slopes[part][0], t, block, gradient);
      }
    }
  }

  private void sumTwo(int t, Block block, int count, BinSlopes[] two) {
    two[0].clear(bins(t), block.blames.length);
    two[1].clear(bins(t + 1), block.blames.length);
    for (int r = 0; r < count; r++) {
      two[0].aim(bins[t][r], fractions[t][r]);
      two[1].aim(bins[t + 1][r], fractions[t + 1][r]);
      two[0].addWith(two[1], block.rows[r]);
    }
  }

  private void sumOne(int t, Block block, int count, BinSlopes one) {
    one.clear(bins(t), block.blames.length);
    for (int r = 0; r < count; r++) {
      one.aim(bins[t][r], fractions[t][r]);
      one.add(block.rows[r]);
    }
  }

  private void write(BinSlopes summed, int t, Block block, float[] gradient) {
    int n = block.blames.length;
    summed.sumDown(bins(t), n);
    for (int u = 0; u < n; u++) {
      int at = layout.weight(0, block.first + u, data.starts()[t]);
      System.arraycopy(summed.of(u), 0, gradient, at, bins(t));
    }
  }
}
