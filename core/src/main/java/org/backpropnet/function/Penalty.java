package org.backpropnet.function;

import org.backpropnet.math.Require;

/**
 * A price on large weights, added to the mean loss: l2 / 2 times the sum of squares (Hoerl and
 * Kennard 1970) plus l1 times the sum of sizes (Tibshirani 1996). Biases are free.
 *
 * @param l1 price of size, at least 0
 * @param l2 price of squares, at least 0
 */
public record Penalty(double l1, double l2) {
  /** No price. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** Checks the prices. */
  public Penalty {
    Require.between("l1", l1, 0, 1e6);
    Require.between("l2", l2, 0, 1e6);
  }

  /**
   * The price of one weight.
   *
   * @param weight the weight
   * @return what it adds to the loss
   */
  public double value(double weight) {
    return l1 * Math.abs(weight) + 0.5 * l2 * weight * weight;
  }

  /**
   * The slope of the price.
   *
   * @param weight the weight
   * @return what it adds to the gradient; for l1 at weight 0, nothing
   */
  public double slope(double weight) {
    return l1 * Math.signum(weight) + l2 * weight;
  }

  /**
   * Whether weights cost anything.
   *
   * @return false if both prices are 0
   */
  public boolean active() {
    return l1 > 0 || l2 > 0;
  }
}
