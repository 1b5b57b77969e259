package org.backpropnet.textbook;

import java.util.function.ToDoubleFunction;

/** A derivative found by measuring: nudge one number up and down and see what the answer does. */
public final class Slope {
  private Slope() {}

  /**
   * The slope of a function along one of its numbers, by Richardson's extrapolation of two central
   * differences (Richardson 1911).
   *
   * @param function from an array to a number
   * @param at where; changed while measuring, the same afterwards
   * @param index which number is nudged
   * @param nudge how far, for instance 1e-3; the error falls with its fourth power
   * @return change of the answer per change of the number
   */
  public static double measure(
      ToDoubleFunction<double[]> function, double[] at, int index, double nudge) {
    double wide = central(function, at, index, nudge);
    double narrow = central(function, at, index, nudge / 2);
    return narrow + (narrow - wide) / 3;
  }

  private static double central(
      ToDoubleFunction<double[]> function, double[] at, int index, double nudge) {
    double kept = at[index];
    at[index] = kept + nudge;
    double up = function.applyAsDouble(at);
    at[index] = kept - nudge;
    double down = function.applyAsDouble(at);
    at[index] = kept;
    return (up - down) / (2 * nudge);
  }
}
