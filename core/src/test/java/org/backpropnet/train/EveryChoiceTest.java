package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is chosen, a small table is learned better than by a constant answer. */
class EveryChoiceTest {
  private static final Table TABLE = Cases.table(60);
  private static final List<String> SCHEDULES =
      List.of(
          "constant",
          "step_10_0.7",
          "exponential_0.98",
          "cosine",
          "warm-restarts",
          "plateau_5_0.5");

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void everyOptimizerLearnsWithEverySchedule(OptimizerKind kind) {
    for (String schedule : SCHEDULES) {
      String pairs = "epochs=40 optimizer=" + kind.label() + " schedule=" + schedule;
      learnsPrices(pairs);
      learnsKinds(pairs);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void everyActivationLearns(Activation activation) {
    String pairs = "activation=" + activation.label();
    learnsPrices(pairs);
    learnsKinds(pairs);
    learnsPrices("optimizer=adam epochs=60 " + pairs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "sigmoid", "tanh", "relu"})
  void everyOutputLayerLearns(String output) {
    learnsPrices("outputLayer=" + output);
    learnsPrices("optimizer=adam epochs=60 outputLayer=" + output);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void everyLossLearns(Loss loss) {
    for (String how : List.of("", "optimizer=adam epochs=60 ")) {
      if (loss.forClasses()) {
        learnsKinds(how + "loss=" + loss.label());
      } else {
        learnsPrices(how + "loss=" + loss.label());
      }
    }
  }

  /** Less than nine tenths of the squared error that the mean price leaves. */
  private static void learnsPrices(String pairs) {
    double[][] answers = new Model(Cases.train(TABLE, "price", pairs)).predict(TABLE);
    double mean = 0;
    for (int r = 0; r < answers.length; r++) {
      mean += TABLE.value(r, 2) / answers.length;
    }
    double left = 0;
    double variance = 0;
    for (int r = 0; r < answers.length; r++) {
      left += square(answers[r][0] - TABLE.value(r, 2));
      variance += square(mean - TABLE.value(r, 2));
    }
    assertTrue(left < 0.9 * variance, pairs + " leaves " + left / variance + " of the variance");
  }

  /** Less than nine tenths of the log loss that the shares of the classes leave. */
  private static void learnsKinds(String pairs) {
    Model model = new Model(Cases.train(TABLE, "kind", pairs));
    double[][] answers = model.predict(TABLE);
    List<String> labels = List.of("cheap", "usual", "dear");
    double[] share = new double[3];
    for (int r = 0; r < answers.length; r++) {
      share[(int) TABLE.value(r, 3)] += 1.0 / answers.length;
    }
    double left = 0;
    double constant = 0;
    for (int r = 0; r < answers.length; r++) {
      int k = (int) TABLE.value(r, 3);
      left -= StrictMath.log(answers[r][model.classes().indexOf(labels.get(k))]);
      constant -= StrictMath.log(share[k]);
    }
    assertTrue(left < 0.9 * constant, pairs + " leaves " + left / constant + " of the log loss");
  }

  private static double square(double x) {
    return x * x;
  }
}
