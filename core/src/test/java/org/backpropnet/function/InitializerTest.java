package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.math.SplitMix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {
  private static final int INPUTS = 50;
  private static final int OUTPUTS = 200;

  /** The variance that each paper asks for; a uniform range's variance is range^2 / 3. */
  private static double variance(Initializer initializer) {
    return switch (initializer) {
      case GLOROT -> 2.0 / (INPUTS + OUTPUTS);
      case HE -> 2.0 / INPUTS;
      case LECUN -> 1.0 / INPUTS;
    };
  }

  @ParameterizedTest
  @EnumSource
  void weightsFillTheRangeWithTheVarianceOfThePaper(Initializer initializer) {
    float[] weights = new float[INPUTS * OUTPUTS];
    initializer.draw(INPUTS, OUTPUTS, new SplitMix(1), weights);
    double range = Math.sqrt(3 * variance(initializer));
    double sum = 0;
    double squares = 0;
    double widest = 0;
    for (float weight : weights) {
      sum += weight;
      squares += (double) weight * weight;
      widest = Math.max(widest, Math.abs(weight));
    }
    int n = weights.length;
    // Five standard errors of a uniform sample of 10,000: mean 5 / sqrt(3 n), variance
    // 5 * sqrt(4 / 5 / n).
    assertEquals(0, sum / n, range * 5 / Math.sqrt(3.0 * n));
    assertEquals(1, squares / n / variance(initializer), 5 * Math.sqrt(0.8 / n));
    assertTrue(widest <= range * (1 + 1e-7), "float rounding only");
    assertTrue(widest > 0.99 * range, "10,000 draws come near the end");
  }

  @ParameterizedTest
  @EnumSource
  void aLayerWithoutInputsDrawsNothingAndDoesNotFail(Initializer initializer) {
    initializer.draw(0, 3, new SplitMix(1), new float[0]);
    float[] one = new float[1];
    initializer.draw(0, 1, new SplitMix(1), one);
    assertTrue(Float.isFinite(one[0]));
  }
}
