package org.backpropnet.train;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.optimize.Schedule;

/** The knobs of a plan while they are being set; the field values here are the defaults. */
final class PlanBuilder {
  Preset preset = Preset.GOOD;
  HiddenLayers hidden = HiddenLayers.AUTO;
  Optional<Activation> activation = Optional.empty();
  Optional<Activation> output = Optional.empty();
  Optional<Loss> loss = Optional.empty();
  Optional<NumberCoding> numbers = Optional.empty();
  Optional<OptimizerKind> optimizer = Optional.empty();
  OptionalDouble learningRate = OptionalDouble.empty();
  double momentum = 0.9;
  Optional<Schedule> schedule = Optional.empty();
  OptionalInt epochs = OptionalInt.empty();
  OptionalInt batchSize = OptionalInt.empty();
  double gradientClip;
  OptionalInt restarts = OptionalInt.empty();
  Optional<Boolean> vote = Optional.empty();
  OptionalDouble weightDecay = OptionalDouble.empty();
  double l1;
  double dropout;
  boolean classBalancing;
  OptionalDouble validationShare = OptionalDouble.empty();
  int patience;
  double timeBudget;
  OptionalInt threads = OptionalInt.empty();
  long seed = 1;
  boolean resumable;

  PlanBuilder() {}

  PlanBuilder(TrainingPlan plan) {
    preset = plan.run().preset();
    hidden = plan.network().hidden();
    activation = plan.network().activation();
    output = plan.network().output();
    loss = plan.network().loss();
    numbers = plan.network().numbers();
    optimizer = plan.descent().optimizer();
    learningRate = plan.descent().learningRate();
    momentum = plan.descent().momentum();
    schedule = plan.descent().schedule();
    epochs = plan.descent().epochs();
    batchSize = plan.descent().batchSize();
    gradientClip = plan.descent().gradientClip();
    restarts = plan.descent().restarts();
    vote = plan.descent().vote();
    weightDecay = plan.restraint().weightDecay();
    l1 = plan.restraint().l1();
    dropout = plan.restraint().dropout();
    classBalancing = plan.restraint().classBalancing();
    validationShare = plan.stopping().validationShare();
    patience = plan.stopping().patience();
    timeBudget = plan.stopping().timeBudgetSeconds();
    threads = plan.run().threads();
    seed = plan.run().seed();
    resumable = plan.run().resumable();
  }

  TrainingPlan build() {
    return new TrainingPlan(
        new TrainingPlan.Network(hidden, activation, output, loss, numbers),
        new TrainingPlan.Descent(
            optimizer,
            learningRate,
            momentum,
            schedule,
            epochs,
            batchSize,
            gradientClip,
            restarts,
            vote),
        new TrainingPlan.Restraint(weightDecay, l1, dropout, classBalancing),
        new TrainingPlan.Stopping(validationShare, patience, timeBudget),
        new TrainingPlan.Run(preset, threads, seed, resumable));
  }
}
