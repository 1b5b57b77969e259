package org.backpropnet.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.backpropnet.optimize.Schedule.Constant;
import org.backpropnet.optimize.Schedule.Cosine;
import org.backpropnet.optimize.Schedule.Exponential;
import org.backpropnet.optimize.Schedule.Plateau;
import org.backpropnet.optimize.Schedule.Step;
import org.backpropnet.optimize.Schedule.WarmRestarts;
import org.backpropnet.testing.Golden;
import org.junit.jupiter.api.Test;

/** Learning rates of twenty epochs against PyTorch's schedulers; warm restarts by their formula. */
class ScheduleGoldenTest {
  /** PyTorch multiplies from epoch to epoch: 20 roundings of at most 1.1e-16. */
  private static final double TOLERANCE = 3e-15;

  private static final Golden GOLDEN = Golden.read("schedules.csv");

  private static void assertFactors(String column, Schedule schedule) {
    double[] expected = GOLDEN.numbers(column);
    assertEquals(20, expected.length);
    for (int epoch = 0; epoch < expected.length; epoch++) {
      double factor = schedule.factor(epoch / 20.0, epoch);
      assertEquals(expected[epoch], factor, TOLERANCE, column + " in epoch " + epoch);
    }
  }

  @Test
  void cosineIsThatOfPyTorch() {
    assertFactors("cosine", new Cosine());
  }

  @Test
  void exponentialIsThatOfPyTorch() {
    assertFactors("exponential-0.9", new Exponential(0.9));
  }

  @Test
  void stepsAreThoseOfPyTorch() {
    assertFactors("step-5-0.5", new Step(5, 0.5));
  }

  @Test
  void warmRestartsFollowTheirFormula() {
    assertFactors("warm-restarts", new WarmRestarts());
  }

  @Test
  void constantAndPlateauLeaveTheRateAsItIs() {
    for (int epoch = 0; epoch < 20; epoch++) {
      assertEquals(1, new Constant().factor(epoch / 20.0, epoch));
      assertEquals(1, new Plateau(3, 0.5).factor(epoch / 20.0, epoch));
    }
  }

  @Test
  void warmRestartsRiseAndFallInFourWavesEachTwiceAsLong() {
    WarmRestarts waves = new WarmRestarts();
    // Wave k ends at the share (2^k - 1) / 15; its top lies where 1 + 15 t = 2^(k - 1/2).
    for (int k = 1; k <= 4; k++) {
      double end = (Math.pow(2, k) - 1) / 15;
      double top = (Math.pow(2, k - 0.5) - 1) / 15;
      // Cosines near their corners are flat: roundings of 1e-16 in t leave less than 1e-15.
      assertEquals(0, waves.factor(end, 0), 1e-15);
      assertEquals(1, waves.factor(top, 0), 1e-15);
    }
  }
}
