package org.backpropnet.math;

/**
 * The standard normal distribution function, with the rational approximations of the error function
 * by Cody (1969, Mathematics of Computation 23) in the form published by Moshier (1989, Methods and
 * Programs for Mathematical Functions). Same bits everywhere.
 */
public final class NormalDistribution {
  private static final double[] T = {
    9.60497373987051638749E0,
    9.00260197203842689217E1,
    2.23200534594684319226E3,
    7.00332514112805075473E3,
    5.55923013010394962768E4
  };
  private static final double[] U = {
    1,
    3.35617141647503099647E1,
    5.21357949780152679795E2,
    4.59432382970980127987E3,
    2.26290000613890934246E4,
    4.92673942608635921086E4
  };
  private static final double[] P = {
    2.46196981473530512524E-10,
    5.64189564831068821977E-1,
    7.46321056442269912687E0,
    4.86371970985681366614E1,
    1.96520832956077098242E2,
    5.26445194995477358631E2,
    9.34528527171957607540E2,
    1.02755188689515710272E3,
    5.57535335369399327526E2
  };
  private static final double[] Q = {
    1,
    1.32281951154744992508E1,
    8.67072140885989742329E1,
    3.54937778887819891062E2,
    9.75708501743205489753E2,
    1.82390916687909736289E3,
    2.24633760818710981792E3,
    1.65666309194161350182E3,
    5.57535340817727675546E2
  };
  private static final double[] R = {
    5.64189583547755073984E-1,
    1.27536670759978104416E0,
    5.01905042251180477414E0,
    6.16021097993053585195E0,
    7.40974269950448939160E0,
    2.97886665372100240670E0
  };
  private static final double[] S = {
    1,
    2.26052863220117276590E0,
    9.39603524938001434673E0,
    1.20489539808096656605E1,
    1.70814450747565897222E1,
    9.60896809063285878198E0,
    3.36907645100081516050E0
  };
  private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

  private NormalDistribution() {}

  /**
   * The probability that a standard normal number is at most z.
   *
   * @param z any number
   * @return from 0 to 1, relative error below 1e-14 for z above -5 and below 2e-13 above -20; NaN
   *     for NaN
   */
  public static double cumulative(double z) {
    double x = z * 0.7071067811865476;
    if (Math.abs(x) < 1) {
      return 0.5 + 0.5 * erf(x);
    }
    double upper = 0.5 * erfc(Math.abs(x));
    return x > 0 ? 1 - upper : upper;
  }

  /**
   * The height of the bell curve at z.
   *
   * @param z any number
   * @return e^(-z^2/2) / sqrt(2 pi)
   */
  public static double density(double z) {
    return INVERSE_ROOT_TWO_PI * Elementary.exp(-0.5 * z * z);
  }

  /** Error function for |x| below 1. */
  private static double erf(double x) {
    double square = x * x;
    return x * horner(T, square) / horner(U, square);
  }

  /** Complementary error function for x from 1. */
  private static double erfc(double x) {
    if (!(x < 27)) {
      return Double.isNaN(x) ? x : 0;
    }
    double bell = Elementary.exp(-x * x);
    return x < 8 ? bell * horner(P, x) / horner(Q, x) : bell * horner(R, x) / horner(S, x);
  }

  private static double horner(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
