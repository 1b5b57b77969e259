package org.backpropnet.testdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** The randomness of the generated tables. */
class DiceTest {
  @Test
  void theBitsAreThoseOfTheJdksOwnSplitMix() {
    for (long seed : new long[] {0, 1, 2024, -1, Long.MIN_VALUE}) {
      Dice dice = new Dice(seed);
      SplittableRandom jdk = new SplittableRandom(seed);
      for (int i = 0; i < 1000; i++) {
        assertEquals(jdk.nextLong(), dice.bits());
      }
    }
  }

  @Test
  void normalNumbersFollowTheBellCurve() {
    Dice dice = new Dice(2024);
    double[] numbers = new double[2000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = dice.normal();
    }
    double distance =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovStatistic(new NormalDistribution(null, 0, 1), numbers);
    // Kolmogorov's bound that 999 of 1,000 samples keep: 1.95 / sqrt(2000)
    assertEquals(0, distance, 0.0436);
  }

  @Test
  void purposesHaveSequencesOfTheirOwn() {
    assertEquals(Dice.of(2024, 1).bits(), Dice.of(2024, 1).bits());
    assertNotEquals(Dice.of(2024, 1).bits(), Dice.of(2024, 2).bits());
    assertNotEquals(Dice.of(2024, 1).bits(), Dice.of(2025, 1).bits());
  }
}
