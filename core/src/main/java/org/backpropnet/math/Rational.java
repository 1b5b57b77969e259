package org.backpropnet.math;

/**
 * Fast single-precision forms of tanh and sigmoid for array loops: a quotient of two polynomials,
 * made of fma, multiplication, division, min and max, so that the JIT vectorises it and the bits
 * are the same everywhere. The degree 13/6 fit and its clamp are the ones measured for this
 * project: at most 5 ulp and 2e-43 from the exact tanh.
 */
public final class Rational {
  private static final float CLAMP = 7.905f;
  private static final float A1 = 4.89352455891786e-03f;
  private static final float A3 = 6.37261928875436e-04f;
  private static final float A5 = 1.48572235717979e-05f;
  private static final float A7 = 5.12229709037114e-08f;
  private static final float A9 = -8.60467152213735e-11f;
  private static final float A11 = 2.00018790482477e-13f;
  private static final float A13 = -2.76076847742355e-16f;
  private static final float B0 = 4.89352518554385e-03f;
  private static final float B2 = 2.26843463243900e-03f;
  private static final float B4 = 1.18534705686654e-04f;
  private static final float B6 = 1.19825839466702e-06f;

  private Rational() {}

  /**
   * Hyperbolic tangent. Odd to the bit; flat from 7.905 on; a larger z may give a value up to 5e-7
   * smaller.
   *
   * @param z any number
   * @return tanh(z), from -1 to 1, at most 5 ulp and 2e-43 off; NaN for NaN
   */
  public static float tanh(float z) {
    float x = Math.max(-CLAMP, Math.min(CLAMP, z));
    float s = x * x;
    float p = Fused.multiplyAdd(A13, s, A11);
    p = Fused.multiplyAdd(p, s, A9);
    p = Fused.multiplyAdd(p, s, A7);
    p = Fused.multiplyAdd(p, s, A5);
    p = Fused.multiplyAdd(p, s, A3);
    p = Fused.multiplyAdd(p, s, A1);
    float q = Fused.multiplyAdd(B6, s, B4);
    q = Fused.multiplyAdd(q, s, B2);
    q = Fused.multiplyAdd(q, s, B0);
    return Math.max(-1f, Math.min(1f, x * p / q));
  }

  /**
   * Logistic function. The error is absolute: far below 0 the value ends at 1.2e-7.
   *
   * @param z any number
   * @return 1 / (1 + e^-z), from 0 to 1, at most 2e-7 off; NaN for NaN
   */
  public static float sigmoid(float z) {
    return Fused.multiplyAdd(0.5f, tanh(0.5f * z), 0.5f);
  }
}
