package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void ticksAreRound() {
    assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, Ticks.of(0, 1, 6));
    assertArrayEquals(new double[] {2016, 2018, 2020, 2022, 2024}, Ticks.of(2015, 2024, 6));
    assertArrayEquals(new double[] {-2, 0, 2}, Ticks.of(-3.1, 2.9, 4));
    assertArrayEquals(new double[] {}, Ticks.of(5, 5, 4), "no length, no ticks");
    assertArrayEquals(new double[] {}, Ticks.of(0, Double.NaN, 4));
  }

  @Test
  void ofAnyAxisThereAreSomeTicksAndNotTooMany() {
    SplitMix random = new SplitMix(3);
    for (int k = 0; k < 2000; k++) {
      double size = StrictMath.pow(10, 580 * random.nextDouble() - 290);
      double low = size * (2 * random.nextDouble() - 1);
      double high = low + size * (0.1 + random.nextDouble());
      double[] ticks = Ticks.of(low, high, 5);
      assertTrue(ticks.length >= 1 && ticks.length <= 5, low + " to " + high);
      for (int i = 0; i < ticks.length; i++) {
        assertTrue(ticks[i] >= low && ticks[i] <= high, low + " to " + high);
        assertTrue(i == 0 || ticks[i] > ticks[i - 1], low + " to " + high);
      }
    }
  }
}
