package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.backpropnet.testing.NumericsPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The float loops keep what docs/numerics.md promises: over every 97th float of each binade, the
 * smallest, the infinite ones and the NaNs included. {@code -Dexhaustive=true} looks at all 2^32,
 * {@code -Dexhaustive=tanh,sigmoid} at all for these.
 */
class FloatBoundsTest {
  private static final int STEP = 97;

  /** Those that fall on the left before they rise. */
  private static final Set<Activation> DIPPING =
      EnumSet.of(Activation.SILU, Activation.MISH, Activation.GELU);

  private static final int STEPS = 1;
  private static final int ABSOLUTE = 2;
  private static final int STEPS_MET = 3;
  private static final int DISTANCE_MET = 5;
  private static final int FALL = 7;

  private static boolean exhaustive(Activation activation) {
    String wish = System.getProperty("exhaustive", "");
    return wish.equals("true") || List.of(wish.split(",", -1)).contains(activation.label());
  }

  private static double page(Activation activation, int column) {
    return NumericsPage.number("float " + activation.label(), column);
  }

  @ParameterizedTest
  @EnumSource
  void everyFloatGetsWhatThePagePromises(Activation activation) {
    int step = exhaustive(activation) ? 1 : STEP;
    double absolute = page(activation, ABSOLUTE);
    FloatSweep.Worst worst = new FloatSweep(activation, step).worst(absolute);
    if (step == 1) {
      System.out.println("All floats, " + activation.label() + ": " + worst);
    }
    assertEquals(0, worst.wrong(), "NaN stays NaN, infinity goes to the limit");
    assertTrue(worst.steps() <= page(activation, STEPS), worst::toString);
    if (!DIPPING.contains(activation)) {
      assertTrue(worst.fall() <= page(activation, FALL), worst::toString);
    }
    // What was met among all floats, to the digits of the page. A part of them meets no more, and
    // a page that says much more than what is met would be wrong, too.
    assertMet(page(activation, STEPS_MET), worst.steps(), worst);
    assertMet(page(activation, DISTANCE_MET), worst.distance(), worst);
  }

  private static void assertMet(double page, double met, FloatSweep.Worst worst) {
    assertTrue(met <= 1.005 * page && met >= 0.6 * page, () -> page + ", but " + worst);
  }

  @Test
  void theEndsOfTheFastSwitchesAreFlat() {
    float[] z = {7.905f, 8, 100, Float.MAX_VALUE, Float.POSITIVE_INFINITY};
    float[] a = new float[z.length];
    Activation.TANH.apply(z, a, 0, z.length);
    for (float end : a) {
      assertEquals(a[0], end);
    }
    for (int i = 0; i < z.length; i++) {
      z[i] *= 2;
    }
    Activation.SIGMOID.apply(z, a, 0, z.length);
    for (float end : a) {
      assertEquals(a[0], end);
    }
  }

  /** Both are symmetric about a point: tanh to the bit, sigmoid within the step of a float at 1. */
  @Test
  void theFastSwitchesAreSymmetric() {
    int count = Float.floatToIntBits(Float.POSITIVE_INFINITY) / STEP;
    float[] z = new float[2];
    float[] a = new float[2];
    for (int i = 0; i <= count; i++) {
      z[0] = Float.intBitsToFloat(i * STEP);
      z[1] = -z[0];
      Activation.TANH.apply(z, a, 0, 2);
      assertEquals(Float.floatToIntBits(-a[0]), Float.floatToIntBits(a[1]));
      Activation.SIGMOID.apply(z, a, 0, 2);
      if (Math.abs((double) a[0] + a[1] - 1) > Math.ulp(1f)) {
        assertEquals(1, (double) a[0] + a[1], Math.ulp(1f), "at " + z[0]);
      }
    }
  }
}
