package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Column;
import org.backpropnet.model.Interval;
import org.backpropnet.model.Model;
import org.backpropnet.model.Predictor;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** A model bound to the attributes of one header. Safe for several threads. */
public final class BoundModel {
  private static final int MOST_ROWS = 128;

  /** Weights times rows between two looks whether to stop: a small part of a second. */
  private static final long WORK = 50_000_000;

  private final Model model;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Column> columns;
  private final Predictor predictor;
  private final int[] place;
  private final int answers;
  private final int chunk;

  /**
   * Finds the model's columns by name.
   *
   * @param model what predicts
   * @param header attributes of the rows that will come, in any order, with any order of labels
   * @param trained the header at training; its labels count where this one has no such class
   * @throws org.backpropnet.data.DataException if a column is missing or of another kind
   */
  public BoundModel(Model model, Instances header, Instances trained) {
    this.model = model;
    for (int a = 0; a < header.numAttributes(); a++) {
      attributes.add(header.attribute(a));
    }
    chunk = (int) Math.max(1, Math.min(MOST_ROWS, WORK / model.spec().parameterCount()));
    columns = InstancesTable.columns(header);
    predictor = model.bind(columns);
    Attribute target = header.attribute(model.target());
    boolean known = target != null && target.isNominal();
    Attribute labels = known ? target : trained.classAttribute();
    place = new int[model.classes().size()];
    for (int k = 0; k < place.length; k++) {
      place[k] = labels.indexOfValue(model.classes().get(k));
    }
    answers = labels.isNominal() ? labels.numValues() : 1;
  }

  /**
   * Whether rows of a data set can be read as they are.
   *
   * @param model the model that shall predict
   * @param dataset its header counts
   * @return true if model and attributes are the very ones that this was made for
   */
  @SuppressWarnings(
      "ReferenceEquality") // equal attributes may still count their labels differently
  public boolean fits(Model model, Instances dataset) {
    if (this.model != model || dataset.numAttributes() != attributes.size()) {
      return false;
    }
    for (int a = 0; a < attributes.size(); a++) {
      if (dataset.attribute(a) != attributes.get(a)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Predicts rows.
   *
   * @param rows have the attributes that this was bound to
   * @return [rows] the number, or one probability per label of the class attribute in its order; 0
   *     for labels that training never saw
   * @throws InterruptedException if the thread was told to stop
   */
  public double[][] distributions(List<Instance> rows) throws InterruptedException {
    InstancesTable table = new InstancesTable(columns, rows);
    double[][] all = new double[rows.size()][];
    for (int from = 0; from < all.length; from += chunk) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      int to = Math.min(all.length, from + chunk);
      double[][] some = predict(table, from, to);
      for (int r = from; r < to; r++) {
        all[r] = placed(some[r - from]);
      }
    }
    return all;
  }

  /**
   * Where the number to predict for a row lies.
   *
   * @param row has the attributes that this was bound to
   * @param level share of new rows whose truth shall lie within, above 0 and below 1
   * @return lower and upper end; without ends where the model cannot promise so much
   * @throws InterruptedException if the thread was told to stop
   * @throws org.backpropnet.data.DataException if the model predicts classes
   */
  public double[] interval(Instance row, double level) throws InterruptedException {
    if (place.length == 0 && !model.hasIntervals()) {
      return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }
    Interval interval = model.interval(distributions(List.of(row))[0][0], level);
    return new double[] {interval.lower(), interval.upper()};
  }

  private double[][] predict(InstancesTable table, int from, int to) throws InterruptedException {
    try {
      return predictor.predict(table, from, to);
    } catch (CancellationException e) {
      throw new InterruptedException();
    }
  }

  private double[] placed(double[] answer) {
    if (place.length == 0) {
      return answer;
    }
    double[] distribution = new double[answers];
    for (int k = 0; k < place.length; k++) {
      if (place[k] >= 0) {
        distribution[place[k]] = answer[k];
      }
    }
    return distribution;
  }
}
