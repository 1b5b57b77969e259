package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyTest {
  @ParameterizedTest
  @CsvSource({"0,0", "0.5,0", "0,0.25", "0.125,2"})
  void theSlopeIsWhatANudgeShows(double l1, double l2) {
    Penalty penalty = new Penalty(l1, l2);
    for (double weight : new double[] {-3, -0.5, 0.25, 4}) {
      double nudge = 0x1p-10;
      double measured =
          (penalty.value(weight + nudge) - penalty.value(weight - nudge)) / (2 * nudge);
      // A parabola's central difference is exact; what is left is rounding of values up to 20.
      assertEquals(measured, penalty.slope(weight), 1e-11);
      assertTrue(penalty.value(weight) >= 0);
    }
    assertEquals(0, penalty.slope(0));
    assertEquals(l1 > 0 || l2 > 0, penalty.active());
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,-1", "NaN,0", "0,Infinity"})
  void impossiblePricesAreRefused(double l1, double l2) {
    assertThrows(IllegalArgumentException.class, () -> new Penalty(l1, l2));
  }
}
