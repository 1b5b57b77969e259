package org.backpropnet.math;

/**
 * Multiplies and adds with one rounding, with the bits of {@link Math#fma} on every machine. Where
 * the processor has no such instruction, Math.fma counts in BigDecimal; here the exact result is
 * then put together from ordinary operations, which is many times faster.
 *
 * <p>Sources: Veltkamp and Dekker (1971) for the exact product, Knuth (1969) for the exact sum,
 * Boldo and Melquiond (2008), "Emulation of FMA and correctly rounded sums: proved algorithms using
 * rounding to odd".
 */
public final class Fused {
  /** Whether Math.fma is the faster way. The JIT folds it, so that only one way is compiled. */
  static final boolean HARDWARE = isHardwareFaster();

  /** 2^27 + 1 cuts a double into two halves of at most 26 bits. */
  private static final double SPLITTER = 0x1p27 + 1;

  /** Between these no step of the exact product leaves the range of normal numbers. */
  private static final double SMALL = 0x1p-900;

  private static final double LARGE = 0x1p900;

  private Fused() {}

  /**
   * One rounding for a product and a sum in single precision.
   *
   * @param a first factor
   * @param b second factor
   * @param c summand
   * @return a * b + c, rounded once
   */
  public static float multiplyAdd(float a, float b, float c) {
    return HARDWARE ? Math.fma(a, b, c) : emulated(a, b, c);
  }

  /**
   * One rounding for a product and a sum in double precision.
   *
   * @param a first factor
   * @param b second factor
   * @param c summand
   * @return a * b + c, rounded once
   */
  public static double multiplyAdd(double a, double b, double c) {
    return HARDWARE ? Math.fma(a, b, c) : emulated(a, b, c);
  }

  /** A double holds the product exactly; of the sum it keeps enough when it is rounded to odd. */
  static float emulated(float a, float b, float c) {
    return (float) sumToOdd((double) a * b, c);
  }

  /** The exact product as two doubles, then the sum of three. */
  static double emulated(double a, double b, double c) {
    double p = a * b;
    if (p == 0 && (a == 0 || b == 0)) {
      return p + c;
    }
    if (!(isOrdinary(a) && isOrdinary(b) && isOrdinary(p) && Math.abs(c) < LARGE)) {
      return Math.fma(a, b, c);
    }
    double q = productError(a, b, p);
    double low = c + q;
    double lowError = sumError(c, q, low);
    double high = p + low;
    double highError = sumError(p, low, high);
    return high + sumToOdd(lowError, highError);
  }

  private static boolean isOrdinary(double x) {
    double size = Math.abs(x);
    return size > SMALL && size < LARGE;
  }

  /** a * b - p, exactly, where p is a * b rounded. */
  private static double productError(double a, double b, double p) {
    double t = SPLITTER * a;
    double aHigh = t - (t - a);
    double aLow = a - aHigh;
    t = SPLITTER * b;
    double bHigh = t - (t - b);
    double bLow = b - bHigh;
    return aLow * bLow - (((p - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
  }

  /** x + y - s, exactly, where s is x + y rounded; NaN where s is not finite. */
  private static double sumError(double x, double y, double s) {
    double part = s - x;
    return (x - (s - part)) + (y - part);
  }

  /** x + y; of the two numbers around an inexact sum the one whose last bit is 1. */
  private static double sumToOdd(double x, double y) {
    double s = x + y;
    double error = sumError(x, y, s);
    if (error > 0 || error < 0) {
      long bits = Double.doubleToRawLongBits(s);
      if ((bits & 1) == 0) {
        return Double.longBitsToDouble(bits + (error > 0 == s > 0 ? 1 : -1));
      }
    }
    return s;
  }

  /**
   * Tries both ways, since no class that every JVM has tells which instructions it uses. An
   * instruction beats the emulation several times over, BigDecimal loses to it tenfold: a few calls
   * show it. The best of three rounds counts, lest a pause of the thread decides.
   */
  private static boolean isHardwareFaster() {
    long fused = Long.MAX_VALUE;
    long emulated = Long.MAX_VALUE;
    double sum = 1;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        sum = Math.fma(sum, 0.7, 0.3);
      }
      long between = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        sum = emulated(sum, 0.7, 0.3);
      }
      fused = Math.min(fused, between - start);
      emulated = Math.min(emulated, System.nanoTime() - between);
    }
    return fused <= emulated || Double.isNaN(sum);
  }
}
