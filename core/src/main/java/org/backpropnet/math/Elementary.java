package org.backpropnet.math;

/**
 * Elementary functions made of IEEE-exact operations only, so that they give the same bits on every
 * JDK and CPU (the ones of {@link Math} do not).
 *
 * <p>Errors are relative, measured against {@link StrictMath}: exp and expm1 below 4e-16, softplus
 * below 5e-16, tanh and sigmoid below 6e-16. Results of exp below the normal numbers are off by at
 * most the smallest number.
 */
public final class Elementary {
  private static final double LOG2E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;

  /** Taylor coefficients 1/n! of (e^r - 1 - r) / r^2, highest first; |r| is at most ln(2)/2. */
  private static final double[] TAYLOR = taylor();

  private Elementary() {}

  private static double[] taylor() {
    double[] coefficients = new double[13];
    double factorial = 1;
    for (int n = 2; n <= 14; n++) {
      factorial *= n;
      coefficients[14 - n] = 1 / factorial;
    }
    return coefficients;
  }

  /**
   * The exponential function.
   *
   * @param x any number
   * @return e^x; 0 below -745.2, infinity above 709.8, NaN for NaN
   */
  public static double exp(double x) {
    if (!(x > -746)) {
      return Double.isNaN(x) ? x : 0;
    }
    if (x > 710) {
      return Double.POSITIVE_INFINITY;
    }
    double k = Math.rint(x * LOG2E);
    double r = reduced(x, k);
    double p = 1 + expm1Reduced(r);
    int half = (int) k >> 1;
    return p * twoTo(half) * twoTo((int) k - half);
  }

  /**
   * e^x - 1 without cancellation near 0.
   *
   * @param x any number
   * @return e^x - 1; -1 far below zero, infinity above 709.8, NaN for NaN
   */
  public static double expm1(double x) {
    if (x > 600 || x < -60 || Double.isNaN(x)) {
      return exp(x) - 1;
    }
    double k = Math.rint(x * LOG2E);
    double scale = twoTo((int) k);
    return Fused.multiplyAdd(scale, expm1Reduced(reduced(x, k)), scale - 1);
  }

  /**
   * The hyperbolic tangent.
   *
   * @param x any number
   * @return tanh(x), from -1 to 1; NaN for NaN
   */
  public static double tanh(double x) {
    double e = expm1(Math.min(2 * Math.abs(x), 80));
    return Math.copySign(e / (e + 2), x);
  }

  /**
   * The logistic function 1 / (1 + e^-x).
   *
   * @param x any number
   * @return a number from 0 to 1, 0 below -709.8; NaN for NaN
   */
  public static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  /**
   * The smooth maximum of x and 0: log(1 + e^x).
   *
   * @param x any number
   * @return a number of at least 0; NaN for NaN
   */
  public static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(exp(-Math.abs(x)));
  }

  private static double reduced(double x, double k) {
    return Fused.multiplyAdd(-k, LN2_LOW, Fused.multiplyAdd(-k, LN2_HIGH, x));
  }

  private static double expm1Reduced(double r) {
    double p = TAYLOR[0];
    for (int i = 1; i < TAYLOR.length; i++) {
      p = Fused.multiplyAdd(p, r, TAYLOR[i]);
    }
    return Fused.multiplyAdd(r * r, p, r);
  }

  /** 2^k for k from -1022 to 1023. */
  private static double twoTo(int k) {
    return Double.longBitsToDouble((long) (k + 1023) << 52);
  }
}
