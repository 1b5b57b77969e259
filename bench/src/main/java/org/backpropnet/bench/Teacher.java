package org.backpropnet.bench;

import java.util.SplittableRandom;

/**
 * Draws rows of a task: standard normal inputs, and the class with the highest score, where scores
 * are slightly bent sums of the inputs plus noise. The noise sets a floor below which no test loss
 * can fall, so that sides with other start weights end close to each other.
 */
final class Teacher {
  private static final double NOISE = 0.7;

  private final double[][] weights;

  Teacher(Task task) {
    SplittableRandom random = new SplittableRandom(99);
    weights = new double[task.classes()][task.inputs()];
    for (double[] row : weights) {
      for (int j = 0; j < row.length; j++) {
        row[j] = gaussian(random) / Math.sqrt(row.length);
      }
    }
  }

  int inputs() {
    return weights[0].length;
  }

  int classes() {
    return weights.length;
  }

  /** Fills a row and answers its class. */
  int draw(float[] row, SplittableRandom random) {
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) gaussian(random);
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < weights.length; c++) {
      double score = NOISE * gaussian(random);
      for (int j = 0; j < row.length; j++) {
        double bend = j % 3 == 0 ? Math.abs(row[j]) : 1;
        score += weights[c][j] * row[j] * bend;
      }
      if (score > highest) {
        highest = score;
        best = c;
      }
    }
    return best;
  }

  /** Sum of twelve uniform numbers: close enough, quick, and the same everywhere. */
  private static double gaussian(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
