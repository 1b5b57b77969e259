package org.backpropnet.testdata;

import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * A straight-line model of the houses: one level per zip, one number per further input.
 *
 * @param zips labels; the first one is the yardstick of the others
 * @param coefficients [1 + zips - 1 + inputs] constant, levels of the zips, inputs
 */
record LeastSquares(List<String> zips, double[] coefficients) {
  /**
   * Fits the model with Commons Math.
   *
   * @param labels [rows] zip of each row; each zip of the table must occur
   * @param inputs [rows][inputs]
   * @param prices [rows]
   * @return the model
   */
  static LeastSquares fit(List<String> labels, double[][] inputs, double[] prices) {
    List<String> zips = labels.stream().distinct().sorted().toList();
    double[][] design = new double[inputs.length][];
    for (int row = 0; row < inputs.length; row++) {
      design[row] = designRow(zips, labels.get(row), inputs[row]);
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(prices, design);
    return new LeastSquares(zips, regression.estimateRegressionParameters());
  }

  /**
   * The model's answer.
   *
   * @param zip a label that was there when the model was fitted
   * @param inputs one row
   * @return dollars per square foot
   */
  double predict(String zip, double[] inputs) {
    double[] design = designRow(zips, zip, inputs);
    double sum = coefficients[0];
    for (int i = 0; i < design.length; i++) {
      sum += coefficients[i + 1] * design[i];
    }
    return sum;
  }

  private static double[] designRow(List<String> zips, String zip, double[] inputs) {
    double[] row = new double[zips.size() - 1 + inputs.length];
    int position = zips.indexOf(zip);
    if (position > 0) {
      row[position - 1] = 1;
    }
    System.arraycopy(inputs, 0, row, zips.size() - 1, inputs.length);
    return row;
  }
}
