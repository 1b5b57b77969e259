package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores are divided by what makes the truth of rows held out least surprising. */
class TemperatureTest {
  private static final NetworkSpec TWO =
      new NetworkSpec(3, List.of(), 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
  private static final NetworkSpec THREE =
      new NetworkSpec(3, List.of(), 3, Activation.IDENTITY, Loss.CROSS_ENTROPY);

  /** Rows whose truth is drawn with the probabilities of the scores; then scores times a factor. */
  private static final class Drawn {
    final List<double[]> scores = new ArrayList<>();
    final List<float[]> truths = new ArrayList<>();
    final List<Double> weights = new ArrayList<>();
    final NetworkSpec spec;

    Drawn(NetworkSpec spec, int rows, double factor) {
      this.spec = spec;
      SplitMix random = SplitMix.of(31, spec.outputs());
      for (int r = 0; r < rows; r++) {
        double[] score = new double[spec.outputs()];
        double[] answer = new double[spec.outputs()];
        for (int o = 0; o < score.length; o++) {
          score[o] = 4 * random.nextDouble() - 2;
          answer[o] = spec.output().value(score[o]);
        }
        spec.loss().link(answer);
        float[] truth = new float[spec.outputs()];
        double dice = random.nextDouble();
        for (int o = 0; o < truth.length; o++) {
          truth[o] = dice >= 0 && dice < answer[o] ? 1 : 0;
          dice -= answer[o];
          score[o] *= factor;
        }
        scores.add(score);
        truths.add(truth);
        weights.add(1.0);
      }
    }

    double best() {
      return new Temperature(spec, scores, truths, weights).best();
    }

    double loss(double temperature) {
      double sum = 0;
      for (int r = 0; r < scores.size(); r++) {
        double[] answer = new double[spec.outputs()];
        double[] truth = new double[spec.outputs()];
        for (int o = 0; o < answer.length; o++) {
          answer[o] = spec.output().value(scores.get(r)[o] / temperature);
          truth[o] = truths.get(r)[o];
        }
        spec.loss().link(answer);
        sum += spec.loss().value(answer, truth);
      }
      return sum;
    }
  }

  /** 8,000 rows tell the factor to about 2 %; the bound is five times that. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 3})
  void scoresThatAreTooLargeByAFactorGetTheFactorAsTemperature(double factor) {
    for (NetworkSpec spec : List.of(TWO, THREE)) {
      assertEquals(factor, new Drawn(spec, 8_000, factor).best(), 0.1 * factor);
    }
  }

  /** Against a plain search over a grid, whose steps are 0.01. */
  @Test
  void itIsTheLowestLossOfAGrid() {
    Drawn drawn = new Drawn(THREE, 20_000, 1.7);
    double lowest = 0.25;
    for (double t = 0.25; t <= 4; t += 0.01) {
      lowest = drawn.loss(t) < drawn.loss(lowest) ? t : lowest;
    }
    // One step of the grid, and the pull towards 1: below 0.005 with so many rows.
    assertEquals(lowest, drawn.best(), 0.015);
  }

  @Test
  void fewRowsKeepItNearOneAndItNeverLeavesItsRange() {
    // Eight of ten scores of 3 are right: so much sureness is a score of ln 4, and 3 / ln 4 = 2.16.
    assertEquals(2.16, eightOfTen(10_000), 0.01);
    double few = eightOfTen(10);
    assertTrue(few > 1.01 && few < 1.5, "10 rows brought " + few);
    assertEquals(Calibration.HOTTEST, new Drawn(TWO, 5_000, 20).best());
    // What is always right would be given any sureness.
    Drawn sure = new Drawn(TWO, 4_000, 1);
    for (int r = 0; r < 4_000; r++) {
      sure.scores.get(r)[0] = (sure.truths.get(r)[0] == 1 ? 1 : -1) * 0.8;
    }
    assertEquals(Calibration.COLDEST, sure.best());
  }

  private static double eightOfTen(int rows) {
    Drawn drawn = new Drawn(TWO, rows, 1);
    for (int r = 0; r < rows; r++) {
      float truth = drawn.truths.get(r)[0];
      drawn.scores.get(r)[0] = (truth == 1) == (r % 10 < 8) ? 3 : -3;
    }
    return drawn.best();
  }

  @Test
  void weightsCountByTheirProportionsAlone() {
    Drawn drawn = new Drawn(THREE, 60, 2);
    double before = drawn.best();
    drawn.weights.replaceAll(w -> 1000 * w);
    assertEquals(before, drawn.best());
    Drawn twice = new Drawn(THREE, 500, 2);
    for (int r = 0; r < 500; r += 2) {
      twice.weights.set(r, 1e-9);
    }
    assertFalse(twice.best() == new Drawn(THREE, 500, 2).best(), "weights change nothing");
  }

  @Test
  void itDividesTheOutputLayerAndNothingElse() {
    NetworkSpec spec =
        new NetworkSpec(
            1,
            List.of(new LayerSpec(1, Activation.TANH)),
            1,
            Activation.SIGMOID,
            Loss.BINARY_CROSS_ENTROPY);
    Best best = new Best(new float[] {1, 2, 3, 4}, 0.5, 1, 2);
    Best divided = Temperature.divided(spec, best, new Calibration(2, Misses.NONE));
    assertArrayEquals(new float[] {1, 2, 1.5f, 2}, divided.parameters());
    assertArrayEquals(new float[] {1, 2, 3, 4}, best.parameters());
    assertEquals(0.5, divided.loss());
  }

  /** Labels of which a fifth are wrong: who learns the table by heart is too sure. */
  private static Table noisy(int rows) {
    SplitMix random = SplitMix.of(3, rows);
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      int truth = a + 0.3 * b > 0.6 ? 1 : 0;
      cells[r] = new double[] {a, b, random.nextDouble() < 0.2 ? 1 - truth : truth};
    }
    return new ArrayTable(
        List.of(
            new Column.Numeric("a"),
            new Column.Numeric("b"),
            new Column.Nominal("side", List.of("left", "right"))),
        cells);
  }

  @Test
  void aSmallTableIsCalibratedByItsRaceAndALargeOneByItsValidationRows() {
    Trained small = Training.start(noisy(200), "side", plan()).run(EpochListener.SILENT);
    assertTrue(small.calibration().temperature() != 1);
    assertTrue(small.notes().toString().contains("Temperature "), small.notes().toString());
    TrainingPlan large = plan().with(Knob.VALIDATION_SHARE, "0.3").with(Knob.HIDDEN_LAYERS, "64");
    Trained held = Training.start(noisy(300), "side", large).run(EpochListener.SILENT);
    assertTrue(held.calibration().temperature() != 1);
  }

  private static TrainingPlan plan() {
    return TrainingPlan.recommended();
  }

  /** The textbook, a walk set by hand, and no rows to spare leave the scores alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "preset=textbook epochs=3",
        "preset=textbook",
        "optimizer=adam epochs=3",
        "epochs=5",
        "weightDecay=0.01 numbers=scaled"
      })
  void whatIsSetByHandHappensAndNothingElse(String pairs) {
    Trained trained = Cases.train(noisy(100), "side", pairs);
    assertEquals(1, trained.calibration().temperature());
    assertFalse(trained.notes().toString().contains("Temperature"));
  }

  @Test
  void below20RowsNothingIsHeldOut() {
    assertTrue(Cases.train(noisy(19), "side", "preset=good").calibration().isNone());
  }

  /** The answers are those of the network before it was divided, with scores divided by hand. */
  @Test
  void theModelAnswersWithDividedScores() {
    Table table = noisy(200);
    TrainingPlan plan = plan().with(Knob.RESUMABLE, "true");
    Trained trained = Training.start(table, "side", plan).run(EpochListener.SILENT);
    double temperature = trained.calibration().temperature();
    assertTrue(temperature != 1);
    Trained before =
        new Trained(
            trained.encoder(),
            trained.plan(),
            trained.recipe(),
            trained.state().kept(),
            trained.history(),
            trained.notes(),
            null);
    double[][] divided = new Model(trained).predict(table);
    double[][] raw = new Model(before).predict(table);
    for (int r = 0; r < raw.length; r++) {
      double odds = StrictMath.log(raw[r][1] / raw[r][0]) / temperature;
      // The weights are rounded to single precision once more: 6e-8 each.
      assertEquals(odds, StrictMath.log(divided[r][1] / divided[r][0]), 1e-5);
    }
  }
}
