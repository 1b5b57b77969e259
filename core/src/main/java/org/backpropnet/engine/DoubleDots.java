package org.backpropnet.engine;

import org.backpropnet.math.Fused;

/**
 * Sums of products over rows in double precision: two arrays with four others at once. Eight chains
 * run side by side, each in the order of the rows.
 */
final class DoubleDots {
  /** How many of the second kind are taken at once. */
  static final int WIDTH = 4;

  private DoubleDots() {}

  /**
   * Adds the products of a run of rows to the sums of the runs before it.
   *
   * @param d0 [rows] first array of the first kind
   * @param d1 [rows] second array of the first kind
   * @param x [arrays][rows] the second kind
   * @param k first of them; where fewer than four are left the last is taken again
   * @param from first row
   * @param to row behind the last
   * @param sums [8] added to: four of d0, then four of d1
   */
  static void add(double[] d0, double[] d1, double[][] x, int k, int from, int to, double[] sums) {
    int last = x.length - 1;
    double[] x0 = x[k];
    double[] x1 = x[Math.min(k + 1, last)];
    double[] x2 = x[Math.min(k + 2, last)];
    double[] x3 = x[Math.min(k + 3, last)];
    double s0 = sums[0];
    double s1 = sums[1];
    double s2 = sums[2];
    double s3 = sums[3];
    double t0 = sums[4];
    double t1 = sums[5];
    double t2 = sums[6];
    double t3 = sums[7];
    for (int r = from; r < to; r++) {
      double d = d0[r];
      double e = d1[r];
      s0 = Fused.multiplyAdd(d, x0[r], s0);
      t0 = Fused.multiplyAdd(e, x0[r], t0);
      s1 = Fused.multiplyAdd(d, x1[r], s1);
      t1 = Fused.multiplyAdd(e, x1[r], t1);
      s2 = Fused.multiplyAdd(d, x2[r], s2);
      t2 = Fused.multiplyAdd(e, x2[r], t2);
      s3 = Fused.multiplyAdd(d, x3[r], s3);
      t3 = Fused.multiplyAdd(e, x3[r], t3);
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = t0;
    sums[5] = t1;
    sums[6] = t2;
    sums[7] = t3;
  }
}
