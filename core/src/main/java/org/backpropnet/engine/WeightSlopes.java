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
  private float fetched;
  private final Pass[] passes;

  /** [n][n][widest]: room for the slopes of n units or inputs. */
  private final float[][][] room = new float[BLOCK + 1][][];

  private final float[] four = new float[BLOCK];

  /**
   * Room for the slopes.
   *
   * @param layout of the weights
   * @param passes the rows of all threads
   * @param team whose member it works for
   */
  WeightSlopes(Parameters layout, Pass[] passes, Team team) {
    this.team = team;
    this.layout = layout;
    this.passes = passes;
    int widest = passes[0].below(0).length;
    for (LayerSpace layer : passes[0].layers) {
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
   * Sums a share of the slopes of all layers, over the rows of all passes.
   *
   * @param share which weights
   * @param gradient [P] overwritten where the share lies
   */
  void sum(Share share, float[] gradient) {
    for (int l = 0; l < layout.layers(); l++) {
      for (int p = 0; p < passes.length; p++) {
        if (p != share.part()) {
          fetched = passes[p].layers[l].fetch(passes[p].count, fetched);
        }
      }
      switch (passes[0].layers[l].turn) {
        case INPUTS -> alongInputs(l, share, gradient);
        case UNITS -> alongUnits(l, share, gradient);
        case ROWS -> alongRows(l, share, gradient);
      }
      int end = share.to(layout.units(l));
      for (int unit = share.from(layout.units(l)); unit < end; unit += BLOCK) {
        int n = Math.min(BLOCK, end - unit);
        Arrays.fill(four, 0f);
        for (Pass pass : passes) {
          sums(pass.layers[l].delta, unit, n, pass.count);
        }
        System.arraycopy(four, 0, gradient, layout.bias(l, unit), n);
      }
    }
    if (passes[0].ones.blocks() > 0) {
      categories(share, gradient);
    }
  }

  private void alongInputs(int l, Share share, float[] gradient) {
    int units = layout.units(l);
    int inputs = passes[0].below(l).length;
    int blocks = passes[0].layers[l].factors.length;
    for (int block = share.from(blocks); block < share.to(blocks); block++) {
      team.listen();
      float[][] slopes = cleared(Math.min(BLOCK, units - block * BLOCK), inputs);
      for (Pass pass : passes) {
        LayerSpace space = pass.layers[l];
        kernels.addProducts(space.factors[block], space.belowRows, pass.count, slopes, 0, inputs);
      }
      for (int u = 0; u < slopes.length; u++) {
        int at = layout.weight(l, block * BLOCK + u, 0);
        System.arraycopy(slopes[u], 0, gradient, at, inputs);
      }
    }
  }

  private void alongUnits(int l, Share share, float[] gradient) {
    int units = layout.units(l);
    int inputs = passes[0].below(l).length;
    int blocks = passes[0].layers[l].factors.length;
    for (int block = share.from(blocks); block < share.to(blocks); block++) {
      team.listen();
      float[][] slopes = cleared(Math.min(BLOCK, inputs - block * BLOCK), units);
      for (Pass pass : passes) {
        LayerSpace space = pass.layers[l];
        kernels.addProducts(space.factors[block], space.deltaRows, pass.count, slopes, 0, units);
      }
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

  private void alongRows(int l, Share share, float[] gradient) {
    int units = layout.units(l);
    int inputs = passes[0].below(l).length;
    for (int unit = share.from(units); unit < share.to(units); unit++) {
      team.listen();
      int at = layout.weight(l, unit, 0);
      for (int k = 0; k < inputs; k += BLOCK) {
        Arrays.fill(four, 0f);
        for (Pass pass : passes) {
          dots(pass.layers[l].delta[unit], pass.below(l), k, pass.count);
        }
        System.arraycopy(four, 0, gradient, at + k, Math.min(BLOCK, inputs - k));
      }
    }
  }

  private void categories(Share share, float[] gradient) {
    int dense = passes[0].below(0).length;
    int all = layout.units(0);
    int end = share.to(all);
    for (int unit = share.from(all); unit < end; unit += OneHot.WIDTH) {
      team.listen();
      int to = Math.min(end, unit + OneHot.WIDTH);
      for (int u = unit; u < to; u++) {
        int at = layout.weight(0, u, 0);
        Arrays.fill(gradient, at + dense, at + layout.inputs(0), 0f);
      }
      for (Pass pass : passes) {
        pass.ones.addSlopes(pass.layers[0].delta, gradient, unit, to);
      }
    }
  }

  /** Adds sums of products for four arrays; where fewer are left the last is taken again. */
  private void dots(float[] delta, float[][] x, int k, int count) {
    int last = x.length - 1;
    float[] x0 = x[k];
    float[] x1 = x[Math.min(k + 1, last)];
    float[] x2 = x[Math.min(k + 2, last)];
    float[] x3 = x[Math.min(k + 3, last)];
    float s0 = four[0];
    float s1 = four[1];
    float s2 = four[2];
    float s3 = four[3];
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

  /** Adds sums of up to four arrays; where fewer are left the last is taken again. */
  private void sums(float[][] delta, int unit, int n, int count) {
    float[] d0 = delta[unit];
    float[] d1 = delta[unit + Math.min(1, n - 1)];
    float[] d2 = delta[unit + Math.min(2, n - 1)];
    float[] d3 = delta[unit + n - 1];
    float s0 = four[0];
    float s1 = four[1];
    float s2 = four[2];
    float s3 = four[3];
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
