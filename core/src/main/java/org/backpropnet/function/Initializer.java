package org.backpropnet.function;

import org.backpropnet.math.SplitMix;

/** How far from zero the weights start: uniform in a range that depends on the layer's size. */
public enum Initializer {
  /**
   * For tanh, sigmoid and outputs: keeps the spread steady forwards and backwards (Glorot and
   * Bengio 2010).
   */
  GLOROT {
    @Override
    double range(int inputs, int outputs) {
      return Math.sqrt(6.0 / (inputs + outputs));
    }
  },
  /** For the rectifier family, which passes on half of the sums (He, Zhang, Ren and Sun 2015). */
  HE {
    @Override
    double range(int inputs, int outputs) {
      return Math.sqrt(6.0 / inputs);
    }
  },
  /** For SELU, and where each sum shall have spread 1 (LeCun, Bottou, Orr and Mueller 1998). */
  LECUN {
    @Override
    double range(int inputs, int outputs) {
      return Math.sqrt(3.0 / inputs);
    }
  };

  abstract double range(int inputs, int outputs);

  /**
   * Draws the start weights of one layer.
   *
   * @param inputs active inputs of a unit, at least 1 (a one-hot column counts as one)
   * @param outputs units of the layer
   * @param random where the numbers come from
   * @param weights all are overwritten
   */
  public void draw(int inputs, int outputs, SplitMix random, float[] weights) {
    double range = range(Math.max(1, inputs), outputs);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (range * (2 * random.nextDouble() - 1));
    }
  }

  /**
   * The usual choice for a layer.
   *
   * @param activation the layer's activation
   * @return its initialiser
   */
  public static Initializer usualFor(Activation activation) {
    return switch (activation) {
      case RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, MISH, GELU -> HE;
      case SELU -> LECUN;
      case IDENTITY, SIGMOID, TANH -> GLOROT;
    };
  }
}
