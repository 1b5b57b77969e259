package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RationalTest {
  /** Every 4,099th float from 0 to infinity, with both signs: all sizes, about a million points. */
  private static void sweep(Consumer<Float> check) {
    int infinity = Float.floatToIntBits(Float.POSITIVE_INFINITY);
    for (int bits = 0; bits < infinity && bits >= 0; bits += 4_099) {
      check.accept(Float.intBitsToFloat(bits));
      check.accept(-Float.intBitsToFloat(bits));
    }
  }

  @Test
  void tanhIsWithinItsPromisedStepsOfTheExactOne() {
    sweep(
        z -> {
          double truth = StrictMath.tanh(z);
          // Near zero the numerator, z times 0.0049, is rounded to the smallest float, 1.4e-45:
          // half of that divided by 0.0049 is below 2e-43.
          double bound = 5 * Math.ulp((float) truth) + 2e-43;
          assertEquals(truth, Rational.tanh(z), bound, () -> "at " + z);
        });
  }

  @Test
  void sigmoidIsWithinItsPromisedError() {
    sweep(
        z -> {
          double truth = 1 / (1 + StrictMath.exp(-(double) z));
          assertEquals(truth, Rational.sigmoid(z), 2e-7, () -> "at " + z);
        });
  }

  @Test
  void bothStayInTheirRangeAndAreSymmetric() {
    sweep(
        z -> {
          assertTrue(Math.abs(Rational.tanh(z)) <= 1);
          assertTrue(Rational.sigmoid(z) >= 0 && Rational.sigmoid(z) <= 1);
          assertEquals(-Rational.tanh(z), Rational.tanh(-z));
        });
  }

  @Test
  void theEndsAreReachedAsCloselyAsEverythingElse() {
    assertEquals(1f, Rational.tanh(Float.POSITIVE_INFINITY), 5 * Math.ulp(1f));
    assertEquals(-1f, Rational.tanh(Float.NEGATIVE_INFINITY), 5 * Math.ulp(1f));
    assertEquals(1f, Rational.sigmoid(Float.POSITIVE_INFINITY), 2e-7);
    assertEquals(0f, Rational.sigmoid(Float.NEGATIVE_INFINITY), 2e-7);
    assertTrue(Float.isNaN(Rational.tanh(Float.NaN)));
    assertTrue(Float.isNaN(Rational.sigmoid(Float.NaN)));
  }
}
