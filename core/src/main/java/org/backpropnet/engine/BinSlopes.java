package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.math.Fused;

/**
 * The slopes of one thermometer's weights, for some units side by side: the blames of rows are
 * added to their bins, and in the end from the top down. For one thread.
 */
final class BinSlopes {
  /** [bins + 1][units] the blames; the last place takes those of missing numbers. */
  private final float[][] whole;

  /** [bins + 1][units] the blames times the fractions, in the end the slopes. */
  private final float[][] inside;

  private final float[][] turned;
  private final float[] above;

  // Where the row in hand lies.
  private float[] wholeBin;
  private float[] insideBin;
  private float fraction;

  BinSlopes(int mostBins, int mostUnits) {
    whole = new float[mostBins + 1][mostUnits];
    inside = new float[mostBins + 1][mostUnits];
    turned = new float[mostUnits][mostBins];
    above = new float[mostUnits];
  }

  void clear(int bins, int units) {
    for (int b = 0; b <= bins; b++) {
      Arrays.fill(whole[b], 0, units, 0f);
      Arrays.fill(inside[b], 0, units, 0f);
    }
    Arrays.fill(above, 0, units, 0f);
  }

  /** Takes a row in hand. */
  void aim(int bin, float newFraction) {
    wholeBin = whole[bin];
    insideBin = inside[bin];
    fraction = newFraction;
  }

  /** Adds the row's blames. */
  void add(float[] blames) {
    float[] w = wholeBin;
    float[] i = insideBin;
    float f = fraction;
    for (int u = 0; u < blames.length; u++) {
      float blame = blames[u];
      w[u] += blame;
      i[u] = Fused.multiplyAdd(f, blame, i[u]);
    }
  }

  /** Adds them here and to another thermometer: one loop is cheaper than two that are as short. */
  void addWith(BinSlopes other, float[] blames) {
    float[] w0 = wholeBin;
    float[] i0 = insideBin;
    float f0 = fraction;
    float[] w1 = other.wholeBin;
    float[] i1 = other.insideBin;
    float f1 = other.fraction;
    for (int u = 0; u < blames.length; u++) {
      float blame = blames[u];
      w0[u] += blame;
      i0[u] = Fused.multiplyAdd(f0, blame, i0[u]);
      w1[u] += blame;
      i1[u] = Fused.multiplyAdd(f1, blame, i1[u]);
    }
  }

  /** An input is 1 for all rows that lie in a higher bin. */
  void sumDown(int bins, int units) {
    for (int b = bins - 1; b >= 0; b--) {
      float[] w = whole[b];
      float[] i = inside[b];
      for (int u = 0; u < units; u++) {
        i[u] += above[u];
        above[u] += w[u];
      }
    }
    Transpose.turn(inside, 0, bins, turned, 0, units);
  }

  /** The slopes of a unit's weights, after all have been summed down. */
  float[] of(int unit) {
    return turned[unit];
  }
}
