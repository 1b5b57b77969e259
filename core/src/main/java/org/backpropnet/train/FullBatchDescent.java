package org.backpropnet.train;

import java.util.concurrent.CancellationException;
import org.backpropnet.engine.DoubleBackprop;
import org.backpropnet.engine.Team;
import org.backpropnet.network.Parameters;
import org.backpropnet.optimize.OptimizerRun;

/** One step an epoch that looks at all rows, in double precision. */
final class FullBatchDescent implements Descent {
  private final Setting setting;
  private final DoubleBackprop training;
  private final DoubleBackprop validation;
  private final OptimizerRun run;
  private final Parameters layout;
  private final double[] parameters;
  private double gradientNorm;
  private boolean converged;

  FullBatchDescent(Setting setting, float[] start, Team team) {
    this.setting = setting;
    layout = Parameters.of(setting.recipe().spec());
    training = new DoubleBackprop(setting.recipe().spec(), setting.training(), team);
    validation =
        setting.validation() == null
            ? null
            : new DoubleBackprop(setting.recipe().spec(), setting.validation(), team);
    run = setting.recipe().optimizer().start(start.length);
    parameters = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      parameters[i] = start[i];
    }
  }

  private double objective(double[] at, double[] gradient) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Training was interrupted.");
    }
    double loss = training.gradient(at, gradient);
    layout.addPenaltySlope(at, setting.recipe().penalty(), gradient);
    return loss + layout.penalty(at, setting.recipe().penalty());
  }

  @Override
  public double epoch(int epoch, double rate) {
    OptimizerRun.Outcome outcome = run.step(parameters, this::objective, rate);
    gradientNorm = outcome.gradientNorm();
    converged = outcome.converged();
    return outcome.value();
  }

  @Override
  public double trainingLoss() {
    return training.loss(parameters);
  }

  @Override
  public double validationLoss() {
    return validation == null ? Double.NaN : validation.loss(parameters);
  }

  @Override
  public double gradientNorm() {
    return gradientNorm;
  }

  @Override
  public boolean converged() {
    return converged;
  }

  @Override
  public float[] parameters() {
    float[] rounded = new float[parameters.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) parameters[i];
    }
    return rounded;
  }

  @Override
  public double[][] save() {
    double[][] state = run.state();
    double[][] all = new double[state.length + 1][];
    System.arraycopy(state, 0, all, 1, state.length);
    all[0] = parameters.clone();
    return all;
  }

  @Override
  public void restore(double[][] all) {
    System.arraycopy(all[0], 0, parameters, 0, parameters.length);
    double[][] state = new double[all.length - 1][];
    System.arraycopy(all, 1, state, 0, state.length);
    run.restore(state);
  }
}
