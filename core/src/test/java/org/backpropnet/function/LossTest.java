package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
  private static final double NUDGE = 1e-5;

  private static double lossOfScores(Loss loss, double[] scores, double[] targets) {
    double[] answers = scores.clone();
    if (loss.link() == Loss.Link.SIGMOID) {
      for (int o = 0; o < answers.length; o++) {
        answers[o] = Activation.SIGMOID.value(answers[o]);
      }
    }
    loss.link(answers);
    return loss.value(answers, targets);
  }

  private static double[] answers(Loss loss, double[] scores) {
    double[] answers = scores.clone();
    for (int o = 0; o < answers.length; o++) {
      answers[o] = loss.outputActivation(Activation.IDENTITY).value(answers[o]);
    }
    loss.link(answers);
    return answers;
  }

  /** One class is true; numbers miss by 0.1 to 0.6 or by 1.5 to 2, clear of both corners. */
  private static double[] targets(Loss loss, double[] scores, SplitMix random) {
    double[] targets = new double[scores.length];
    if (loss.forClasses()) {
      targets[random.nextInt(targets.length)] = 1;
      return targets;
    }
    for (int o = 0; o < targets.length; o++) {
      double miss = 0.5 * random.nextDouble() + (random.nextInt(2) == 0 ? 0.1 : 1.5);
      targets[o] = scores[o] + (random.nextInt(2) == 0 ? miss : -miss);
    }
    return targets;
  }

  @ParameterizedTest
  @EnumSource
  void theSlopeIsWhatANudgeOfTheScoreShows(Loss loss) {
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < 2_000; i++) {
      double[] scores = new double[loss == Loss.BINARY_CROSS_ENTROPY ? 1 : 3];
      for (int o = 0; o < scores.length; o++) {
        scores[o] = 4 * (2 * random.nextDouble() - 1);
      }
      double[] targets = targets(loss, scores, random);
      double[] slope = new double[scores.length];
      loss.slope(answers(loss, scores), targets, slope);
      for (int o = 0; o < scores.length; o++) {
        double[] up = scores.clone();
        double[] down = scores.clone();
        up[o] += NUDGE;
        down[o] -= NUDGE;
        double measured =
            (lossOfScores(loss, up, targets) - lossOfScores(loss, down, targets)) / (2 * NUDGE);
        // Bend: nudge^2 / 6 < 2e-11; rounding: 8 * 1.1e-16 / 1e-5 = 9e-11.
        assertEquals(measured, slope[o], 2e-10);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPerfectAnswerCostsNothingAndOthersCostSomething(Loss loss) {
    double[] truth = loss == Loss.BINARY_CROSS_ENTROPY ? new double[] {1} : new double[] {0, 1, 0};
    assertEquals(0, loss.value(truth, truth));
    double[] half = new double[truth.length];
    java.util.Arrays.fill(half, 0.5);
    assertTrue(loss.value(half, truth) > 0);
  }

  @Test
  void aCertainAndWrongAnswerCostsMuchButNotInfinitelyMuch() {
    double binary = Loss.BINARY_CROSS_ENTROPY.value(new double[] {0}, new double[] {1});
    double many = Loss.CROSS_ENTROPY.value(new double[] {0, 1}, new double[] {1, 0});
    assertEquals(-StrictMath.log(1e-300), binary, 1e-9);
    assertEquals(-StrictMath.log(1e-300), many, 1e-9);
  }

  @Test
  void softmaxSharesSumToOneHoweverFarApartTheScoresAre() {
    SplitMix random = new SplitMix(2);
    for (double size : new double[] {1e-3, 1, 100, 1e4, 1e300}) {
      for (int i = 0; i < 500; i++) {
        double[] scores = new double[1 + random.nextInt(12)];
        for (int o = 0; o < scores.length; o++) {
          scores[o] = size * (2 * random.nextDouble() - 1);
        }
        double[] shares = scores.clone();
        Loss.CROSS_ENTROPY.link(shares);
        double sum = 0;
        for (int o = 0; o < shares.length; o++) {
          assertTrue(shares[o] >= 0 && shares[o] <= 1);
          sum += shares[o];
        }
        // Twelve shares, each rounded by at most 1.1e-16, and as many additions.
        assertEquals(1, sum, 24 * 1.2e-16);
      }
    }
  }

  @Test
  void aConstantAddedToAllScoresChangesNoShare() {
    double[] one = {0.5, -1, 2};
    double[] other = {1024.5, 1023, 1026};
    Loss.CROSS_ENTROPY.link(one);
    Loss.CROSS_ENTROPY.link(other);
    org.junit.jupiter.api.Assertions.assertArrayEquals(one, other);
  }

  @Test
  void otherLossesLeaveTheAnswersAlone() {
    for (Loss loss : Loss.values()) {
      if (loss.link() != Loss.Link.SOFTMAX) {
        double[] answers = {0.3, 7};
        loss.link(answers);
        assertEquals(0.3, answers[0]);
        assertEquals(7, answers[1]);
      }
    }
  }
}
