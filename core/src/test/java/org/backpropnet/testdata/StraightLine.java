package org.backpropnet.testdata;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** The straight-line model that a network must beat: one level per zip, one slope per column. */
final class StraightLine {
  private static final int FOLDS = 10;

  private StraightLine() {}

  /**
   * Ten-fold cross-validation: every tenth row is held out in turn (the rows are already in random
   * order), an empty cell gets the mean of its column in the training rows.
   *
   * @param table the houses
   * @return correlation of all held-out answers with the prices
   */
  static double crossValidated(PublishedHouses table) {
    int rows = table.prices().size();
    double[] answers = new double[rows];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Integer> training = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        if (row % FOLDS != fold) {
          training.add(row);
        }
      }
      double[] means = means(table, training);
      LeastSquares line =
          LeastSquares.fit(
              training.stream().map(table.zips()::get).toList(),
              training.stream().map(r -> filled(table, r, means)).toArray(double[][]::new),
              training.stream().mapToDouble(table.prices()::get).toArray());
      for (int row = fold; row < rows; row += FOLDS) {
        answers[row] = line.predict(table.zips().get(row), filled(table, row, means));
      }
    }
    double[] prices = table.prices().stream().mapToDouble(x -> x).toArray();
    return new PearsonsCorrelation().correlation(answers, prices);
  }

  private static double[] means(PublishedHouses table, List<Integer> rows) {
    double[] sums = new double[HouseStep.values().length];
    int[] counts = new int[sums.length];
    for (int row : rows) {
      double[] numbers = PublishedHouses.numbers(table.facts().get(row));
      for (int i = 0; i < sums.length; i++) {
        if (!Double.isNaN(numbers[i])) {
          sums[i] += numbers[i];
          counts[i]++;
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  private static double[] filled(PublishedHouses table, int row, double[] means) {
    double[] numbers = PublishedHouses.numbers(table.facts().get(row));
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.isNaN(numbers[i]) ? means[i] : numbers[i];
    }
    return numbers;
  }
}
