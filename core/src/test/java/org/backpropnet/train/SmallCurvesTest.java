package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.BackpropNet;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ArffFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tables that bend: a wave under noise, and two spirals. Each seed must learn them. */
class SmallCurvesTest {
  /** Standard deviation of the noise on the wave; see SOURCES.md. */
  private static final double NOISE = 0.1;

  private static final Table SINE = ArffFile.read("noisy-sine.arff");
  private static final Table SPIRALS = ArffFile.read("two-spirals.arff");

  /**
   * Noise alone leaves 0.1002. The model may miss the wave itself by no more than the noise, so the
   * two together may leave sqrt(2) of it. A straight line leaves more than three times the noise.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theRecommendedPlanSeesTheWaveUnderTheNoise(long seed) {
    Model model =
        BackpropNet.train(
            SINE, "y", TrainingPlan.recommended().withSeed(seed), EpochListener.SILENT);
    double miss = missOfTheWave(model);
    assertTrue(miss < NOISE, "the wave is missed by " + miss);
    double left = left(model);
    assertTrue(left < Math.sqrt(2) * NOISE, left + " is left");
  }

  /**
   * With time and little weight decay the wave is missed by no more than the noise moves a model of
   * 49 parameters: 0.1 sqrt(49 / 300) = 0.040, the standard error of a least-squares fit.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void moreStepsAndLessWeightDecayFollowTheWave(long seed) {
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.EPOCHS, "300")
            .with(Knob.WEIGHT_DECAY, "0.0001")
            .withSeed(seed);
    Model model = BackpropNet.train(SINE, "y", plan, EpochListener.SILENT);
    int parameters = model.spec().parameterCount();
    double error = NOISE * Math.sqrt(parameters / (double) SINE.rowCount());
    double miss = missOfTheWave(model);
    assertTrue(miss < error, "the wave is missed by " + miss + ", not below " + error);
  }

  /**
   * The spirals need units and steps that "auto" does not spend on 400 rows. 95 % leaves room for
   * points near the middle, where both spirals begin; a straight line gets less than 75 %.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void unitsAndStepsUnwindTheSpirals(long seed) {
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.HIDDEN_LAYERS, "32")
            .with(Knob.EPOCHS, "1000")
            .with(Knob.WEIGHT_DECAY, "0.00025")
            .withSeed(seed);
    Model model = BackpropNet.train(SPIRALS, "class", plan, EpochListener.SILENT);
    double right = shareRight(model);
    assertTrue(right > 0.95, right + " of the points are right");
  }

  /** Root mean square of answer minus y. */
  private static double left(Model model) {
    double squares = 0;
    for (int row = 0; row < SINE.rowCount(); row++) {
      double miss = model.predict(SINE, row).number() - SINE.value(row, 1);
      squares += miss * miss;
    }
    return Math.sqrt(squares / SINE.rowCount());
  }

  /** Root mean square of answer minus the y without noise. */
  private static double missOfTheWave(Model model) {
    double squares = 0;
    for (int row = 0; row < SINE.rowCount(); row++) {
      double miss = model.predict(SINE, row).number() - StrictMath.sin(SINE.value(row, 0));
      squares += miss * miss;
    }
    return Math.sqrt(squares / SINE.rowCount());
  }

  private static double shareRight(Model model) {
    Column.Nominal classes = (Column.Nominal) SPIRALS.columns().get(2);
    double right = 0;
    for (int row = 0; row < SPIRALS.rowCount(); row++) {
      String truth = classes.labels().get((int) SPIRALS.value(row, 2));
      right += model.predict(SPIRALS, row).label().equals(truth) ? 1 : 0;
    }
    return right / SPIRALS.rowCount();
  }
}
