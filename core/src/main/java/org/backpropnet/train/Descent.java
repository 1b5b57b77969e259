package org.backpropnet.train;

import org.backpropnet.data.Dataset;
import org.backpropnet.function.Penalty;

/** One walk downhill from one start. */
sealed interface Descent permits MinibatchDescent, FullBatchDescent {
  /**
   * What a descent works with.
   *
   * @param recipe the decisions
   * @param training rows to learn from
   * @param validation rows held out, or null
   * @param plan the user's plan
   */
  record Setting(Recipe recipe, Dataset training, Dataset validation, TrainingPlan plan) {
    Setting withPenalty(Penalty price) {
      return new Setting(recipe.withPenalty(price), training, validation, plan);
    }
  }

  /**
   * Walks one epoch at a rate and says the mean training loss; of methods that look at all rows at
   * once, with the penalty, which they descend, too.
   */
  double epoch(int epoch, double rate);

  /** Mean loss of training rows, of enough of them, where the walk stands; without the penalty. */
  double trainingLoss();

  /** Mean loss of the rows held out; NaN if there are none. */
  double validationLoss();

  double gradientNorm();

  boolean converged();

  /** [P] a copy of the weights and biases, in the precision that a model keeps. */
  float[] parameters();

  /** Whether every weight is a number that a model can keep. */
  default boolean finite() {
    for (float p : parameters()) {
      if (!Float.isFinite(p)) {
        return false;
      }
    }
    return true;
  }

  /** All that is needed to go on from here; the first array holds the weights. */
  double[][] save();

  void restore(double[][] state);
}
