package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final double SCALE = 1.0507009873554805;
  private static final double ALPHA = 1.6732632423543772;

  /** The written formula, differentiated by Commons Math and not by us. */
  private static DerivativeStructure witness(Activation activation, double at) {
    DerivativeStructure z = new DerivativeStructure(1, 1, 0, at);
    DerivativeStructure softplus = at > 0 ? z.negate().exp().log1p().add(z) : z.exp().log1p();
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> z.negate().exp().add(1).reciprocal();
      case TANH -> z.tanh();
      case RELU -> at > 0 ? z : z.multiply(0);
      case LEAKY_RELU -> at > 0 ? z : z.multiply(0.01);
      case ELU -> at > 0 ? z : z.expm1();
      case SELU -> at > 0 ? z.multiply(SCALE) : z.expm1().multiply(SCALE * ALPHA);
      case SOFTPLUS -> softplus;
      case SILU -> z.divide(z.negate().exp().add(1));
      case MISH -> z.multiply(softplus.tanh());
      case GELU -> {
        double x = at / Math.sqrt(2);
        double bell = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        DerivativeStructure erf = z.divide(Math.sqrt(2)).compose(Erf.erf(x), bell);
        yield z.multiply(erf.add(1)).divide(2);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void valueAndSlopeAgreeWithCommonsMath(Activation activation) {
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < 20_000; i++) {
      double z = (i % 2 == 0 ? 30 : 3) * (2 * random.nextDouble() - 1);
      DerivativeStructure truth = witness(activation, z);
      // 1e-14 is the accuracy of Commons Math's erf; it is multiplied by z in GELU.
      double bound = 2e-14 * Math.max(1, Math.abs(z));
      double a = activation.value(z);
      assertEquals(truth.getValue(), a, bound, () -> "value at " + z);
      assertEquals(truth.getPartialDerivative(1), activation.slope(z, a), bound, () -> "at " + z);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSlopeIsWhatANudgeShows(Activation activation) {
    SplitMix random = new SplitMix(2);
    double nudge = 1e-4;
    for (int i = 0; i < 5_000; i++) {
      double z = 8 * (2 * random.nextDouble() - 1);
      if (Math.abs(z) <= nudge) {
        continue; // At the corner there is no one slope.
      }
      double measured = (activation.value(z + nudge) - activation.value(z - nudge)) / (2 * nudge);
      // Third derivatives stay below 2: error nudge^2 / 3 = 3.4e-9; rounding 8 * 1.1e-16 / 1e-4.
      assertEquals(measured, activation.slope(z, activation.value(z)), 5e-9, () -> "at " + z);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFloatLoopsAreBoundToTheDoubleFormulas(Activation activation) {
    SplitMix random = new SplitMix(3);
    int n = 1_000;
    float[] z = new float[n];
    for (int i = 0; i < n; i++) {
      z[i] = (float) ((i % 2 == 0 ? 30 : 2) * (2 * random.nextDouble() - 1));
    }
    float[] a = new float[n];
    float[] delta = new float[n];
    java.util.Arrays.fill(delta, 1f);
    activation.apply(z, a, 3, n - 3);
    activation.scaleBySlope(z, a, delta, 3, n - 3);
    for (int i = 3; i < n - 3; i++) {
      double value = activation.value(z[i]);
      // 5 ulp of the fast tanh: 3e-7 at 1; slopes double an output's error (1 - a^2).
      assertEquals(value, a[i], 4e-7 * Math.max(1, Math.abs(value)));
      assertEquals(activation.slope(z[i], value), delta[i], 1e-6);
    }
    assertTrue(a[2] == 0 && a[n - 3] == 0 && delta[2] == 1 && delta[n - 3] == 1, "rows outside");
  }

  @ParameterizedTest
  @EnumSource
  void theDoubleLoopsAreTheDoubleFormulas(Activation activation) {
    double[] z = {-40, -1.5, -0.0, 0, 0.3, 2, 50};
    double[] a = new double[z.length];
    double[] delta = {1, 1, 1, 1, 1, 1, 1};
    activation.apply(z, a, 0, z.length);
    activation.scaleBySlope(z, a, delta, 0, z.length);
    for (int i = 0; i < z.length; i++) {
      assertEquals(activation.value(z[i]), a[i]);
      assertEquals(activation.slope(z[i], a[i]), delta[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void farOutValuesAndSlopesStayNumbers(Activation activation) {
    for (double z : new double[] {-1e300, -1e4, -746, -700, -40, 0, 40, 700, 746, 1e4, 1e300}) {
      double a = activation.value(z);
      assertTrue(Double.isFinite(a), activation + " at " + z);
      assertTrue(Double.isFinite(activation.slope(z, a)), activation + " slope at " + z);
    }
    for (double z : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
      double a = activation.value(z);
      assertFalse(Double.isNaN(a), activation + " at " + z);
      assertTrue(Double.isFinite(activation.slope(z, a)), activation + " slope at " + z);
    }
    assertTrue(Double.isNaN(activation.value(Double.NaN)), "an undefined sum must show");
  }

  @ParameterizedTest
  @EnumSource
  void farOutTheFloatLoopsStayNumbers(Activation activation) {
    float[] z = {-1e30f, -1e4f, -100, 100, 1e4f, 1e30f};
    float[] a = new float[z.length];
    float[] delta = {1, 1, 1, 1, 1, 1};
    activation.apply(z, a, 0, z.length);
    activation.scaleBySlope(z, a, delta, 0, z.length);
    for (int i = 0; i < z.length; i++) {
      assertTrue(Float.isFinite(a[i]) && Float.isFinite(delta[i]), activation + " at " + z[i]);
    }
  }
}
