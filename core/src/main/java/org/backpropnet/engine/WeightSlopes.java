package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.math.Fused;
import org.backpropnet.math.Kernels;
import org.backpropnet.network.Parameters;

/**
 * Sums the slopes of the weights over the rows of a batch, each weight's in the order of the rows.
 * One object per thread.
 */
final class WeightSlopes {
  /** Units or inputs whose slopes are summed together. */
  static final int BLOCK = 4;

  private final Kernels kernels = Kernels.best();

  private final Parameters layout;
  private final Team team;

  /** [n][n][widest]: room for the slopes of n units or inputs. */
  private final float[][][] room = new float[BLOCK + 1][][];

  private final float[] four = new float[BLOCK];

  WeightSlopes(Parameters layout, LayerSpace[] layers, int denseInputs, Team team) {
    this.team = team;
    this.layout = layout;
    int widest = denseInputs;
    for (LayerSpace layer : layers) {
      widest = Math.max(widest, layer.delta.length);
    }
    float[][] all = new float[BLOCK][widest];
    for (int n = 0; n <= BLOCK; n++) {
      room[n] = Arrays.copyOf(all, n);
    }
  }

  /** The share of one of several threads: weights of some units or inputs. */
  record Share(int part, int parts) {
    /** First of n blocks. */
    int from(int n) {
      return Team.start(n, part, parts);
    }

    /** Behind the last of n blocks. */
    int to(int n) {
      return Team.start(n, part + 1, parts);
    }
  }

  /**
   * Sums for one layer.
   *
   * @param l which layer
   * @param space its numbers
   * @param below [inputs][room] what lies below, dense inputs only
   * @param count rows in the batch
   * @param share which weights
   * @param gradient [P] overwritten where the share lies
   */
  void sum(int l, LayerSpace space, float[][] below, int count, Share share, float[] gradient) {
    switch (space.turn) {
      case INPUTS -> alongInputs(l, space, below.length, count, share, gradient);
      case UNITS -> alongUnits(l, space, below.length, count, share, gradient);
      case ROWS -> alongRows(l, space, below, count, share, gradient);
    }
    int units = space.delta.length;
    for (int unit = share.from(units); unit < share.to(units); unit += BLOCK) {
      int n = Math.min(BLOCK, share.to(units) - unit);
      sums(space.delta, unit, n, count);
      System.arraycopy(four, 0, gradient, layout.bias(l, unit), n);
    }
  }

  private void alongInputs(
      int l, LayerSpace space, int inputs, int count, Share share, float[] gradient) {
    int units = space.delta.length;
    int blocks = space.factors.length;
    for (int block = share.from(blocks); block < share.to(blocks); block++) {
      team.listen();
      float[][] slopes = cleared(Math.min(BLOCK, units - block * BLOCK), inputs);
      kernels.addProducts(space.factors[block], space.belowRows, count, slopes, 0, inputs);
      for (int u = 0; u < slopes.length; u++) {
        int at = layout.weight(l, block * BLOCK + u, 0);
        System.arraycopy(slopes[u], 0, gradient, at, inputs);
      }
    }
  }

  private void alongUnits(
      int l, LayerSpace space, int inputs, int count, Share share, float[] gradient) {
    int units = space.delta.length;
    int blocks = space.factors.length;
    for (int block = share.from(blocks); block < share.to(blocks); block++) {
      team.listen();
      float[][] slopes = cleared(Math.min(BLOCK, inputs - block * BLOCK), units);
      kernels.addProducts(space.factors[block], space.deltaRows, count, slopes, 0, units);
      for (int i = 0; i < slopes.length; i++) {
        float[] slope = slopes[i];
        int at = layout.weight(l, 0, block * BLOCK + i);
        for (int u = 0; u < units; u++, at += layout.inputs(l)) {
          gradient[at] = slope[u];
        }
      }
    }
  }

  private float[][] cleared(int n, int length) {
    for (float[] slopes : room[n]) {
      Arrays.fill(slopes, 0, length, 0f);
    }
    return room[n];
  }

  private void alongRows(
      int l, LayerSpace space, float[][] below, int count, Share share, float[] gradient) {
    int units = space.delta.length;
    for (int unit = share.from(units); unit < share.to(units); unit++) {
      team.listen();
      int at = layout.weight(l, unit, 0);
      for (int k = 0; k < below.length; k += BLOCK) {
        dots(space.delta[unit], below, k, count);
        System.arraycopy(four, 0, gradient, at + k, Math.min(BLOCK, below.length - k));
      }
    }
  }

  /** Sums of products for four arrays; where fewer are left the last is taken again. */
  private void dots(float[] delta, float[][] x, int k, int count) {
    int last = x.length - 1;
    float[] x0 = x[k];
    float[] x1 = x[Math.min(k + 1, last)];
    float[] x2 = x[Math.min(k + 2, last)];
    float[] x3 = x[Math.min(k + 3, last)];
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int r = 0; r < count; r++) {
      float d = delta[r];
      s0 = Fused.multiplyAdd(d, x0[r], s0);
      s1 = Fused.multiplyAdd(d, x1[r], s1);
      s2 = Fused.multiplyAdd(d, x2[r], s2);
      s3 = Fused.multiplyAdd(d, x3[r], s3);
    }
    four[0] = s0;
    four[1] = s1;
    four[2] = s2;
    four[3] = s3;
  }

  /** Sums of up to four arrays; where fewer are left the last is taken again. */
  private void sums(float[][] delta, int unit, int n, int count) {
    float[] d0 = delta[unit];
    float[] d1 = delta[unit + Math.min(1, n - 1)];
    float[] d2 = delta[unit + Math.min(2, n - 1)];
    float[] d3 = delta[unit + n - 1];
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int r = 0; r < count; r++) {
      s0 += d0[r];
      s1 += d1[r];
      s2 += d2[r];
      s3 += d3[r];
    }
    four[0] = s0;
    four[1] = s1;
    four[2] = s2;
    four[3] = s3;
  }
}
