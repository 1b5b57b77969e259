package org.backpropnet.optimize;

/** What is to be made small, in double precision. */
@FunctionalInterface
public interface Objective {
  /**
   * Value and slope at a point.
   *
   * @param parameters [P] left unchanged
   * @param gradient [P] overwritten by the slope
   * @return the value
   */
  double valueAndGradient(double[] parameters, double[] gradient);
}
