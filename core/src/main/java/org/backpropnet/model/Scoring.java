package org.backpropnet.model;

import org.backpropnet.data.Table;
import org.backpropnet.model.Evaluation.ClassScores;
import org.backpropnet.model.Evaluation.NumberScores;

/** The sums behind an {@link Evaluation}. */
final class Scoring {
  private final Table table;
  private final int target;
  private final int[] rows;
  private final double weight;
  private final double[][] answers;

  Scoring(Model model, Table table, int target, int[] rows) {
    this.table = table;
    this.target = target;
    this.rows = rows;
    double sum = 0;
    for (int row : rows) {
      sum += table.weight(row);
    }
    weight = sum;
    answers = model.predict(table);
  }

  int unseen(int[] classOf) {
    int count = 0;
    for (int row : rows) {
      count += classOf[(int) table.value(row, target)] < 0 ? 1 : 0;
    }
    return count;
  }

  ClassScores classes(int[] classOf) {
    double right = 0;
    double surprise = 0;
    double square = 0;
    for (int row : rows) {
      double[] p = answers[row];
      int truth = classOf[(int) table.value(row, target)];
      int best = 0;
      double distance = truth < 0 ? 1 : 0;
      for (int k = 0; k < p.length; k++) {
        best = p[k] > p[best] ? k : best;
        double miss = p[k] - (k == truth ? 1 : 0);
        distance += miss * miss;
      }
      double w = table.weight(row);
      right += best == truth ? w : 0;
      surprise += w * surprise(truth < 0 ? 0 : p[truth]);
      square += w * distance;
    }
    return new ClassScores(right / weight, surprise / weight, square / weight);
  }

  /** Always the shares of the classes in these rows. */
  ClassScores shares(int labels) {
    double[] share = new double[labels];
    for (int row : rows) {
      share[(int) table.value(row, target)] += table.weight(row) / weight;
    }
    double most = 0;
    double surprise = 0;
    double squares = 0;
    for (double s : share) {
      most = Math.max(most, s);
      surprise += s > 0 ? s * surprise(s) : 0;
      squares += s * s;
    }
    return new ClassScores(most, surprise, 1 - squares);
  }

  private static double surprise(double probability) {
    return -StrictMath.log(Math.max(probability, ClassScores.LEAST_PROBABILITY));
  }

  NumberScores numbers() {
    double[] guess = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      guess[i] = answers[rows[i]][0];
    }
    return numbers(guess);
  }

  /** Always the average of these rows. */
  NumberScores average() {
    double unit = largest(new double[0]);
    double sum = 0;
    for (int row : rows) {
      sum += table.weight(row) * (table.value(row, target) / unit);
    }
    double[] guess = new double[rows.length];
    java.util.Arrays.fill(guess, sum / weight * unit);
    NumberScores scores = numbers(guess);
    // Its squares are those of R2 itself; written as the number that it is by definition.
    return new NumberScores(
        scores.rmse(), scores.mae(), Double.NaN, Double.isNaN(scores.r2()) ? Double.NaN : 0);
  }

  /** In units of the largest number, so that no square overflows. */
  private NumberScores numbers(double[] guess) {
    double unit = largest(guess);
    double[] truth = new double[rows.length];
    double[] answer = new double[rows.length];
    double[] miss = new double[rows.length];
    double[] size = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      truth[i] = table.value(rows[i], target) / unit;
      answer[i] = guess[i] / unit;
      miss[i] = answer[i] - truth[i];
      size[i] = Math.abs(miss[i]);
    }
    double squares = covariance(miss, 0, miss, 0);
    double truthMean = mean(truth);
    double answerMean = mean(answer);
    double spread = moves(truth) ? covariance(truth, truthMean, truth, truthMean) : 0;
    double answerSpread = moves(answer) ? covariance(answer, answerMean, answer, answerMean) : 0;
    double together = covariance(truth, truthMean, answer, answerMean);
    double correlation =
        spread > 0 && answerSpread > 0
            ? together / (Math.sqrt(spread) * Math.sqrt(answerSpread))
            : Double.NaN;
    return new NumberScores(
        Math.sqrt(squares) * unit,
        mean(size) * unit,
        Math.max(-1, Math.min(1, correlation)),
        spread > 0 ? 1 - squares / spread : Double.NaN);
  }

  private double mean(double[] values) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += table.weight(rows[i]) / weight * values[i];
    }
    return sum;
  }

  private double covariance(double[] a, double meanOfA, double[] b, double meanOfB) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += table.weight(rows[i]) / weight * (a[i] - meanOfA) * (b[i] - meanOfB);
    }
    return sum;
  }

  /** A spread of equal numbers may differ from 0 by rounding; this does not. */
  private static boolean moves(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  private double largest(double[] guess) {
    double largest = Double.MIN_NORMAL;
    for (int row : rows) {
      largest = Math.max(largest, Math.abs(table.value(row, target)));
    }
    for (double g : guess) {
      largest = Math.max(largest, Math.abs(g));
    }
    return largest;
  }
}
