package org.backpropnet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.WeightedTable;
import org.backpropnet.io.ModelFile;
import org.backpropnet.math.SplitMix;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** Between two numbers the truth lies as often as was promised. */
class IntervalTest {
  private static final List<Column> COLUMNS =
      List.of(new Column.Numeric("a"), new Column.Numeric("b"), new Column.Numeric("y"));

  /** A bent surface with noise of many sizes: few large, many small. */
  private static Table table(int rows, int number) {
    SplitMix random = SplitMix.of(23, number);
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double a = 2 * random.nextDouble() - 1;
      double b = 2 * random.nextDouble() - 1;
      double noise = random.nextDouble() + random.nextDouble() - 1;
      cells[r] = new double[] {a, b, 100 + 20 * a * a + 10 * b + 30 * noise * noise * noise};
    }
    return new ArrayTable(COLUMNS, cells);
  }

  private static double coverage(Model model, Table rows, double level) {
    Predictor predictor = model.bind(rows.columns());
    int inside = 0;
    for (int r = 0; r < rows.rowCount(); r++) {
      Interval interval = predictor.interval(rows, r, level);
      double truth = rows.value(r, 2);
      inside += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
    }
    return (double) inside / rows.rowCount();
  }

  /**
   * Each of the 20 shares moves by about 0.027 (200 rows held out, 400 asked), their mean by 0.006:
   * 0.02 is three times that.
   */
  private static void coversNineOfTen(int rows, TrainingPlan plan) {
    double sum = 0;
    for (int split = 0; split < 20; split++) {
      Model model = BackpropNet.train(table(rows, 2 * split), "y", plan, EpochListener.SILENT);
      sum += coverage(model, table(400, 2 * split + 1), 0.9);
    }
    assertEquals(0.9, sum / 20, 0.02);
  }

  @Test
  void overTwentySplitsNineOfTenTruthsLieInsideWhereARaceHeldRowsOut() {
    coversNineOfTen(300, TrainingPlan.recommended());
  }

  @Test
  void overTwentySplitsNineOfTenTruthsLieInsideWhereRowsAreHeldOutToTheEnd() {
    coversNineOfTen(
        800,
        TrainingPlan.recommended()
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.VALIDATION_SHARE, "0.25")
            .with(Knob.EPOCHS, "20"));
  }

  @Test
  void theEndsLieAsFarFromTheAnswerForEveryRowAndFurtherForAHigherLevel() {
    Table table = table(200, 1);
    Model model = BackpropNet.train(table, "y");
    Predictor predictor = model.bind(COLUMNS);
    double answer = predictor.predict(table, 3)[0];
    double margin = model.trained().calibration().misses().margin(0.8);
    Interval interval = predictor.interval(table, 3, 0.8);
    assertEquals(answer - margin, interval.lower());
    assertEquals(answer + margin, interval.upper());
    assertEquals(interval, model.interval(answer, 0.8));
    assertTrue(model.interval(answer, 0.95).upper() > interval.upper());
    // Two hold-outs of a third of 200 rows.
    assertEquals(134, model.trained().calibration().misses().rows());
    String text = ModelText.of(model, 4, false);
    assertTrue(text.contains("Nine of ten answers should miss by at most "), text);
  }

  @Test
  void theyComeBackFromAFileWithTheSameBits() throws IOException {
    Model before = BackpropNet.train(table(100, 1), "y");
    Model after = ModelFile.fromBytes(ModelFile.toBytes(before));
    assertArrayEquals(
        before.trained().calibration().misses().marks(),
        after.trained().calibration().misses().marks());
    assertEquals(before.interval(5, 0.9), after.interval(5, 0.9));
  }

  @Test
  void rowsOfWeightZeroLeaveThemAsTheyAre() {
    Table table = table(100, 1);
    List<Column> columns = new ArrayList<>(COLUMNS);
    columns.add(new Column.Numeric("count"));
    double[][] more = new double[150][];
    for (int r = 0; r < 150; r++) {
      double a = table.value(r % 100, 0);
      double b = table.value(r % 100, 1);
      boolean wild = r >= 100;
      more[r] = new double[] {a, b, wild ? 1e6 * r : table.value(r, 2), wild ? 0 : 1};
    }
    Table weighted = new WeightedTable(new ArrayTable(columns, more), "count");
    assertEquals(
        BackpropNet.train(table, "y").interval(0, 0.9),
        BackpropNet.train(weighted, "y").interval(0, 0.9));
  }

  @Test
  void whoeverHasNoneSaysSoWithTheWayOut() {
    TrainingPlan plan =
        TrainingPlan.recommended().with(Knob.WEIGHT_DECAY, "0.01").with(Knob.NUMBERS, "scaled");
    Model none = BackpropNet.train(table(100, 1), "y", plan, EpochListener.SILENT);
    assertFalse(none.hasIntervals());
    says(
        "This model has no intervals: no row was held out when it was trained. Train it with"
            + " validationShare 0.2, or with at least 20 rows and weightDecay auto.",
        () -> none.requireIntervals(0.9));
    Model few = BackpropNet.train(table(24, 1), "y");
    says(
        "This model's intervals cannot promise 0.95: only 16 answers to rows held out were compared"
            + " with the truth. Ask for a lower level, or train on more rows.",
        () -> few.requireIntervals(0.95));
    assertEquals(
        new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), few.interval(1, 0.95));
    few.requireIntervals(0.9);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> few.interval(1, 90))
            .getMessage()
            .startsWith("The level of an interval is 90.0, but"));
  }

  @Test
  void classesHaveProbabilitiesInstead() {
    Column kind = new Column.Nominal("y", List.of("no", "yes"));
    double[][] cells = new double[60][];
    for (int r = 0; r < 60; r++) {
      cells[r] = new double[] {r % 7, r % 5, r % 7 > 3 ? 1 : 0};
    }
    Model model =
        BackpropNet.train(
            new ArrayTable(List.of(COLUMNS.get(0), COLUMNS.get(1), kind), cells), "y");
    says(
        "This model has no intervals: it predicts classes. Look at their probabilities.",
        () -> model.interval(0, 0.9));
  }

  private static void says(String words, Runnable asked) {
    assertEquals(words, assertThrows(DataException.class, asked::run).getMessage());
  }
}
