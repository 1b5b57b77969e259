package org.backpropnet.model;

import java.util.Locale;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;

/**
 * How well a model answers the rows of a table, and how well one does that looks at no column. A
 * row of weight 2 counts as two rows; rows of weight 0 or without a target do not count.
 *
 * @param target the column that is predicted
 * @param rows rows that count
 * @param weight sum of their weights
 * @param leftOut rows with a weight above 0 whose target is missing or infinite
 * @param unseen rows that count and whose class training never saw; the model gives it probability
 *     0
 * @param model what the model reaches
 * @param baseline what these rows' own average (for numbers) or shares (for classes) reach
 */
public record Evaluation(
    String target,
    int rows,
    double weight,
    int leftOut,
    int unseen,
    Scores model,
    Scores baseline) {

  /** Measures of one kind of target. */
  public sealed interface Scores {
    /**
     * What is measured.
     *
     * @return one name for each of {@link #values()}
     */
    String[] names();

    /**
     * The measures.
     *
     * @return in the order of {@link #names()}; NaN where there is none
     */
    double[] values();
  }

  /**
   * Measures of answers that are classes.
   *
   * @param accuracy share of the rows whose most probable class is the true one, from 0 to 1
   * @param logLoss mean natural logarithm of 1 / probability of the true class (Good 1952); a
   *     probability below {@value #LEAST_PROBABILITY} counts as that
   * @param brier mean squared distance between probabilities and truth, summed over the classes,
   *     from 0 to 2 (Brier 1950)
   */
  public record ClassScores(double accuracy, double logLoss, double brier) implements Scores {
    /** Keeps the log-loss finite. */
    public static final double LEAST_PROBABILITY = 1e-15;

    @Override
    public String[] names() {
      return new String[] {"accuracy", "log-loss", "Brier score"};
    }

    @Override
    public double[] values() {
      return new double[] {accuracy, logLoss, brier};
    }
  }

  /**
   * Measures of answers that are numbers.
   *
   * @param rmse root of the mean squared error, in the target's unit
   * @param mae mean size of the error, in the target's unit
   * @param correlation of answer and truth (Pearson), from -1 to 1; NaN if one of them never
   *     changes
   * @param r2 1 - squared errors / squared distances from these rows' average; NaN if the truth
   *     never changes
   */
  public record NumberScores(double rmse, double mae, double correlation, double r2)
      implements Scores {
    @Override
    public String[] names() {
      return new String[] {"RMSE", "MAE", "correlation", "R2"};
    }

    @Override
    public double[] values() {
      return new double[] {rmse, mae, correlation, r2};
    }
  }

  /**
   * Evaluates a model.
   *
   * @param model the model
   * @param table has its columns and its target, best of rows that training never saw
   * @return the measures
   * @throws DataException if a column is missing or of another kind, a weight is negative, or no
   *     row counts
   */
  public static Evaluation of(Model model, Table table) {
    int target = table.indexOf(model.target());
    Column column = table.columns().get(target);
    int[] classOf = Dataset.classIndex(model.encoder().target(), column);
    int[] rows = Split.usable(table, target);
    int leftOut = 0;
    double weight = 0;
    for (int row = 0; row < table.rowCount(); row++) {
      boolean there = Double.isFinite(table.value(row, target));
      leftOut += table.weight(row) > 0 && !there ? 1 : 0;
      weight += there ? table.weight(row) : 0;
    }
    if (rows.length == 0) {
      throw new DataException(
          "The table has no row to evaluate: "
              + table.rowCount()
              + " rows, none with a weight above 0 and a \""
              + model.target()
              + "\" that is there.");
    }
    Scoring scoring = new Scoring(model, table, target, rows);
    if (classOf == null) {
      return new Evaluation(
          model.target(), rows.length, weight, leftOut, 0, scoring.numbers(), scoring.average());
    }
    return new Evaluation(
        model.target(),
        rows.length,
        weight,
        leftOut,
        scoring.unseen(classOf),
        scoring.classes(classOf),
        scoring.shares(((Column.Nominal) column).labels().size()));
  }

  /**
   * The measures as a small table.
   *
   * @return lines for people, each with its end
   */
  public String text() {
    boolean classes = model instanceof ClassScores;
    StringBuilder text = new StringBuilder();
    text.append(rows).append(" rows evaluated");
    if (weight != rows) {
      text.append(" (they weigh ").append(String.format(Locale.ROOT, "%.6g", weight)).append(')');
    }
    if (leftOut > 0) {
      text.append(", ").append(leftOut).append(" without \"").append(target).append("\" left out");
    }
    if (unseen > 0) {
      text.append(", ").append(unseen).append(" of a class that training never saw");
    }
    String other = classes ? "always the shares" : "always the average";
    text.append(String.format(Locale.ROOT, ".%n%-12s %14s %20s%n", "", "model", other));
    for (int i = 0; i < model.names().length; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s %14s %20s%n",
              model.names()[i],
              number(model.values()[i]),
              number(baseline.values()[i])));
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.6g", value);
  }
}
