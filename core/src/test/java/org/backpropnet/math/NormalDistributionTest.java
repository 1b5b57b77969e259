package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/** Commons Math computes the error function by a continued fraction: another way altogether. */
class NormalDistributionTest {
  private static double commons(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  private static void assertRelativeError(double low, double high, double bound) {
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < 50_000; i++) {
      double z = low + (high - low) * random.nextDouble();
      double truth = commons(z);
      assertEquals(truth, NormalDistribution.cumulative(z), bound * truth, () -> "at " + z);
    }
  }

  @Test
  void theDistributionAgreesWithCommonsMath() {
    // 1e-14 is Commons Math's own accuracy of erf.
    assertRelativeError(-5, 9, 1e-14);
  }

  @Test
  void farBelowZeroTheRoundingOfTheSquareGrows() {
    // Half an ulp of z^2/2 = 200 in the exponent is 1.4e-14; both sides round it several times.
    assertRelativeError(-20, -5, 2e-13);
  }

  @Test
  void theDensityAgreesWithItsFormula() {
    SplitMix random = new SplitMix(3);
    for (int i = 0; i < 50_000; i++) {
      double z = 40 * (2 * random.nextDouble() - 1) / 2;
      double truth = StrictMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      assertEquals(truth, NormalDistribution.density(z), 6e-16 * truth);
    }
  }

  @Test
  void theEdgesAreExact() {
    assertEquals(0, NormalDistribution.cumulative(Double.NEGATIVE_INFINITY));
    assertEquals(0.5, NormalDistribution.cumulative(0));
    assertEquals(1, NormalDistribution.cumulative(Double.POSITIVE_INFINITY));
    assertEquals(0, NormalDistribution.density(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(NormalDistribution.cumulative(Double.NaN)));
    assertTrue(Double.isNaN(NormalDistribution.density(Double.NaN)));
  }
}
