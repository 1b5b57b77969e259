package org.backpropnet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column.Numeric("x"),
          new Column.Numeric("y"),
          new Column.Nominal("k", List.of("no", "yes", "maybe")));
  private static final TrainingPlan QUICK =
      TrainingPlan.recommended().with(Knob.EPOCHS, "5").with(Knob.WEIGHT_DECAY, "0.01");

  private static double[][] cells(int rows) {
    SplitMix random = SplitMix.of(3, 5);
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double x = random.nextDouble();
      cells[r] = new double[] {x, 3 * x + random.nextDouble(), (int) (2 * x)};
    }
    return cells;
  }

  private static Model train(String target) {
    return new Model(
        Training.start(new ArrayTable(COLUMNS, cells(80)), target, QUICK)
            .run(EpochListener.SILENT));
  }

  @Test
  void aRowOfWeightThreeCountsAsThreeRows() {
    double[][] cells = cells(50);
    cells[4][1] = Double.NaN;
    cells[6][2] = Double.NaN;
    double[] weights = new double[50];
    List<double[]> repeated = new ArrayList<>();
    for (int r = 0; r < 50; r++) {
      weights[r] = r % 4;
      for (int n = 0; n < r % 4; n++) {
        repeated.add(cells[r]);
      }
    }
    Table weighted = new ArrayTable(COLUMNS, cells, weights);
    Table plain = new ArrayTable(COLUMNS, repeated.toArray(double[][]::new));
    for (String target : List.of("y", "k")) {
      Model model = train(target);
      Evaluation one = Evaluation.of(model, weighted);
      Evaluation two = Evaluation.of(model, plain);
      // Tolerance 1e-12: sums of some hundred doubles in another order.
      assertArrayEquals(two.model().values(), one.model().values(), 1e-12, target);
      assertArrayEquals(two.baseline().values(), one.baseline().values(), 1e-12, target);
      assertEquals(two.weight(), one.weight(), 1e-12);
    }
  }

  @Test
  void numbersAreMeasuredAsByHand() {
    Model model = train("y");
    double[][] cells = {{0.1, 1, 0}, {0.5, 2, 0}, {0.9, 4, 0}, {0.3, Double.NaN, 0}};
    Table table = new ArrayTable(COLUMNS, cells, new double[] {1, 2, 1, 1});
    double[][] p = model.predict(table);
    double[] e = {p[0][0] - 1, p[1][0] - 2, p[2][0] - 4};
    Evaluation found = Evaluation.of(model, table);
    Evaluation.NumberScores scores = (Evaluation.NumberScores) found.model();
    double squares = e[0] * e[0] + 2 * e[1] * e[1] + e[2] * e[2];
    // Tolerance 1e-12: a handful of roundings.
    assertEquals(Math.sqrt(squares / 4), scores.rmse(), 1e-12);
    assertEquals((Math.abs(e[0]) + 2 * Math.abs(e[1]) + Math.abs(e[2])) / 4, scores.mae(), 1e-12);
    // The truth 1, 2, 2, 4 has the average 2.25 and squares of 4.75 around it.
    assertEquals(1 - squares / 4.75, scores.r2(), 1e-12);
    double mean = (p[0][0] + 2 * p[1][0] + p[2][0]) / 4;
    double ab = -1.25 * p[0][0] - 0.5 * p[1][0] + 1.75 * p[2][0];
    double bb =
        Math.pow(p[0][0] - mean, 2) + 2 * Math.pow(p[1][0] - mean, 2) + Math.pow(p[2][0] - mean, 2);
    assertEquals(ab / Math.sqrt(bb * 4.75), scores.correlation(), 1e-12);
    Evaluation.NumberScores base = (Evaluation.NumberScores) found.baseline();
    assertEquals(Math.sqrt(4.75 / 4), base.rmse(), 1e-12);
    assertEquals((1.25 + 0.5 + 1.75) / 4, base.mae(), 1e-12);
    assertEquals(0, base.r2(), 0);
    assertEquals(3, found.rows());
    assertEquals(4, found.weight(), 0);
    assertEquals(1, found.leftOut());
    assertTrue(found.text().contains("1 without \"y\" left out"), found.text());
  }

  @Test
  void classesAreMeasuredAsByHandAndAnUnseenClassIsWrong() {
    Model model = train("k");
    double[][] cells = {{0.1, 1, 0}, {0.9, 2, 1}, {0.9, 4, 2}};
    Evaluation found = Evaluation.of(model, new ArrayTable(COLUMNS, cells));
    double[][] p = model.predict(new ArrayTable(COLUMNS, cells));
    Evaluation.ClassScores scores = (Evaluation.ClassScores) found.model();
    assertEquals(2.0 / 3, scores.accuracy(), 1e-12);
    double loss = -(Math.log(p[0][0]) + Math.log(p[1][1]) + Math.log(1e-15)) / 3;
    assertEquals(loss, scores.logLoss(), 1e-12);
    double brier =
        2 * Math.pow(1 - p[0][0], 2)
            + 2 * Math.pow(1 - p[1][1], 2)
            + 1
            + Math.pow(p[2][0], 2)
            + Math.pow(p[2][1], 2);
    assertEquals(brier / 3, scores.brier(), 1e-12);
    Evaluation.ClassScores base = (Evaluation.ClassScores) found.baseline();
    assertEquals(1.0 / 3, base.accuracy(), 1e-12);
    assertEquals(Math.log(3), base.logLoss(), 1e-12);
    assertEquals(2.0 / 3, base.brier(), 1e-12);
    assertEquals(1, found.unseen());
  }

  @Test
  void aTargetThatNeverChangesHasNoCorrelationAndNoR2() {
    double[][] cells = {{0.1, 0.1, 0}, {0.5, 0.1, 0}, {0.9, 0.1, 0}};
    Evaluation found = Evaluation.of(train("y"), new ArrayTable(COLUMNS, cells));
    double[] values = found.model().values();
    assertTrue(Double.isNaN(values[2]) && Double.isNaN(values[3]));
  }

  @Test
  void numbersNearTheLargestDoubleDoNotOverflow() {
    double[][] cells = {{0.1, 1e300, 0}, {0.5, -1e300, 0}};
    Evaluation found = Evaluation.of(train("y"), new ArrayTable(COLUMNS, cells));
    // Tolerance 1e-12 relative: the answers near 1 vanish beside 1e300.
    assertEquals(1e300, ((Evaluation.NumberScores) found.model()).rmse(), 1e288);
  }

  @Test
  void aTableWithNothingToEvaluateSaysSo() {
    double[][] cells = {{0.1, Double.NaN, 0}};
    String message =
        assertThrows(
                DataException.class,
                () -> Evaluation.of(train("y"), new ArrayTable(COLUMNS, cells)))
            .getMessage();
    assertTrue(message.startsWith("The table has no row to evaluate"), message);
  }
}
