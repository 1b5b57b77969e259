package org.backpropnet.train;

import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.Schedule;

/** The learning rate of each epoch: the schedule, steps down on a plateau, halvings. */
final class RateControl {
  private Recipe recipe;
  private int halvings;
  private double factor;
  private double bestLoss;
  private int waited;

  RateControl(Recipe recipe) {
    this.recipe = recipe;
    reset();
  }

  void use(Recipe shortened) {
    recipe = shortened;
  }

  /** A new start begins with the full rate. */
  void reset() {
    halvings = 0;
    factor = 1;
    bestLoss = Double.POSITIVE_INFINITY;
    waited = 0;
  }

  double at(int epochOfCycle, int epoch) {
    // Waves touch rate 0, where an epoch would be lost: it gets the rate of its middle.
    double within = recipe.schedule() instanceof Schedule.WarmRestarts ? 0.5 : 0;
    double done = (epochOfCycle + within) / recipe.epochs();
    // Rprop and L-BFGS adapt their own step lengths; a first rate of 0 would end them at once.
    boolean scheduled = !recipe.optimizer().fullBatchOnly();
    return recipe.learningRate()
        * (scheduled ? recipe.schedule().factor(done, epoch) : 1)
        * factor
        * (1.0 / (1 << halvings));
  }

  /** Whether a step can leave the numbers' range, so that a way back must be kept. */
  boolean risky() {
    return !(recipe.optimizer() instanceof Optimizer.Lbfgs);
  }

  /** The rate that the training began with. */
  double full() {
    return recipe.learningRate();
  }

  void halve() {
    halvings++;
  }

  int halvings() {
    return halvings;
  }

  void watch(double loss) {
    if (!(recipe.schedule() instanceof Schedule.Plateau plateau)) {
      return;
    }
    waited++;
    if (loss < bestLoss) {
      bestLoss = loss;
      waited = 0;
    } else if (waited >= plateau.patience()) {
      factor *= plateau.by();
      waited = 0;
    }
  }

  double[] plateau() {
    return new double[] {factor, bestLoss, waited};
  }

  void restore(int times, double[] plateau) {
    halvings = times;
    factor = plateau[0];
    bestLoss = plateau[1];
    waited = (int) plateau[2];
  }
}
