package org.backpropnet.optimize;

/**
 * One walk downhill. A run is used in one precision only. Its state can be copied out and put back,
 * so that an interrupted training goes on bit for bit.
 */
public interface OptimizerRun {
  /**
   * One step of a minibatch, in single precision.
   *
   * @param parameters [P] moved
   * @param gradient [P] slope of the objective, left unchanged
   * @param rate learning rate
   * @throws UnsupportedOperationException for methods that need all rows
   */
  default void step(float[] parameters, float[] gradient, double rate) {
    begin(rate);
    move(parameters, gradient, 0, parameters.length);
  }

  /**
   * Begins a step of a minibatch, whose parts {@link #move} then takes.
   *
   * @param rate learning rate
   * @throws UnsupportedOperationException for methods that need all rows
   */
  void begin(double rate);

  /**
   * Takes the step that was begun for some of the parameters. Parts may run side by side: each
   * parameter's move depends on its own slope and memory alone.
   *
   * @param parameters [P] moved from place from to place to - 1
   * @param gradient [P] slope of the objective, left unchanged
   * @param from first
   * @param to behind the last
   * @throws UnsupportedOperationException for methods that need all rows
   */
  void move(float[] parameters, float[] gradient, int from, int to);

  /**
   * One step that looks at all rows, in double precision.
   *
   * @param parameters [P] moved
   * @param objective value and slope of all rows
   * @param rate learning rate; the line search of L-BFGS scales its first try by it
   * @return the objective before the step, and whether there is nothing left to gain
   */
  Outcome step(double[] parameters, Objective objective, double rate);

  /**
   * What a full-batch step found.
   *
   * @param value the objective at the start of the step
   * @param gradientNorm length of the slope there
   * @param converged true if no further step can help
   */
  record Outcome(double value, double gradientNorm, boolean converged) {}

  /**
   * The state, to be saved.
   *
   * @return [arrays][...] a copy
   */
  double[][] state();

  /**
   * Goes on from a saved state.
   *
   * @param state what {@link #state} gave
   */
  void restore(double[][] state);
}
