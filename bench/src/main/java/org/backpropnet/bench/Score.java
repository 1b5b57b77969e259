package org.backpropnet.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import weka.core.Instances;

/**
 * How good the answers for one part of a table are. NaN where a measure does not apply.
 *
 * @param rows number of answers
 * @param error share of rows whose most probable class is wrong
 * @param logLoss mean of -ln of the probability of the true class, at least 1e-15
 * @param brier mean over the rows of the squared differences, summed over all classes: 0 to 2
 * @param rmse root of the mean squared error
 * @param scaled the same by the target's spread over the whole table
 * @param mae mean distance
 * @param bins rows, sum of confidence and right ones for each of ten equal ranges of confidence
 */
record Score(
    int rows,
    double error,
    double logLoss,
    double brier,
    double rmse,
    double scaled,
    double mae,
    double[] bins) {
  private static final double LEAST = 1e-15;
  private static final int BINS = 10;

  /** Judges answers: one number, or one probability per class. */
  static Score of(double[][] answers, Instances truth, double targetSd) {
    return truth.classAttribute().isNominal()
        ? ofClasses(answers, truth)
        : ofNumbers(answers, truth, targetSd);
  }

  private static Score ofClasses(double[][] answers, Instances truth) {
    int n = answers.length;
    double wrong = 0;
    double loss = 0;
    double brier = 0;
    double[] bins = new double[3 * BINS];
    for (int r = 0; r < n; r++) {
      double[] p = answers[r];
      int y = (int) truth.get(r).classValue();
      int best = 0;
      for (int c = 0; c < p.length; c++) {
        best = p[c] > p[best] ? c : best;
        brier += (p[c] - (c == y ? 1 : 0)) * (p[c] - (c == y ? 1 : 0));
      }
      wrong += best == y ? 0 : 1;
      loss -= Math.log(Math.min(1, Math.max(p[y], LEAST)));
      int bin = Math.min(BINS - 1, (int) (p[best] * BINS));
      bins[3 * bin] += 1;
      bins[3 * bin + 1] += p[best];
      bins[3 * bin + 2] += best == y ? 1 : 0;
    }
    double none = Double.NaN;
    return new Score(n, wrong / n, loss / n, brier / n, none, none, none, bins);
  }

  private static Score ofNumbers(double[][] answers, Instances truth, double targetSd) {
    int n = answers.length;
    double squares = 0;
    double distance = 0;
    for (int r = 0; r < n; r++) {
      double off = answers[r][0] - truth.get(r).classValue();
      squares += off * off;
      distance += Math.abs(off);
    }
    double rmse = Math.sqrt(squares / n);
    double none = Double.NaN;
    return new Score(n, none, none, none, rmse, rmse / targetSd, distance / n, new double[0]);
  }

  /** Expected calibration error of counts that {@link #bins} holds, added up over parts. */
  static double calibrationError(double[] bins) {
    double rows = 0;
    double off = 0;
    for (int b = 0; b < bins.length; b += 3) {
      rows += bins[b];
      off += Math.abs(bins[b + 1] - bins[b + 2]);
    }
    return rows == 0 ? Double.NaN : off / rows;
  }

  /** Cells of a CSV line. */
  String text() {
    String measures =
        Arrays.stream(new double[] {error, logLoss, brier, rmse, scaled, mae})
            .mapToObj(v -> Double.isNaN(v) ? "" : Double.toString(v))
            .collect(Collectors.joining(","));
    String counts = Arrays.stream(bins).mapToObj(Double::toString).collect(Collectors.joining(" "));
    return rows + "," + measures + "," + counts;
  }

  /** Reads the cells that {@link #text} wrote, from a place on. */
  static Score read(String[] cells, int at) {
    double[] v = new double[6];
    for (int i = 0; i < v.length; i++) {
      String cell = cells[at + 1 + i];
      v[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
    String counts = cells[at + 7];
    double[] bins =
        counts.isEmpty()
            ? new double[0]
            : Arrays.stream(counts.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new Score(Integer.parseInt(cells[at]), v[0], v[1], v[2], v[3], v[4], v[5], bins);
  }
}
