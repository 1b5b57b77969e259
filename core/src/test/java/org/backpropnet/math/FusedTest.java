package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The emulation must give the bits of {@link Math#fma} for all numbers: no tolerance. Only NaN may
 * be any NaN. Each seed tries five million cases in both precisions.
 */
class FusedTest {
  private static final int CASES = 5_000_000;

  private static final double[] CORNERS = {
    0,
    1,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    0x1p-900,
    0x1p900,
    0x1p-537,
    0x1p512,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  /** Floats: exponents anywhere, in a middle range, or so that the product meets the summand. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void floatsAreRoundedOnce(long seed) {
    SplitMix random = new SplitMix(seed);
    for (int i = 0; i < CASES; i++) {
      float a = Float.intBitsToFloat((int) random.nextLong());
      float b = Float.intBitsToFloat((int) random.nextLong());
      float c = Float.intBitsToFloat((int) random.nextLong());
      if (i % 4 != 0) {
        a = rough(random, a);
        b = rough(random, b);
        c = near(random, -a * b, i % 4);
      }
      check(a, b, c);
    }
  }

  /**
   * Summands of any size, subnormal ones too, and a product that is half of their last bit up to
   * 2^-46: a sum rounded to double first would be taken for a tie.
   */
  @ParameterizedTest
  @ValueSource(longs = {9, 10})
  void floatsBesideTiesAreRoundedOnce(long seed) {
    SplitMix random = new SplitMix(seed);
    for (int i = 0; i < CASES; i++) {
      float c = Float.intBitsToFloat((int) random.nextLong());
      int half = Math.getExponent((double) Math.ulp(c)) - 1;
      float beside = Math.ulp(1f) * random.nextInt(8);
      float a = Math.scalb(1 + beside, half / 2);
      float b = Math.scalb(1 - beside, half - half / 2);
      check(random.nextInt(2) == 0 ? a : -a, b, c);
    }
  }

  /** Keeps few bits now and then, so that exact ties and exact sums come up. */
  private static float rough(SplitMix random, float x) {
    int kept = random.nextInt(24);
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) & (-1 << kept));
  }

  /** A summand some binary orders beside the product: cancellation, ties, and a far tail. */
  private static float near(SplitMix random, float product, int how) {
    int bits = Float.floatToRawIntBits(product);
    return switch (how) {
      case 1 -> Float.intBitsToFloat(bits + random.nextInt(9) - 4);
      case 2 -> Math.scalb(rough(random, product), random.nextInt(101) - 50);
      default -> Math.scalb(product, 24 * (random.nextInt(5) - 2)) * (random.nextInt(2) * 2 - 1);
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void doublesAreRoundedOnce(long seed) {
    SplitMix random = new SplitMix(seed);
    for (int i = 0; i < CASES; i++) {
      double a = ordinary(random);
      double b = ordinary(random);
      double c = near(random, -a * b, i % 4);
      check(a, b, c);
    }
  }

  /** Any fraction, often with few bits; exponents mostly in reach of each other. */
  private static double ordinary(SplitMix random) {
    long bits = random.nextLong() & (-1L << random.nextInt(53));
    if (random.nextInt(8) == 0) {
      return Double.longBitsToDouble(bits);
    }
    double x = Double.longBitsToDouble((bits & ~(0x7ffL << 52)) | (1023L << 52));
    return Math.scalb(x, random.nextInt(121) - 60);
  }

  private static double near(SplitMix random, double product, int how) {
    long bits = Double.doubleToRawLongBits(product);
    return switch (how) {
      case 0 -> ordinary(random);
      case 1 -> Double.longBitsToDouble(bits + random.nextInt(9) - 4);
      case 2 -> Math.scalb(ordinary(random), Math.getExponent(product) + random.nextInt(41) - 20);
      default -> Math.scalb(product, 53 * (random.nextInt(5) - 2)) * (random.nextInt(2) * 2 - 1);
    };
  }

  /** All triples of corners of either sign and their neighbours. */
  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1, 2})
  void cornersAreRoundedOnce(int step) {
    double[] numbers = new double[2 * CORNERS.length];
    for (int i = 0; i < CORNERS.length; i++) {
      double corner = CORNERS[i];
      long bits = Double.doubleToRawLongBits(corner);
      numbers[2 * i] = corner == 0 ? 0 : Double.longBitsToDouble(bits + step);
      numbers[2 * i + 1] = -numbers[2 * i];
    }
    for (double a : numbers) {
      for (double b : CORNERS) {
        for (double c : numbers) {
          check(a, b, c);
          check((float) a, (float) b, (float) c);
        }
      }
    }
  }

  private static void check(float a, float b, float c) {
    float right = Math.fma(a, b, c);
    float got = Fused.emulated(a, b, c);
    if (Float.floatToIntBits(right) != Float.floatToIntBits(got)) {
      fail(a + "f * " + b + "f + " + c + "f is " + right + ", not " + got);
    }
  }

  private static void check(double a, double b, double c) {
    double right = Math.fma(a, b, c);
    double got = Fused.emulated(a, b, c);
    if (Double.doubleToLongBits(right) != Double.doubleToLongBits(got)) {
      fail(a + " * " + b + " + " + c + " is " + right + ", not " + got);
    }
  }
}
