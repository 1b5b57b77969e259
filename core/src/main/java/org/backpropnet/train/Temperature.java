package org.backpropnet.train;

import java.util.List;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * One number by which all scores are divided, so that probabilities are as sure as they may be (Guo
 * and others 2017). It is the number that makes the truth of rows held out least surprising; with
 * few rows it stays near 1.
 */
final class Temperature {
  /**
   * How strongly the factor is held at 1: the rows must lower their summed loss by half of this
   * times the squared logarithm of the temperature.
   */
  private static final double BELIEF = 20;

  /** Halvings of the range: less than a millionth of it is left. */
  private static final int HALVINGS = 24;

  private final NetworkSpec spec;
  private final List<double[]> scores;
  private final List<float[]> truths;
  private final List<Double> weights;

  /**
   * A search.
   *
   * @param spec for its output activation and loss
   * @param scores [rows][outputs] sums of the output layer
   * @param truths [rows][outputs] what the answers should be
   * @param weights [rows] how much each row counts
   */
  Temperature(NetworkSpec spec, List<double[]> scores, List<float[]> truths, List<Double> weights) {
    this.spec = spec;
    this.scores = scores;
    this.truths = truths;
    this.weights = weights;
  }

  /** The best temperature, to three digits behind the point. */
  double best() {
    // The loss is convex in what the scores are multiplied by.
    double low = 1 / Calibration.HOTTEST;
    double high = 1 / Calibration.COLDEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (slope(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.rint(1000 / (0.5 * (low + high))) / 1000;
  }

  /** Slope of the loss, rows counting 1 on average, and of what holds the factor near 1. */
  private double slope(double factor) {
    double[] answer = new double[spec.outputs()];
    double sum = 0;
    double total = 0;
    for (int r = 0; r < scores.size(); r++) {
      double[] score = scores.get(r);
      for (int o = 0; o < answer.length; o++) {
        answer[o] = spec.output().value(factor * score[o]);
      }
      spec.loss().link(answer);
      double slope = 0;
      for (int o = 0; o < answer.length; o++) {
        slope += (answer[o] - truths.get(r)[o]) * score[o];
      }
      sum += weights.get(r) * slope;
      total += weights.get(r);
    }
    return sum * (scores.size() / total) + BELIEF * (1 - 1 / factor);
  }

  /** Divides the scores: weights and biases of the output layer, in a copy. */
  static Best divided(NetworkSpec spec, Best best, Calibration found) {
    double temperature = found.temperature();
    if (temperature == 1) {
      return best;
    }
    float[] parameters = best.parameters().clone();
    Parameters layout = Parameters.of(spec);
    int last = layout.layers() - 1;
    for (int i = layout.weight(last, 0, 0); i < parameters.length; i++) {
      parameters[i] = (float) (parameters[i] / temperature);
    }
    return new Best(parameters, best.loss(), best.start(), best.epoch());
  }
}
