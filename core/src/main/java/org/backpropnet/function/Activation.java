package org.backpropnet.function;

import java.util.Locale;
import org.backpropnet.math.Elementary;
import org.backpropnet.math.Fused;
import org.backpropnet.math.NormalDistribution;
import org.backpropnet.math.Rational;

/**
 * What a unit does with its weighted sum z. The double formulas here are the only place where they
 * stand; the float loops are earned by speed and bound to them by tests.
 */
public enum Activation {
  /** No bend at all. */
  IDENTITY("z", "passes the sum on unchanged", "-") {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double slope(double z, double a) {
      return 1;
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to) {
      System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void scaleBySlope(float[] z, float[] a, float[] delta, int from, int to) {}

    @Override
    public void apply(double[] z, double[] a, int from, int to) {
      System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void scaleBySlope(double[] z, double[] a, double[] delta, int from, int to) {}
  },
  /** Smooth switch between 0 and 1. */
  SIGMOID(
      "1 / (1 + e^-z)",
      "a smooth switch: near 0 for small sums, near 1 for large ones",
      "Verhulst 1845; Rumelhart, Hinton and Williams 1986") {
    @Override
    public double value(double z) {
      return Elementary.sigmoid(z);
    }

    @Override
    public double slope(double z, double a) {
      return a * (1 - a);
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to) {
      for (int i = from; i < to; i++) {
        a[i] = Rational.sigmoid(z[i]);
      }
    }

    @Override
    public void scaleBySlope(float[] z, float[] a, float[] delta, int from, int to) {
      for (int i = from; i < to; i++) {
        delta[i] *= a[i] * (1 - a[i]);
      }
    }
  },
  /** Smooth switch between -1 and 1. */
  TANH(
      "(e^z - e^-z) / (e^z + e^-z)",
      "a smooth switch: near -1 for small sums, near 1 for large ones",
      "LeCun, Bottou, Orr and Mueller 1998") {
    @Override
    public double value(double z) {
      return Elementary.tanh(z);
    }

    @Override
    public double slope(double z, double a) {
      return 1 - a * a;
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to) {
      for (int i = from; i < to; i++) {
        a[i] = Rational.tanh(z[i]);
      }
    }

    @Override
    public void scaleBySlope(float[] z, float[] a, float[] delta, int from, int to) {
      for (int i = from; i < to; i++) {
        delta[i] *= Fused.multiplyAdd(-a[i], a[i], 1f);
      }
    }
  },
  /** Rectifier: nothing below zero. */
  RELU("max(0, z)", "passes positive sums on, answers 0 to all others", "Nair and Hinton 2010") {
    @Override
    public double value(double z) {
      return Math.max(0, z);
    }

    @Override
    public double slope(double z, double a) {
      return z > 0 ? 1 : 0;
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to) {
      for (int i = from; i < to; i++) {
        a[i] = Math.max(0f, z[i]);
      }
    }

    @Override
    public void scaleBySlope(float[] z, float[] a, float[] delta, int from, int to) {
      // A min instead of a ?: keeps the loop vectorised; a[i] * 1e38 is at least 1 for a >= 1e-38.
      for (int i = from; i < to; i++) {
        delta[i] *= Math.min(a[i] * 1e38f, 1f);
      }
    }
  },
  /** Rectifier that lets a hundredth through below zero. */
  LEAKY_RELU(
      "z if z > 0, else 0.01 z",
      "passes positive sums on, and a hundredth of negative ones",
      "Maas, Hannun and Ng 2013") {
    @Override
    public double value(double z) {
      return z > 0 ? z : LEAK * z;
    }

    @Override
    public double slope(double z, double a) {
      return z > 0 ? 1 : LEAK;
    }
  },
  /** Rectifier that bends smoothly towards -1 below zero. */
  ELU(
      "z if z > 0, else e^z - 1",
      "passes positive sums on, bends smoothly towards -1 below zero",
      "Clevert, Unterthiner and Hochreiter 2016") {
    @Override
    public double value(double z) {
      return z > 0 ? z : Elementary.expm1(z);
    }

    @Override
    public double slope(double z, double a) {
      return z > 0 ? 1 : a + 1;
    }
  },
  /** ELU with the constants that keep a deep network's spread steady. */
  SELU(
      "1.0507 z if z > 0, else 1.7581 (e^z - 1)",
      "like ELU, with constants that keep the spread steady from layer to layer",
      "Klambauer, Unterthiner, Mayr and Hochreiter 2017") {
    @Override
    public double value(double z) {
      return z > 0 ? SELU_SCALE * z : SELU_SCALE * SELU_ALPHA * Elementary.expm1(z);
    }

    @Override
    public double slope(double z, double a) {
      return z > 0 ? SELU_SCALE : a + SELU_SCALE * SELU_ALPHA;
    }
  },
  /** Smooth form of the rectifier. */
  SOFTPLUS(
      "log(1 + e^z)", "a rectifier without a corner", "Dugas, Bengio, Belisle and Nadeau 2001") {
    @Override
    public double value(double z) {
      return Elementary.softplus(z);
    }

    @Override
    public double slope(double z, double a) {
      return Elementary.sigmoid(z);
    }
  },
  /** Sum times its own sigmoid. */
  SILU(
      "z / (1 + e^-z)",
      "a rectifier without a corner that dips a little below zero",
      "Elfwing, Uchibe and Doya 2018") {
    @Override
    public double value(double z) {
      // e^-z would overflow far below zero and leave -inf * 0.
      return z < -745 ? 0 : z * Elementary.sigmoid(z);
    }

    @Override
    public double slope(double z, double a) {
      double s = Elementary.sigmoid(z);
      // Where s has reached 1 an infinite a would leave inf * 0.
      return s == 1 ? 1 : s + a * (1 - s);
    }
  },
  /** Sum times the tanh of its softplus. */
  MISH(
      "z tanh(log(1 + e^z))",
      "a rectifier without a corner that dips a little below zero",
      "Misra 2019") {
    @Override
    public double value(double z) {
      return z < -745 ? 0 : z * Elementary.tanh(Elementary.softplus(z));
    }

    @Override
    public double slope(double z, double a) {
      if (z < -700) {
        return 0;
      }
      double t = Elementary.tanh(Elementary.softplus(z));
      return t == 1 ? 1 : t + z * (1 - t * t) * Elementary.sigmoid(z);
    }
  },
  /** Sum times the share of a bell curve that lies below it. */
  GELU(
      "z P(Z <= z), Z standard normal",
      "a rectifier without a corner, weighted by a bell curve",
      "Hendrycks and Gimpel 2016") {
    @Override
    public double value(double z) {
      return z < -40 ? 0 : z * NormalDistribution.cumulative(z);
    }

    @Override
    public double slope(double z, double a) {
      return Math.abs(z) > 40
          ? (z > 0 ? 1 : 0)
          : NormalDistribution.cumulative(z) + z * NormalDistribution.density(z);
    }
  };

  private static final double LEAK = 0.01;
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  private final String formula;
  private final String plainWords;
  private final String source;

  Activation(String formula, String plainWords, String source) {
    this.formula = formula;
    this.plainWords = plainWords;
    this.source = source;
  }

  /**
   * The unit's output.
   *
   * @param z weighted sum
   * @return its activation a
   */
  public abstract double value(double z);

  /**
   * The derivative: how much the output changes per small change of the sum.
   *
   * @param z weighted sum
   * @param a {@link #value value}(z), which most slopes can be told from
   * @return da/dz; at a corner, the slope on the left
   */
  public abstract double slope(double z, double a);

  /**
   * Single-precision outputs of many sums.
   *
   * @param z [rows] weighted sums
   * @param a [rows] outputs, overwritten
   * @param from first
   * @param to behind the last
   */
  public void apply(float[] z, float[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = (float) value(z[i]);
    }
  }

  /**
   * Takes errors at many outputs back to the sums (chain rule), in single precision.
   *
   * @param z [rows] weighted sums
   * @param a [rows] outputs
   * @param delta [rows] slopes of the loss by a, overwritten by those by z
   * @param from first
   * @param to behind the last
   */
  public void scaleBySlope(float[] z, float[] a, float[] delta, int from, int to) {
    for (int i = from; i < to; i++) {
      delta[i] *= (float) slope(z[i], a[i]);
    }
  }

  /**
   * Double-precision outputs of many sums.
   *
   * @param z [rows] weighted sums
   * @param a [rows] outputs, overwritten
   * @param from first
   * @param to behind the last
   */
  public void apply(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = value(z[i]);
    }
  }

  /**
   * Takes errors at many outputs back to the sums, in double precision.
   *
   * @param z [rows] weighted sums
   * @param a [rows] outputs
   * @param delta [rows] slopes of the loss by a, overwritten by those by z
   * @param from first
   * @param to behind the last
   */
  public void scaleBySlope(double[] z, double[] a, double[] delta, int from, int to) {
    for (int i = from; i < to; i++) {
      delta[i] *= slope(z[i], a[i]);
    }
  }

  /**
   * The formula as a person writes it.
   *
   * @return for instance "max(0, z)"
   */
  public String formula() {
    return formula;
  }

  /**
   * What it does, without mathematics.
   *
   * @return a phrase that follows "this unit"
   */
  public String plainWords() {
    return plainWords;
  }

  /**
   * Where it was published.
   *
   * @return authors and year
   */
  public String source() {
    return source;
  }

  /**
   * The name on command lines and in files.
   *
   * @return for instance "relu", "leaky-relu"
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
