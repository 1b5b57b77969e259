package org.backpropnet.io;

import org.backpropnet.data.Encoder;
import org.backpropnet.data.TargetCode;
import org.backpropnet.math.Require;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.train.Best;
import org.backpropnet.train.Calibration;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Snapshots;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingState;

/** Whether the parts of a model fit together, so that a prediction with it can only be a number. */
final class Consistency {
  private static final int MOST_HALVINGS = 30;

  private Consistency() {}

  /**
   * Checks that encoder, network, weights and state belong together.
   *
   * @throws IllegalArgumentException naming what does not fit
   */
  static void check(Trained trained) {
    NetworkSpec spec = trained.recipe().spec();
    Encoder encoder = trained.encoder();
    Require.length("The input layer", spec.inputs(), encoder.inputs());
    boolean constant = target(encoder.target(), spec);
    that(
        (trained.best() == null) == constant,
        "A model has weights exactly if its target is not constant");
    if (trained.best() != null) {
      best(trained.best(), spec);
    }
    calibration(trained.calibration(), encoder.target(), constant);
    for (Best snapshot : trained.snapshots()) {
      that(!constant, "A constant model has no snapshots");
      best(snapshot, Snapshots.network(trained));
    }
    if (trained.state() != null) {
      that(trained.best() != null, "A constant model has nothing to go on with");
      state(trained.state(), trained.recipe());
      kept(trained.state(), trained.best(), spec);
    }
  }

  /** Checks the outputs; says whether there was nothing to learn. */
  private static boolean target(TargetCode target, NetworkSpec spec) {
    boolean classes = target instanceof TargetCode.Classes;
    that(spec.loss().forClasses() == classes, "The loss goes with the kind of target");
    if (target instanceof TargetCode.Classes c) {
      int count = c.labels().size();
      Require.atLeast("number of classes", count, 1, "");
      Require.length("The output layer", spec.outputs(), count > 2 ? count : 1);
      return count == 1;
    }
    Require.length("The output layer", spec.outputs(), 1);
    TargetCode.Number number = (TargetCode.Number) target;
    return number.low() == number.high();
  }

  private static void calibration(Calibration found, TargetCode target, boolean constant) {
    that(!constant || found.isNone(), "A constant model is not calibrated");
    boolean classes = target instanceof TargetCode.Classes;
    that(!classes || found.misses().rows() == 0, "Only numbers have misses");
    that(classes || found.temperature() == 1, "Only classes have a temperature");
  }

  private static void best(Best best, NetworkSpec spec) {
    Require.length("The network", best.parameters().length, spec.parameterCount());
    for (float p : best.parameters()) {
      that(Float.isFinite(p), "Every weight is finite");
    }
    Require.atLeast("start of the best weights", best.start(), 0, "");
    Require.atLeast("epoch of the best weights", best.epoch(), 0, "");
  }

  /** Only a training that has judged nothing yet keeps nothing. */
  private static void kept(TrainingState state, Best best, NetworkSpec spec) {
    if (state.kept() != null) {
      best(state.kept(), spec);
    }
    boolean unjudged = best.start() == state.start() && best.epoch() == state.epoch();
    that(state.kept() != null || unjudged, "A training that has ended an epoch keeps weights");
  }

  private static void state(TrainingState state, Recipe recipe) {
    that(
        state.start() >= 0 && state.start() < recipe.restarts(),
        "The start lies within the restarts");
    Require.atLeast("epoch of the state", state.epoch(), 0, "");
    Require.atLeast("cycles of the state", state.cycles(), 1, "");
    that(
        state.halvings() >= 0 && state.halvings() <= MOST_HALVINGS,
        "The number of halvings is from 0 to " + MOST_HALVINGS);
    Require.length("The schedule's memory", state.plateau().length, 3);
    if (recipe.optimizer() instanceof Optimizer.Lbfgs) {
      Require.length("The way back of l-bfgs", state.good().length, 0);
    } else {
      walk(state.good(), recipe);
    }
    walk(state.walk(), recipe);
  }

  private static void walk(double[][] walk, Recipe recipe) {
    int size = recipe.spec().parameterCount();
    Require.atLeast("number of the optimizer's arrays", walk.length, 1, "");
    Require.length("The walk", walk[0].length, size);
    if (recipe.optimizer() instanceof Optimizer.Lbfgs lbfgs) {
      curvature(walk, size, lbfgs.memory());
      return;
    }
    double[][] fresh = recipe.optimizer().start(size).state();
    Require.length("The optimizer's memory", walk.length, fresh.length + 1);
    for (int i = 0; i < fresh.length; i++) {
      Require.length("The optimizer's memory", walk[i + 1].length, fresh[i].length);
    }
  }

  /** Weights; [begun, value]; slope; then pairs of steps and turns. */
  private static void curvature(double[][] walk, int size, int memory) {
    that(
        walk.length >= 3 && walk.length % 2 == 1 && (walk.length - 3) / 2 <= memory,
        "The memory of l-bfgs holds pairs");
    Require.length("The memory of l-bfgs", walk[1].length, 2);
    boolean begun = walk[1][0] == 1;
    Require.length("The slope", walk[2].length, begun ? size : 0);
    for (int i = 3; i < walk.length; i++) {
      Require.length("The memory of l-bfgs", walk[i].length, size);
    }
  }

  private static void that(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule + "; here that does not hold.");
    }
  }
}
