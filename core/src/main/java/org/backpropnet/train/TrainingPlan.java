package org.backpropnet.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.Require;
import org.backpropnet.optimize.Schedule;

/**
 * Everything that a user may decide about a training. What is empty is decided from the table
 * ("auto").
 *
 * @param network shape of the network
 * @param descent how it walks downhill
 * @param restraint what keeps it from learning the noise
 * @param stopping when it stops
 * @param run what does not concern learning: seed, threads
 */
public record TrainingPlan(
    Network network, Descent descent, Restraint restraint, Stopping stopping, Run run) {

  /**
   * Shape of the network.
   *
   * @param hidden hidden layers
   * @param activation for hidden layers that name none
   * @param output output layer for a numeric target: identity, sigmoid, tanh or relu
   * @param loss what is minimised
   * @param numbers how number columns enter the network
   */
  public record Network(
      HiddenLayers hidden,
      Optional<Activation> activation,
      Optional<Activation> output,
      Optional<Loss> loss,
      Optional<NumberCoding> numbers) {
    static final List<Activation> OUTPUTS =
        List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU);

    /** Checks the output layer. */
    public Network {
      if (output.isPresent() && !OUTPUTS.contains(output.get())) {
        throw Labels.unknown(
            "outputLayer", output.get().label(), OUTPUTS.stream().map(Activation::label).toList());
      }
    }
  }

  /**
   * How it walks downhill.
   *
   * @param optimizer the method
   * @param learningRate length of a step, greater than 0
   * @param momentum for momentum and Nesterov, from 0 to less than 1
   * @param schedule how the rate changes
   * @param epochs times that all rows are seen (for L-BFGS: steps), at least 1
   * @param batchSize rows per step, at least 1; the number of rows or more means all at once
   * @param gradientClip greatest length of a minibatch's slope; 0 for no limit
   * @param restarts trainings from new start weights, at least 1
   * @param vote whether all of them vote; if not, the best is kept
   */
  public record Descent(
      Optional<OptimizerKind> optimizer,
      OptionalDouble learningRate,
      double momentum,
      Optional<Schedule> schedule,
      OptionalInt epochs,
      OptionalInt batchSize,
      double gradientClip,
      OptionalInt restarts,
      Optional<Boolean> vote) {
    /** Checks the ranges. */
    public Descent {
      Require.positive("learningRate", learningRate.orElse(1), "A usual start is 0.001.");
      Require.below("momentum", momentum, 0, 1);
      Require.atLeast("epochs", epochs.orElse(1), 1, "A usual number is 100.");
      Require.atLeast("batchSize", batchSize.orElse(1), 1, "A usual size is 32.");
      Require.between("gradientClip", gradientClip, 0, 1e30);
      Require.atLeast("restarts", restarts.orElse(1), 1, "1 is a single training.");
    }
  }

  /**
   * What keeps it from learning the noise.
   *
   * @param weightDecay price of squared weights (L2), at least 0
   * @param l1 price of the size of weights, at least 0
   * @param dropout share of hidden units that are silenced in each step, from 0 to less than 1
   * @param classBalancing whether every class counts the same in total
   */
  public record Restraint(
      OptionalDouble weightDecay, double l1, double dropout, boolean classBalancing) {
    /** Checks the ranges. */
    public Restraint {
      Require.between("weightDecay", weightDecay.orElse(0), 0, 1e6);
      Require.between("l1", l1, 0, 1e6);
      Require.below("dropout", dropout, 0, 1);
    }
  }

  /**
   * When it stops.
   *
   * @param validationShare share of the rows held out to find the best epoch, from 0 to below 1
   * @param patience epochs without a better validation loss before it stops; 0 for never
   * @param timeBudgetSeconds shortens the schedule to this time; 0 for no limit
   */
  public record Stopping(OptionalDouble validationShare, int patience, double timeBudgetSeconds) {
    /** Checks the ranges. */
    public Stopping {
      Require.below("validationShare", validationShare.orElse(0), 0, 1);
      Require.atLeast("patience", patience, 0, "0 switches it off.");
      Require.between("timeBudget", timeBudgetSeconds, 0, 1e9);
    }
  }

  /**
   * What does not concern a single decision.
   *
   * @param preset what fills the knobs that stand at auto
   * @param threads number of threads; empty for as many as the work is worth
   * @param seed where all randomness comes from
   * @param resumable whether the model keeps what is needed to go on training
   */
  public record Run(Preset preset, OptionalInt threads, long seed, boolean resumable) {
    /** Checks the range. */
    public Run {
      Require.atLeast("threads", threads.orElse(1), 1, "Leave it at auto.");
    }
  }

  /**
   * The plan that suits most tables: all is decided from the table.
   *
   * @return every knob at its default
   */
  public static TrainingPlan recommended() {
    return new PlanBuilder().build();
  }

  /**
   * Reads a plan from words, as options and settings files hold it.
   *
   * @param knobs text of each knob that is not at its default
   * @return the plan
   * @throws IllegalArgumentException naming the knob, its text and what is allowed
   */
  public static TrainingPlan of(Map<Knob, String> knobs) {
    PlanBuilder builder = new PlanBuilder();
    for (Knob knob : Knob.values()) {
      if (knobs.containsKey(knob)) {
        knob.set(builder, knobs.get(knob));
      }
    }
    return builder.build();
  }

  /**
   * The plan in words: what {@link #of} reads.
   *
   * @return text of every knob
   */
  public Map<Knob, String> knobs() {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (Knob knob : Knob.values()) {
      texts.put(knob, knob.text(this));
    }
    return texts;
  }

  /**
   * The same plan with one knob turned.
   *
   * @param knob which
   * @param text its new value in words
   * @return a new plan
   * @throws IllegalArgumentException naming the knob, its text and what is allowed
   */
  public TrainingPlan with(Knob knob, String text) {
    PlanBuilder builder = new PlanBuilder(this);
    knob.set(builder, text);
    return builder.build();
  }

  /**
   * The same plan with another seed.
   *
   * @param seed where all randomness comes from
   * @return a new plan
   */
  public TrainingPlan withSeed(long seed) {
    return with(Knob.SEED, Long.toString(seed));
  }
}
