package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when steps are so long that the loss runs away. */
class DivergenceTest {
  private static final Table TABLE = Cases.table(60);

  /** The mean loss of the constant answer: half the variance of a standardised target. */
  private static final double CONSTANT = 0.5;

  /**
   * Rates that are too long by less than two to the fifth. The last one runs away over several
   * epochs, so that the weights of the last finite one are ruined already.
   */
  @ParameterizedTest
  @CsvSource({
    "batchSize=8 hiddenLayers=8_tanh learningRate=4 validationShare=0",
    "batchSize=8 hiddenLayers=8_tanh learningRate=4 validationShare=0.3",
    "batchSize=100 hiddenLayers=none learningRate=20 validationShare=0",
    "batchSize=100 hiddenLayers=none learningRate=20 validationShare=0.3",
    "batchSize=100 hiddenLayers=8_tanh learningRate=20 validationShare=0"
  })
  void halvingsLeadBackToATrainingThatLearns(String pairs) {
    Trained trained = Cases.train(TABLE, "price", "optimizer=gradient-descent epochs=60 " + pairs);
    long halvings = halvings(trained);
    assertTrue(halvings >= 1 && halvings <= 5, trained.notes().toString());
    assertEquals(60, trained.history().size());
    assertTrue(trained.best().loss() < CONSTANT, "loss " + trained.best().loss());
  }

  @Test
  void theRateStaysHalvedAndTheNoteSaysWhatHappened() {
    Trained trained =
        Cases.train(
            TABLE,
            "price",
            "optimizer=gradient-descent schedule=constant epochs=60 batchSize=100"
                + " hiddenLayers=none learningRate=20 validationShare=0");
    double last = trained.history().get(59).learningRate();
    assertEquals(20 / (double) (1 << halvings(trained)), last);
    String note = firstOfHalvings(trained);
    assertTrue(
        note.matches(
            "The loss became \\S+ in epoch \\d+; training went back to the last good epoch with"
                + " half the learning rate\\."),
        note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batchSize=8 validationShare=0",
        "batchSize=8 validationShare=0.3",
        "batchSize=100 validationShare=0",
        "batchSize=100 validationShare=0.3"
      })
  void afterFiveHalvingsTheErrorSaysWhatToDo(String pairs) {
    TrainingPlan plan =
        Cases.plan("optimizer=gradient-descent epochs=20 learningRate=1e20 " + pairs);
    Training training = Training.start(TABLE, "price", plan);
    String message =
        assertThrows(TrainingDivergedException.class, () -> training.run(EpochListener.SILENT))
            .getMessage();
    assertTrue(
        message.matches(
            "The .*loss became \\S+ in epoch \\d+, though the learning rate was halved 5 times"
                + " before\\. Try a learning rate a hundred times smaller \\(it began as"
                + " 1\\.0E20\\), or look for extreme values in the table\\."),
        message);
    assertEquals(5, halvings(training.result()));
  }

  /** The loss of a step that looks at all rows is that before the step. */
  @Test
  void aRuinousLastStepIsTakenBack() {
    Trained trained =
        Cases.train(
            TABLE,
            "price",
            "optimizer=gradient-descent epochs=1 batchSize=100 learningRate=1e12"
                + " validationShare=0");
    assertTrue(firstOfHalvings(trained).contains(" after epoch 1; training went back"));
    for (double[] answer : new Model(trained).predict(TABLE)) {
      // Start weights answer within a few standard deviations (about 10) of the mean.
      assertEquals(115, answer[0], 100);
    }
  }

  /** A training that is so far gone has one of two ends: the exception, or numbers. */
  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void noRateEverLeadsToAModelThatAnswersNoNumber(OptimizerKind kind) {
    for (double rate : new double[] {0.01, 1, 10, 1e3, 1e6, 1e12, 1e30}) {
      for (String share : List.of("0", "0.3")) {
        for (String target : List.of("price", "kind")) {
          String pairs =
              "optimizer="
                  + kind.label()
                  + " epochs=6 hiddenLayers=6_relu,_4_relu learningRate="
                  + rate
                  + " validationShare="
                  + share;
          answersOrRefuses(target, pairs);
        }
      }
    }
  }

  private static void answersOrRefuses(String target, String pairs) {
    Trained trained;
    try {
      trained = Cases.train(TABLE, target, pairs);
    } catch (TrainingDivergedException e) {
      assertTrue(e.getMessage().contains(" became "), e.getMessage());
      return;
    }
    assertTrue(Double.isFinite(trained.best().loss()), pairs);
    for (double[] answer : new Model(trained).predict(TABLE)) {
      for (double number : answer) {
        assertTrue(Double.isFinite(number), pairs + " answers " + number);
      }
    }
  }

  @Test
  void aGradientClipBoundsEachStep() {
    String pairs =
        "optimizer=gradient-descent schedule=constant learningRate=1 batchSize=59 epochs=1"
            + " validationShare=0 hiddenLayers=4_tanh weightDecay=0 gradientClip=";
    float[] none = Cases.train(TABLE, "price", pairs + "1e-30").best().parameters();
    float[] free = Cases.train(TABLE, "price", pairs + "0").best().parameters();
    float[] held = Cases.train(TABLE, "price", pairs + "0.01").best().parameters();
    float[] loose = Cases.train(TABLE, "price", pairs + "1e20").best().parameters();
    // 60 rows in batches of 59 are two steps of at most 0.01 each; 1e-5 for floats near 1.
    assertTrue(distance(none, held) <= 0.02 + 1e-5, "moved by " + distance(none, held));
    assertTrue(distance(none, held) > 0.01, "moved by " + distance(none, held));
    assertTrue(distance(none, free) > 0.02, "moved by " + distance(none, free));
    assertEquals(0, distance(free, loose));
  }

  private static double distance(float[] from, float[] to) {
    double square = 0;
    for (int i = 0; i < from.length; i++) {
      square += ((double) to[i] - from[i]) * ((double) to[i] - from[i]);
    }
    return Math.sqrt(square);
  }

  private static String firstOfHalvings(Trained trained) {
    return trained.notes().stream()
        .filter(n -> n.contains("half the learning rate"))
        .findFirst()
        .orElseThrow();
  }

  private static long halvings(Trained trained) {
    return trained.notes().stream().filter(n -> n.contains("half the learning rate")).count();
  }
}
