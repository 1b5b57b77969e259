package org.backpropnet.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Training rows as the engine reads them, encoded once.
 *
 * @param dense [rows][denseInputs] coded numbers
 * @param active [rows][blocks] the input that is 1 in each block, or -1
 * @param thermometers bins and fractions
 * @param targets [rows][outputs] what the output layer is to answer
 * @param weights [rows] how much each row counts, greater than 0
 * @param denseInputs number of inputs that carry a number
 */
public record Dataset(
    float[][] dense,
    int[][] active,
    Thermometers thermometers,
    float[][] targets,
    double[] weights,
    int denseInputs) {

  /**
   * Rows without thermometers.
   *
   * @param dense [rows][denseInputs] coded numbers
   * @param active [rows][blocks] the input that is 1 in each block, or -1
   * @param targets [rows][outputs] what the output layer is to answer
   * @param weights [rows] how much each row counts, greater than 0
   * @param denseInputs number of inputs that carry a number
   */
  public Dataset(
      float[][] dense, int[][] active, float[][] targets, double[] weights, int denseInputs) {
    this(dense, active, Thermometers.NONE, targets, weights, denseInputs);
  }

  /**
   * Encodes rows of a table.
   *
   * @param encoder how
   * @param table the user's table, target column included
   * @param rows which rows, each with a target that the encoder knows
   * @return the encoded rows, in the order given
   */
  public static Dataset encode(Encoder encoder, Table table, int[] rows) {
    RowReader reader = encoder.bind(table.columns());
    int target = table.indexOf(encoder.target().name());
    float[][] dense = new float[rows.length][encoder.denseInputs()];
    int[][] active = new int[rows.length][];
    Thermometers thermometers = Thermometers.room(encoder.thermometerStarts(), rows.length);
    float[][] targets = new float[rows.length][];
    double[] weights = new double[rows.length];
    EncodedRow coded = reader.room();
    int[] classOf = classIndex(encoder.target(), table.columns().get(target));
    float[][] ofClass = ofClass(encoder.target());
    boolean blocks = encoder.blocks() > 0;
    int[] none = new int[0];
    for (int r = 0; r < rows.length; r++) {
      reader.read(table, rows[r], coded);
      for (int i = 0; i < dense[r].length; i++) {
        dense[r][i] = (float) coded.dense()[i];
      }
      active[r] = blocks ? coded.active().clone() : none;
      thermometers.set(r, coded);
      double truth = table.value(rows[r], target);
      targets[r] =
          encoder.target() instanceof TargetCode.Number number
              ? new float[] {(float) number.encode(truth)}
              : ofClass[classOf[(int) truth]];
      weights[r] = table.weight(rows[r]);
    }
    return new Dataset(dense, active, thermometers, targets, weights, encoder.denseInputs());
  }

  /**
   * For each label of a host's target column, the class that the encoder gave it.
   *
   * @param code the encoder's target
   * @param column the host's target column
   * @return [labels] class from 0, or -1 for a label that training never saw; null for numbers
   */
  public static int[] classIndex(TargetCode code, Column column) {
    if (!(code instanceof TargetCode.Classes classes)) {
      if (!(column instanceof Column.Numeric)) {
        throw new DataException(
            "This model answers numbers, but the column \"" + column.name() + "\" has classes.");
      }
      return null;
    }
    if (!(column instanceof Column.Nominal nominal)) {
      throw new DataException(
          "This model answers classes, but the column \"" + column.name() + "\" has numbers.");
    }
    Map<String, Integer> index = new HashMap<>();
    for (int k = 0; k < classes.labels().size(); k++) {
      index.put(classes.labels().get(k), k);
    }
    List<String> labels = nominal.labels();
    int[] classOf = new int[labels.size()];
    for (int l = 0; l < classOf.length; l++) {
      classOf[l] = index.getOrDefault(labels.get(l), -1);
    }
    return classOf;
  }

  /**
   * What the output layer is to answer for each class: two classes are one yes-or-no output (the
   * second class is "yes"); more are one output each. All rows of a class share one array.
   */
  private static float[][] ofClass(TargetCode code) {
    int classes = code instanceof TargetCode.Classes c ? c.labels().size() : 0;
    float[][] targets = new float[classes][classes > 2 ? classes : 1];
    for (int k = 0; k < classes; k++) {
      if (classes > 2) {
        targets[k][k] = 1;
      } else {
        targets[k][0] = k;
      }
    }
    return targets;
  }

  /**
   * Number of rows.
   *
   * @return at least 0
   */
  public int rows() {
    return weights.length;
  }

  /**
   * Number of blocks: inputs of which at most one is 1 in a row.
   *
   * @return at least 0
   */
  public int blocks() {
    return rows() == 0 ? 0 : active[0].length;
  }

  /**
   * Sum of all rows' weights.
   *
   * @return greater than 0 if there is a row
   */
  public double totalWeight() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /**
   * The same rows, each class counting the same in total. A numeric target is left as it is.
   *
   * @param classes number of classes, or 0 for a numeric target
   * @return rows with other weights; the sum of all stays
   */
  public Dataset balanced(int classes) {
    if (classes < 2) {
      return this;
    }
    double[] share = new double[classes];
    for (int r = 0; r < rows(); r++) {
      share[classOf(r)] += weights[r];
    }
    int present = (int) Arrays.stream(share).filter(s -> s > 0).count();
    double each = totalWeight() / present;
    double[] balanced = new double[rows()];
    for (int r = 0; r < rows(); r++) {
      balanced[r] = weights[r] * each / share[classOf(r)];
    }
    return new Dataset(dense, active, thermometers, targets, balanced, denseInputs);
  }

  /** The true class of a row of a class target. */
  private int classOf(int row) {
    float[] truth = targets[row];
    if (truth.length == 1) {
      return (int) truth[0];
    }
    int k = 0;
    while (truth[k] != 1) {
      k++;
    }
    return k;
  }
}
