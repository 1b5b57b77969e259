package org.backpropnet.math;

/**
 * The three products of a layer, batch as the vector dimension. Every result is one chain of fma in
 * a fixed order, so neither the shape of the loops nor the cut between threads can change its bits.
 */
public final class Kernels {
  private Kernels() {}

  /**
   * Adds a weighted sum of arrays to an array: z[r] += w[at] x[0][r] + w[at + stride] x[1][r] + ...
   *
   * @param x [terms][rows]
   * @param terms how many arrays
   * @param weights where the weights and their places are
   * @param z [rows] added to
   * @param from first row
   * @param to row behind the last
   */
  public static void addWeighted(
      float[][] x, int terms, FloatWeights weights, float[] z, int from, int to) {
    float[] w = weights.array;
    int at = weights.at;
    int stride = weights.stride;
    int k = 0;
    for (; k + 4 <= terms; k += 4, at += 4 * stride) {
      addFour(x, k, w[at], w[at + stride], w[at + 2 * stride], w[at + 3 * stride], z, from, to);
    }
    for (; k < terms; k++, at += stride) {
      addOne(x[k], w[at], z, from, to);
    }
  }

  /**
   * The same in double.
   *
   * @param x [terms][rows]
   * @param terms how many arrays
   * @param weights where the weights and their places are
   * @param z [rows] added to
   * @param from first row
   * @param to row behind the last
   */
  public static void addWeighted(
      double[][] x, int terms, DoubleWeights weights, double[] z, int from, int to) {
    double[] w = weights.array;
    int at = weights.at;
    int stride = weights.stride;
    int k = 0;
    for (; k + 4 <= terms; k += 4, at += 4 * stride) {
      addFour(x, k, w[at], w[at + stride], w[at + 2 * stride], w[at + 3 * stride], z, from, to);
    }
    for (; k < terms; k++, at += stride) {
      addOne(x[k], w[at], z, from, to);
    }
  }

  // Each array hoisted to a local and one loop index: the shape that the JIT vectorises.
  private static void addFour(
      float[][] x, int k, float w0, float w1, float w2, float w3, float[] z, int from, int to) {
    float[] x0 = x[k];
    float[] x1 = x[k + 1];
    float[] x2 = x[k + 2];
    float[] x3 = x[k + 3];
    for (int r = from; r < to; r++) {
      z[r] =
          Math.fma(w3, x3[r], Math.fma(w2, x2[r], Math.fma(w1, x1[r], Math.fma(w0, x0[r], z[r]))));
    }
  }

  private static void addFour(
      double[][] x,
      int k,
      double w0,
      double w1,
      double w2,
      double w3,
      double[] z,
      int from,
      int to) {
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] x2 = x[k + 2];
    double[] x3 = x[k + 3];
    for (int r = from; r < to; r++) {
      z[r] =
          Math.fma(w3, x3[r], Math.fma(w2, x2[r], Math.fma(w1, x1[r], Math.fma(w0, x0[r], z[r]))));
    }
  }

  private static void addOne(float[] x, float w, float[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Math.fma(w, x[r], z[r]);
    }
  }

  private static void addOne(double[] x, double w, double[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Math.fma(w, x[r], z[r]);
    }
  }

  /**
   * Sums of products over rows, for four arrays at once: four chains run side by side.
   *
   * @param delta [rows]
   * @param x [arrays][rows]
   * @param k first of the arrays; where fewer than four are left the last is taken again
   * @param rows how many rows
   * @param sums [4] overwritten
   */
  public static void fourDots(float[] delta, float[][] x, int k, int rows, float[] sums) {
    int last = x.length - 1;
    float[] x0 = x[k];
    float[] x1 = x[Math.min(k + 1, last)];
    float[] x2 = x[Math.min(k + 2, last)];
    float[] x3 = x[Math.min(k + 3, last)];
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int r = 0; r < rows; r++) {
      float d = delta[r];
      s0 = Math.fma(d, x0[r], s0);
      s1 = Math.fma(d, x1[r], s1);
      s2 = Math.fma(d, x2[r], s2);
      s3 = Math.fma(d, x3[r], s3);
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
  }

  /**
   * The same in double for a run of rows, added to the sums of the runs before it.
   *
   * @param delta [rows]
   * @param x [arrays][rows]
   * @param k first of the arrays; where fewer than four are left the last is taken again
   * @param rows which rows
   * @param sums [4] added to
   */
  public static void addFourDots(double[] delta, double[][] x, int k, Rows rows, double[] sums) {
    int last = x.length - 1;
    double[] x0 = x[k];
    double[] x1 = x[Math.min(k + 1, last)];
    double[] x2 = x[Math.min(k + 2, last)];
    double[] x3 = x[Math.min(k + 3, last)];
    double s0 = sums[0];
    double s1 = sums[1];
    double s2 = sums[2];
    double s3 = sums[3];
    for (int r = rows.from; r < rows.to; r++) {
      double d = delta[r];
      s0 = Math.fma(d, x0[r], s0);
      s1 = Math.fma(d, x1[r], s1);
      s2 = Math.fma(d, x2[r], s2);
      s3 = Math.fma(d, x3[r], s3);
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
  }

  /**
   * A run of rows.
   *
   * @param from first
   * @param to behind the last
   */
  public record Rows(int from, int to) {}

  /**
   * Weights at equal distances in an array.
   *
   * @param array holds them
   * @param at place of the first
   * @param stride distance from one to the next
   */
  public record FloatWeights(float[] array, int at, int stride) {}

  /**
   * Weights at equal distances in an array.
   *
   * @param array holds them
   * @param at place of the first
   * @param stride distance from one to the next
   */
  public record DoubleWeights(double[] array, int at, int stride) {}
}
