package org.backpropnet.bench;

/**
 * How good answers are.
 *
 * @param loss mean of -ln of the probability that the true class got, at least 1e-7
 * @param accuracy share of rows whose most probable class is the true one
 */
record Verdict(double loss, double accuracy) {
  /**
   * Judges.
   *
   * @param probabilities [rows][classes]
   * @param truth [rows] class of each row
   * @return the verdict
   */
  static Verdict of(double[][] probabilities, float[] truth) {
    double loss = 0;
    int right = 0;
    for (int r = 0; r < truth.length; r++) {
      double[] p = probabilities[r];
      int best = 0;
      for (int c = 1; c < p.length; c++) {
        best = p[c] > p[best] ? c : best;
      }
      int y = (int) truth[r];
      right += best == y ? 1 : 0;
      loss -= Math.log(Math.max(p[y], 1e-7));
    }
    return new Verdict(loss / truth.length, (double) right / truth.length);
  }
}
