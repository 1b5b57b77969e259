package org.backpropnet.train;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.backpropnet.data.Batches;
import org.backpropnet.engine.Backprop;
import org.backpropnet.engine.Team;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.Parameters;
import org.backpropnet.optimize.OptimizerRun;

/** Many small steps an epoch, in single precision. */
final class MinibatchDescent implements Descent {
  /** So many parameters make up for waking the threads once more. */
  private static final int MANY = 1 << 15;

  /** Rows that show whether weights are ruined. */
  private static final int ENOUGH_ROWS = 10_000;

  private final Setting setting;
  private final Team team;
  private final IntConsumer movePart = this::movePart;
  private final GradientSource source;
  private final Backprop training;
  private final Backprop validation;
  private final OptimizerRun run;
  private final Parameters layout;
  private final float[] parameters;
  private final float[] gradient;
  private double gradientNorm;
  private boolean penalized;

  MinibatchDescent(Setting setting, float[] start, Team team) {
    this.setting = setting;
    this.team = team;
    layout = Parameters.of(setting.recipe().spec());
    int batch = setting.recipe().batchSize();
    training = new Backprop(setting.recipe().spec(), setting.training(), team, batch);
    source = training::gradient;
    validation =
        setting.validation() == null
            ? null
            : new Backprop(setting.recipe().spec(), setting.validation(), team, batch);
    run = setting.recipe().optimizer().start(start.length);
    parameters = start.clone();
    gradient = new float[start.length];
  }

  @Override
  public double epoch(int epoch, double rate) {
    TrainingPlan plan = setting.plan();
    int count = setting.training().rows();
    int[] order = Batches.order(count, plan.run().seed(), epoch);
    Dropout dropout = new Dropout(plan.restraint().dropout(), plan.run().seed(), epoch);
    double loss = 0;
    for (int from = 0; from < count; from += setting.recipe().batchSize()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Training was interrupted.");
      }
      int to = Math.min(count, from + setting.recipe().batchSize());
      loss += (to - from) * source.gradient(parameters, order, from, to, dropout, gradient);
      step(plan.descent().gradientClip(), to == count, rate);
    }
    return loss / count;
  }

  /** Penalty, clipping and the optimiser's move; without a look at all slopes all in one pass. */
  private void step(double clip, boolean last, double rate) {
    run.begin(rate);
    penalized = clip > 0 || last;
    if (penalized) {
      addPenalty(0, gradient.length);
      clip(clip);
    }
    if (gradient.length >= MANY && team.size() > 1) {
      team.run(movePart);
    } else {
      move(0, gradient.length);
    }
  }

  private void movePart(int part) {
    int size = team.size();
    long length = gradient.length;
    move((int) (length * part / size), (int) (length * (part + 1) / size));
  }

  private void move(int from, int to) {
    if (!penalized) {
      addPenalty(from, to);
    }
    run.move(parameters, gradient, from, to);
  }

  private void addPenalty(int from, int to) {
    layout.addPenaltySlope(parameters, setting.recipe().penalty(), gradient, from, to);
  }

  private void clip(double limit) {
    double square = 0;
    for (float g : gradient) {
      square = Fused.multiplyAdd((double) g, g, square);
    }
    gradientNorm = Math.sqrt(square);
    if (limit > 0 && gradientNorm > limit) {
      float factor = (float) (limit / gradientNorm);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
    }
  }

  @Override
  public double trainingLoss() {
    return training.lossOfSome(parameters, ENOUGH_ROWS);
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
    return false;
  }

  @Override
  public float[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[][] save() {
    double[][] state = run.state();
    double[][] all = new double[state.length + 1][];
    System.arraycopy(state, 0, all, 1, state.length);
    all[0] = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      all[0][i] = parameters[i];
    }
    return all;
  }

  @Override
  public void restore(double[][] all) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) all[0][i];
    }
    double[][] state = new double[all.length - 1][];
    System.arraycopy(all, 1, state, 0, state.length);
    run.restore(state);
  }
}
