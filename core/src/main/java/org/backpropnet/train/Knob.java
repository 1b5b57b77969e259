package org.backpropnet.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;

/**
 * Every setting of a plan that a host shows: its key, title, help, and how its text is read and
 * written. Hosts list these; they do not know the settings themselves.
 */
public enum Knob {
  /** See {@link Wording#HIDDEN_LAYERS_HELP}. */
  HIDDEN_LAYERS(
      "hiddenLayers",
      Wording.HIDDEN_LAYERS,
      Wording.HIDDEN_LAYERS_HELP,
      (b, t) -> b.hidden = HiddenLayers.parse(t),
      p -> p.network().hidden().toString()),
  /** See {@link Wording#ACTIVATION_HELP}. */
  ACTIVATION(
      "activation",
      Wording.ACTIVATION,
      Wording.ACTIVATION_HELP,
      (b, t) -> b.activation = choice("activation", t, List.of(Activation.values())),
      p -> text(p.network().activation(), Activation::label)),
  /** See {@link Wording#OUTPUT_LAYER_HELP}. */
  OUTPUT_LAYER(
      "outputLayer",
      Wording.OUTPUT_LAYER,
      Wording.OUTPUT_LAYER_HELP,
      (b, t) ->
          b.output =
              choice(
                  "outputLayer",
                  t,
                  List.of(
                      Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU)),
      p -> text(p.network().output(), Activation::label)),
  /** See {@link Wording#LOSS_HELP}. */
  LOSS(
      "loss",
      Wording.LOSS,
      Wording.LOSS_HELP,
      (b, t) ->
          b.loss =
              isAuto(t)
                  ? Optional.empty()
                  : Optional.of(Labels.of("loss", t, List.of(Loss.values()), Loss::label)),
      p -> text(p.network().loss(), Loss::label)),
  /** See {@link Wording#OPTIMIZER_HELP}. */
  OPTIMIZER(
      "optimizer",
      Wording.OPTIMIZER,
      Wording.OPTIMIZER_HELP,
      (b, t) ->
          b.optimizer =
              isAuto(t)
                  ? Optional.empty()
                  : Optional.of(
                      Labels.of(
                          "optimizer", t, List.of(OptimizerKind.values()), OptimizerKind::label)),
      p -> text(p.descent().optimizer(), OptimizerKind::label)),
  /** See {@link Wording#LEARNING_RATE_HELP}. */
  LEARNING_RATE(
      "learningRate",
      Wording.LEARNING_RATE,
      Wording.LEARNING_RATE_HELP,
      (b, t) -> b.learningRate = number("learningRate", t),
      p -> text(p.descent().learningRate())),
  /** See {@link Wording#MOMENTUM_HELP}. */
  MOMENTUM(
      "momentum",
      Wording.MOMENTUM,
      Wording.MOMENTUM_HELP,
      (b, t) -> b.momentum = Labels.number("momentum", t),
      p -> text(p.descent().momentum())),
  /** See {@link Wording#SCHEDULE_HELP}. */
  SCHEDULE(
      "schedule",
      Wording.SCHEDULE,
      Wording.SCHEDULE_HELP,
      (b, t) ->
          b.schedule = isAuto(t) ? Optional.empty() : Optional.of(Labels.schedule("schedule", t)),
      p -> text(p.descent().schedule(), Labels::schedule)),
  /** See {@link Wording#EPOCHS_HELP}. */
  EPOCHS(
      "epochs",
      Wording.EPOCHS,
      Wording.EPOCHS_HELP,
      (b, t) -> b.epochs = count("epochs", t),
      p -> text(p.descent().epochs())),
  /** See {@link Wording#BATCH_SIZE_HELP}. */
  BATCH_SIZE(
      "batchSize",
      Wording.BATCH_SIZE,
      Wording.BATCH_SIZE_HELP,
      (b, t) -> b.batchSize = count("batchSize", t),
      p -> text(p.descent().batchSize())),
  /** See {@link Wording#GRADIENT_CLIP_HELP}. */
  GRADIENT_CLIP(
      "gradientClip",
      Wording.GRADIENT_CLIP,
      Wording.GRADIENT_CLIP_HELP,
      (b, t) -> b.gradientClip = Labels.number("gradientClip", t),
      p -> text(p.descent().gradientClip())),
  /** See {@link Wording#RESTARTS_HELP}. */
  RESTARTS(
      "restarts",
      Wording.RESTARTS,
      Wording.RESTARTS_HELP,
      (b, t) -> b.restarts = count("restarts", t),
      p -> text(p.descent().restarts())),
  /** See {@link Wording#WEIGHT_DECAY_HELP}. */
  WEIGHT_DECAY(
      "weightDecay",
      Wording.WEIGHT_DECAY,
      Wording.WEIGHT_DECAY_HELP,
      (b, t) -> b.weightDecay = number("weightDecay", t),
      p -> text(p.restraint().weightDecay())),
  /** See {@link Wording#L1_HELP}. */
  L1(
      "l1",
      Wording.L1,
      Wording.L1_HELP,
      (b, t) -> b.l1 = Labels.number("l1", t),
      p -> text(p.restraint().l1())),
  /** See {@link Wording#DROPOUT_HELP}. */
  DROPOUT(
      "dropout",
      Wording.DROPOUT,
      Wording.DROPOUT_HELP,
      (b, t) -> b.dropout = Labels.number("dropout", t),
      p -> text(p.restraint().dropout())),
  /** See {@link Wording#CLASS_BALANCING_HELP}. */
  CLASS_BALANCING(
      "classBalancing",
      Wording.CLASS_BALANCING,
      Wording.CLASS_BALANCING_HELP,
      (b, t) -> b.classBalancing = Labels.yesOrNo("classBalancing", t),
      p -> String.valueOf(p.restraint().classBalancing())),
  /** See {@link Wording#VALIDATION_SHARE_HELP}. */
  VALIDATION_SHARE(
      "validationShare",
      Wording.VALIDATION_SHARE,
      Wording.VALIDATION_SHARE_HELP,
      (b, t) -> b.validationShare = number("validationShare", t),
      p -> text(p.stopping().validationShare())),
  /** See {@link Wording#PATIENCE_HELP}. */
  PATIENCE(
      "patience",
      Wording.PATIENCE,
      Wording.PATIENCE_HELP,
      (b, t) -> b.patience = Labels.count("patience", t),
      p -> String.valueOf(p.stopping().patience())),
  /** See {@link Wording#TIME_BUDGET_HELP}. */
  TIME_BUDGET(
      "timeBudget",
      Wording.TIME_BUDGET,
      Wording.TIME_BUDGET_HELP,
      (b, t) -> b.timeBudget = Labels.number("timeBudget", t),
      p -> text(p.stopping().timeBudgetSeconds())),
  /** See {@link Wording#THREADS_HELP}. */
  THREADS(
      "threads",
      Wording.THREADS,
      Wording.THREADS_HELP,
      (b, t) -> b.threads = count("threads", t),
      p -> text(p.run().threads())),
  /** See {@link Wording#SEED_HELP}. */
  SEED(
      "seed",
      Wording.SEED,
      Wording.SEED_HELP,
      (b, t) -> b.seed = Labels.whole("seed", t),
      p -> String.valueOf(p.run().seed())),
  /** See {@link Wording#RESUMABLE_HELP}. */
  RESUMABLE(
      "resumable",
      Wording.RESUMABLE,
      Wording.RESUMABLE_HELP,
      (b, t) -> b.resumable = Labels.yesOrNo("resumable", t),
      p -> String.valueOf(p.run().resumable()));

  private interface Setter {
    void set(PlanBuilder builder, String text);
  }

  private final String key;
  private final String title;
  private final String help;
  private final Setter setter;
  private final Function<TrainingPlan, String> getter;

  Knob(
      String key, String title, String help, Setter setter, Function<TrainingPlan, String> getter) {
    this.key = key;
    this.title = title;
    this.help = help;
    this.setter = setter;
    this.getter = getter;
  }

  /**
   * The name in settings and error messages.
   *
   * @return for instance "hiddenLayers"
   */
  public String key() {
    return key;
  }

  /**
   * The label in dialogs.
   *
   * @return for instance "Hidden layers"
   */
  public String title() {
    return title;
  }

  /**
   * What it does, in sentences of which the first stands alone.
   *
   * @return plain text
   */
  public String help() {
    return help;
  }

  /**
   * The value at which it stands if nobody touches it.
   *
   * @return in words
   */
  public String defaultText() {
    return text(TrainingPlan.recommended());
  }

  /**
   * Its value in a plan.
   *
   * @param plan the plan
   * @return in words: what {@link TrainingPlan#with} reads
   */
  public String text(TrainingPlan plan) {
    return getter.apply(plan);
  }

  void set(PlanBuilder builder, String text) {
    setter.set(builder, text);
  }

  private static boolean isAuto(String text) {
    return text.strip().equalsIgnoreCase("auto");
  }

  private static Optional<Activation> choice(String key, String text, List<Activation> allowed) {
    return isAuto(text)
        ? Optional.empty()
        : Optional.of(Labels.of(key, text, allowed, Activation::label));
  }

  private static OptionalDouble number(String key, String text) {
    return isAuto(text) ? OptionalDouble.empty() : OptionalDouble.of(Labels.number(key, text));
  }

  private static OptionalInt count(String key, String text) {
    return isAuto(text) ? OptionalInt.empty() : OptionalInt.of(Labels.count(key, text));
  }

  private static <T> String text(Optional<T> value, Function<T, String> label) {
    return value.map(label).orElse("auto");
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? text(value.getAsDouble()) : "auto";
  }

  private static String text(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "auto";
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
