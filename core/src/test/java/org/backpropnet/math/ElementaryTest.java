package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.backpropnet.testing.NumericsPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** StrictMath is fdlibm: written by others, itself within 1 ulp (2.2e-16). */
class ElementaryTest {
  private static final int POINTS = 200_000;

  /** Wide, middle, narrow and tiny numbers in turn. */
  private static double point(SplitMix random, int i) {
    double u = 2 * random.nextDouble() - 1;
    return switch (i % 4) {
      case 0 -> 708 * u;
      case 1 -> 40 * u;
      case 2 -> 2 * u;
      default -> u * StrictMath.pow(10, -18 * random.nextDouble());
    };
  }

  private static double promised(String function) {
    return NumericsPage.number("double " + function, 1);
  }

  private static void assertRelativeError(
      DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double bound) {
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < POINTS; i++) {
      double x = point(random, i);
      double truth = theirs.applyAsDouble(x);
      assertEquals(truth, ours.applyAsDouble(x), bound * Math.abs(truth), () -> "at " + x);
    }
  }

  @Test
  void theExponentialIsWithinItsPromisedError() {
    assertRelativeError(Elementary::exp, StrictMath::exp, promised("exp"));
  }

  @Test
  void theExponentialMinusOneIsWithinItsPromisedError() {
    assertRelativeError(Elementary::expm1, StrictMath::expm1, promised("expm1"));
  }

  @Test
  void theHyperbolicTangentIsWithinItsPromisedError() {
    assertRelativeError(Elementary::tanh, StrictMath::tanh, promised("tanh"));
  }

  @Test
  void theSigmoidIsWithinItsPromisedError() {
    assertRelativeError(
        Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), promised("sigmoid"));
  }

  @Test
  void softplusIsWithinItsPromisedError() {
    assertRelativeError(
        Elementary::softplus,
        x -> x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x)),
        promised("softplus"));
  }

  @Test
  void resultsBelowTheNormalNumbersAreOffByAtMostOneStep() {
    SplitMix random = new SplitMix(2);
    for (int i = 0; i < POINTS; i++) {
      double x = -708.4 - 37 * random.nextDouble();
      assertEquals(StrictMath.exp(x), Elementary.exp(x), Double.MIN_VALUE, () -> "at " + x);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        -745,
        -745.13,
        -745.14,
        -746,
        709.7,
        709.79,
        710,
        0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-310
      })
  void theEdgesAgreeWithStrictMath(double x) {
    double one = Math.ulp(StrictMath.exp(x));
    assertEquals(StrictMath.exp(x), Elementary.exp(x), Double.isFinite(one) ? one : 0);
    double step = Math.ulp(StrictMath.expm1(x));
    assertEquals(StrictMath.expm1(x), Elementary.expm1(x), Double.isFinite(step) ? step : 0);
    assertEquals(StrictMath.tanh(x), Elementary.tanh(x));
  }

  @Test
  void theSwitchesReachTheirEndsWithoutNaN() {
    assertEquals(0, Elementary.sigmoid(Double.NEGATIVE_INFINITY));
    assertEquals(0, Elementary.sigmoid(-745));
    assertEquals(1, Elementary.sigmoid(Double.POSITIVE_INFINITY));
    assertEquals(0, Elementary.softplus(Double.NEGATIVE_INFINITY));
    assertEquals(1e4, Elementary.softplus(1e4));
    assertEquals(Double.POSITIVE_INFINITY, Elementary.softplus(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(Elementary.sigmoid(Double.NaN)));
    assertTrue(Double.isNaN(Elementary.softplus(Double.NaN)));
  }
}
