package org.backpropnet.model;

import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.train.Trained;

/**
 * What was learned: the coding of the columns, the network, and where both come from. It learned in
 * single precision or better and answers in double precision from the weights that it keeps, so
 * that every host gives the same digits. Immutable; safe for several threads.
 */
public final class Model {
  private final Trained trained;
  private final double[] parameters;

  /**
   * A model of what a training brought.
   *
   * @param trained the result
   */
  public Model(Trained trained) {
    this.trained = trained;
    float[] weights = trained.best() == null ? new float[0] : trained.best().parameters();
    parameters = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      parameters[i] = weights[i];
    }
  }

  /**
   * All that the training brought: plan, recipe, history, notes.
   *
   * @return the result that this model was made of
   */
  public Trained trained() {
    return trained;
  }

  /**
   * How columns become inputs.
   *
   * @return the encoder
   */
  public Encoder encoder() {
    return trained.encoder();
  }

  /**
   * The network's shape.
   *
   * @return the shape
   */
  public NetworkSpec spec() {
    return trained.recipe().spec();
  }

  /** [P] weights and biases; not to be changed. */
  double[] parameters() {
    return parameters;
  }

  /**
   * Weights and biases in double precision.
   *
   * @return [P] a copy; empty if the model answers a constant
   */
  public double[] copyOfParameters() {
    return parameters.clone();
  }

  /**
   * The column that is predicted.
   *
   * @return its name
   */
  public String target() {
    return encoder().target().name();
  }

  /**
   * The classes, in the order of predicted probabilities.
   *
   * @return labels sorted by code points; empty if a number is predicted
   */
  public List<String> classes() {
    return encoder().target() instanceof TargetCode.Classes c ? c.labels() : List.of();
  }

  /**
   * Finds this model's columns in a table.
   *
   * @param columns the table's columns, in any order; the target need not be among them
   * @return what predicts its rows
   * @throws org.backpropnet.data.DataException if a column is missing or of another kind
   */
  public Predictor bind(List<Column> columns) {
    return new Predictor(this, columns);
  }

  /**
   * The answer for one row.
   *
   * @param table has this model's columns
   * @param row from 0
   * @return the answer
   */
  public Prediction predict(Table table, int row) {
    return new Prediction(encoder().target(), bind(table.columns()).predict(table, row));
  }

  /**
   * The answers for all rows.
   *
   * @param table has this model's columns
   * @return [rows] the number, or one probability per class
   */
  public double[][] predict(Table table) {
    return bind(table.columns()).predict(table, 0, table.rowCount());
  }

  /**
   * Whether the model knows how far its answers miss.
   *
   * @return true if it predicts numbers and rows were held out from its training
   */
  public boolean hasIntervals() {
    return trained.calibration().misses().rows() > 0;
  }

  /**
   * Refuses a level that this model's intervals cannot promise.
   *
   * @param level share of the rows whose truth shall lie within, above 0 and below 1
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   * @throws DataException if the model has no intervals, or too few rows were held out
   */
  public void requireIntervals(double level) {
    Interval interval = interval(0, level);
    if (Double.isInfinite(interval.upper())) {
      throw new DataException(
          "This model's intervals cannot promise "
              + level
              + ": only "
              + trained.calibration().misses().rows()
              + " answers to rows held out were compared with the truth. Ask for a lower level, or"
              + " train on more rows.");
    }
  }

  /**
   * Around an answer, where the truth lies. Among many new rows from where the training rows came
   * it lies there at least as often as asked for; for a single row nothing is promised.
   *
   * @param answer what the model predicts for a row
   * @param level share of the rows whose truth shall lie within, above 0 and below 1
   * @return of the same width for every row; without ends if too few rows were held out to promise
   *     so much
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   * @throws DataException if the model has no intervals
   */
  public Interval interval(double answer, double level) {
    double margin = trained.calibration().misses().margin(level);
    if (!hasIntervals()) {
      throw new DataException(
          "This model has no intervals: "
              + (classes().isEmpty()
                  ? "no row was held out when it was trained. Train it with validationShare 0.2, or"
                      + " with at least 20 rows and weightDecay auto."
                  : "it predicts classes. Look at their probabilities."));
    }
    return new Interval(answer - margin, answer + margin);
  }

  double[] constantAnswer() {
    return encoder().target() instanceof TargetCode.Number number
        ? new double[] {number.low()}
        : new double[] {1};
  }
}
