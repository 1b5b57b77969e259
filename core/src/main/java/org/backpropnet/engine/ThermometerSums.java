package org.backpropnet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Thermometers;
import org.backpropnet.math.Fused;

/**
 * What the thermometers of one thread's rows give to the first layer's sums, and their blames. With
 * sums of the weights below each bin, and slopes summed bin by bin and then from the top down, a
 * number costs two terms a row and unit, however many bins it has. The bin differs from row to row,
 * so here it is the units that lie side by side.
 */
final class ThermometerSums {
  /** Units whose slopes are summed together: those of all bins of a number stay in the cache. */
  static final int BLOCK = 64;

  private final Thermometers data;
  private final ThermometerWeights weights;
  private final int units;

  /** [thermometers][room] of the batch in hand. */
  private final int[][] bins;

  private final float[][] fractions;

  /** What is added to the first layer's sums, [room][units] and [units][room]. */
  private final float[][] sumRows;

  private final float[][] sums;

  private final Block[][] blocks;

  /**
   * Units of one thread whose slopes are summed together.
   *
   * @param first unit
   * @param blames [units][room]
   * @param rows [room][units] the same, row by row: with an offset JDK 17 would not vectorise
   */
  private record Block(int first, float[][] blames, float[][] rows) {}

  /**
   * For some rows.
   *
   * @param data of all rows
   * @param weights of the step
   * @param blames [units][room] where their blames in the first layer will be found
   * @param parts threads that share the slopes
   */
  ThermometerSums(Thermometers data, ThermometerWeights weights, float[][] blames, int parts) {
    this.data = data;
    this.weights = weights;
    // Without thermometers nothing is held.
    int rows = data.count() == 0 ? 0 : blames[0].length;
    units = data.count() == 0 ? 0 : blames.length;
    bins = new int[data.count()][rows];
    fractions = new float[data.count()][rows];
    sumRows = new float[rows][units];
    sums = new float[units][rows];
    blocks = new Block[parts][];
    for (int part = 0; part < parts; part++) {
      blocks[part] = blocks(part, blames);
    }
  }

  private Block[] blocks(int part, float[][] blames) {
    List<Block> made = new ArrayList<>();
    int end = Team.start(units, part + 1, blocks.length);
    for (int first = Team.start(units, part, blocks.length); first < end; first += BLOCK) {
      int n = Math.min(BLOCK, end - first);
      float[][] some = Arrays.copyOfRange(blames, first, first + n);
      made.add(new Block(first, some, new float[blames[0].length][n]));
    }
    return made.toArray(Block[]::new);
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
        bins[t][r] = rowBins[t] >= 0 ? rowBins[t] : data.binsOf(t);
        fractions[t][r] = rowFractions[t];
      }
      Arrays.fill(sumRows[r], 0f);
      int t = 0;
      for (; t + 2 <= bins.length; t += 2) {
        addTwo(t, r);
      }
      if (t < bins.length) {
        addOne(t, r);
      }
    }
    Transpose.turn(sumRows, from, to, sums, 0, units);
  }

  /** Two thermometers of a row: one loop is cheaper than two that are as short. */
  private void addTwo(int t, int r) {
    float[] sum = sumRows[r];
    float[] w0 = weights.weights[t][bins[t][r]];
    float[] b0 = weights.below[t][bins[t][r]];
    float f0 = fractions[t][r];
    float[] w1 = weights.weights[t + 1][bins[t + 1][r]];
    float[] b1 = weights.below[t + 1][bins[t + 1][r]];
    float f1 = fractions[t + 1][r];
    for (int u = 0; u < sum.length; u++) {
      float first = sum[u] + Fused.multiplyAdd(f0, w0[u], b0[u]);
      sum[u] = first + Fused.multiplyAdd(f1, w1[u], b1[u]);
    }
  }

  private void addOne(int t, int r) {
    float[] sum = sumRows[r];
    float[] w = weights.weights[t][bins[t][r]];
    float[] b = weights.below[t][bins[t][r]];
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

  /** Blocks of units of a thread. */
  int blocks(int part) {
    return blocks[part].length;
  }

  int firstUnit(int part, int block) {
    return blocks[part][block].first;
  }

  int units(int part, int block) {
    return blocks[part][block].blames.length;
  }

  /** Adds the blames of these rows to the bins of two thermometers. */
  void addTwo(int part, int block, int t, int count, BinSlopes first, BinSlopes second) {
    float[][] rows = blocks[part][block].rows;
    for (int r = 0; r < count; r++) {
      first.aim(bins[t][r], fractions[t][r]);
      second.aim(bins[t + 1][r], fractions[t + 1][r]);
      first.addWith(second, rows[r]);
    }
  }

  /** Adds the blames of these rows to the bins of a thermometer. */
  void addOne(int part, int block, int t, int count, BinSlopes one) {
    float[][] rows = blocks[part][block].rows;
    for (int r = 0; r < count; r++) {
      one.aim(bins[t][r], fractions[t][r]);
      one.add(rows[r]);
    }
  }
}
