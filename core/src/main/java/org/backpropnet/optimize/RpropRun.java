package org.backpropnet.optimize;

import java.util.Arrays;

/**
 * Rprop without weight backtracking (the form called Rprop- by Igel and Huesken 2000, PyTorch's).
 */
final class RpropRun implements OptimizerRun {
  private static final String ALL_ROWS = "Rprop looks at all rows in each step.";
  private static final double SMALLEST = 1e-6;
  private static final double LARGEST = 50;

  private final Optimizer.Rprop settings;
  private final double[] before;
  private final double[] stepSize;
  private boolean started;

  RpropRun(int size, Optimizer.Rprop settings) {
    this.settings = settings;
    before = new double[size];
    stepSize = new double[size];
  }

  @Override
  public void begin(double rate) {
    throw new UnsupportedOperationException(ALL_ROWS);
  }

  @Override
  public void move(float[] parameters, float[] gradient, int from, int to) {
    throw new UnsupportedOperationException(ALL_ROWS);
  }

  @Override
  public Outcome step(double[] parameters, Objective objective, double rate) {
    double[] gradient = new double[parameters.length];
    double value = objective.valueAndGradient(parameters, gradient);
    double norm = LbfgsRun.norm(gradient);
    if (!started) {
      Arrays.fill(stepSize, rate);
      started = true;
    }
    for (int i = 0; i < gradient.length; i++) {
      double product = gradient[i] * before[i];
      if (product > 0) {
        stepSize[i] = Math.min(stepSize[i] * settings.longer(), LARGEST);
      } else if (product < 0) {
        stepSize[i] = Math.max(stepSize[i] * settings.shorter(), SMALLEST);
        gradient[i] = 0;
      }
      parameters[i] -= Math.signum(gradient[i]) * stepSize[i];
      before[i] = gradient[i];
    }
    return new Outcome(value, norm, norm == 0);
  }

  @Override
  public double[][] state() {
    return new double[][] {before.clone(), stepSize.clone(), {started ? 1 : 0}};
  }

  @Override
  public void restore(double[][] state) {
    System.arraycopy(state[0], 0, before, 0, before.length);
    System.arraycopy(state[1], 0, stepSize, 0, stepSize.length);
    started = state[2][0] == 1;
  }
}
