package org.backpropnet.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Decimal;

/**
 * Every setting of a plan that a host shows: its key, title, help, and how its text is read and
 * written. Hosts list these; they do not know the settings themselves.
 */
public enum Knob {
  /** See {@link Wording#PRESET_HELP}. */
  PRESET("preset", Wording.PRESET, Wording.PRESET_HELP),
  /** See {@link Wording#HIDDEN_LAYERS_HELP}. */
  HIDDEN_LAYERS("hiddenLayers", Wording.HIDDEN_LAYERS, Wording.HIDDEN_LAYERS_HELP),
  /** See {@link Wording#ACTIVATION_HELP}. */
  ACTIVATION("activation", Wording.ACTIVATION, Wording.ACTIVATION_HELP),
  /** See {@link Wording#OUTPUT_LAYER_HELP}. */
  OUTPUT_LAYER("outputLayer", Wording.OUTPUT_LAYER, Wording.OUTPUT_LAYER_HELP),
  /** See {@link Wording#LOSS_HELP}. */
  LOSS("loss", Wording.LOSS, Wording.LOSS_HELP),
  /** See {@link Wording#NUMBERS_HELP}. */
  NUMBERS("numbers", Wording.NUMBERS, Wording.NUMBERS_HELP),
  /** See {@link Wording#OPTIMIZER_HELP}. */
  OPTIMIZER("optimizer", Wording.OPTIMIZER, Wording.OPTIMIZER_HELP),
  /** See {@link Wording#LEARNING_RATE_HELP}. */
  LEARNING_RATE("learningRate", Wording.LEARNING_RATE, Wording.LEARNING_RATE_HELP),
  /** See {@link Wording#MOMENTUM_HELP}. */
  MOMENTUM("momentum", Wording.MOMENTUM, Wording.MOMENTUM_HELP),
  /** See {@link Wording#SCHEDULE_HELP}. */
  SCHEDULE("schedule", Wording.SCHEDULE, Wording.SCHEDULE_HELP),
  /** See {@link Wording#EPOCHS_HELP}. */
  EPOCHS("epochs", Wording.EPOCHS, Wording.EPOCHS_HELP),
  /** See {@link Wording#BATCH_SIZE_HELP}. */
  BATCH_SIZE("batchSize", Wording.BATCH_SIZE, Wording.BATCH_SIZE_HELP),
  /** See {@link Wording#GRADIENT_CLIP_HELP}. */
  GRADIENT_CLIP("gradientClip", Wording.GRADIENT_CLIP, Wording.GRADIENT_CLIP_HELP),
  /** See {@link Wording#RESTARTS_HELP}. */
  RESTARTS("restarts", Wording.RESTARTS, Wording.RESTARTS_HELP),
  /** See {@link Wording#VOTE_HELP}. */
  VOTE("vote", Wording.VOTE, Wording.VOTE_HELP),
  /** See {@link Wording#WEIGHT_DECAY_HELP}. */
  WEIGHT_DECAY("weightDecay", Wording.WEIGHT_DECAY, Wording.WEIGHT_DECAY_HELP),
  /** See {@link Wording#L1_HELP}. */
  L1("l1", Wording.L1, Wording.L1_HELP),
  /** See {@link Wording#DROPOUT_HELP}. */
  DROPOUT("dropout", Wording.DROPOUT, Wording.DROPOUT_HELP),
  /** See {@link Wording#CLASS_BALANCING_HELP}. */
  CLASS_BALANCING("classBalancing", Wording.CLASS_BALANCING, Wording.CLASS_BALANCING_HELP),
  /** See {@link Wording#VALIDATION_SHARE_HELP}. */
  VALIDATION_SHARE("validationShare", Wording.VALIDATION_SHARE, Wording.VALIDATION_SHARE_HELP),
  /** See {@link Wording#PATIENCE_HELP}. */
  PATIENCE("patience", Wording.PATIENCE, Wording.PATIENCE_HELP),
  /** See {@link Wording#TIME_BUDGET_HELP}. */
  TIME_BUDGET("timeBudget", Wording.TIME_BUDGET, Wording.TIME_BUDGET_HELP),
  /** See {@link Wording#THREADS_HELP}. */
  THREADS("threads", Wording.THREADS, Wording.THREADS_HELP),
  /** See {@link Wording#SEED_HELP}. */
  SEED("seed", Wording.SEED, Wording.SEED_HELP),
  /** See {@link Wording#RESUMABLE_HELP}. */
  RESUMABLE("resumable", Wording.RESUMABLE, Wording.RESUMABLE_HELP);

  private final String key;
  private final String title;
  private final String help;

  Knob(String key, String title, String help) {
    this.key = key;
    this.title = title;
    this.help = help;
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
    return switch (this) {
      case PRESET -> plan.run().preset().label();
      case HIDDEN_LAYERS -> plan.network().hidden().toString();
      case ACTIVATION -> text(plan.network().activation());
      case OUTPUT_LAYER -> text(plan.network().output());
      case LOSS -> text(plan.network().loss());
      case NUMBERS -> text(plan.network().numbers());
      case OPTIMIZER -> text(plan.descent().optimizer());
      case LEARNING_RATE -> text(plan.descent().learningRate());
      case MOMENTUM -> text(plan.descent().momentum());
      case SCHEDULE -> text(plan.descent().schedule());
      case EPOCHS -> text(plan.descent().epochs());
      case BATCH_SIZE -> text(plan.descent().batchSize());
      case GRADIENT_CLIP -> text(plan.descent().gradientClip());
      case RESTARTS -> text(plan.descent().restarts());
      case VOTE -> text(plan.descent().vote());
      case WEIGHT_DECAY -> text(plan.restraint().weightDecay());
      case L1 -> text(plan.restraint().l1());
      case DROPOUT -> text(plan.restraint().dropout());
      case CLASS_BALANCING -> String.valueOf(plan.restraint().classBalancing());
      case VALIDATION_SHARE -> text(plan.stopping().validationShare());
      case PATIENCE -> String.valueOf(plan.stopping().patience());
      case TIME_BUDGET -> text(plan.stopping().timeBudgetSeconds());
      case THREADS -> text(plan.run().threads());
      case SEED -> String.valueOf(plan.run().seed());
      case RESUMABLE -> String.valueOf(plan.run().resumable());
    };
  }

  /** Reads its text into a plan in the making. */
  void set(PlanBuilder b, String text) {
    switch (this) {
      case PRESET -> b.preset = Labels.of(key, text, List.of(Preset.values()), Preset::label);
      case HIDDEN_LAYERS -> b.hidden = HiddenLayers.parse(text);
      case ACTIVATION -> b.activation = activation(text, List.of(Activation.values()));
      case OUTPUT_LAYER -> b.output = activation(text, TrainingPlan.Network.OUTPUTS);
      case LOSS -> b.loss = isAuto(text) ? Optional.empty() : Optional.of(Labels.loss(key, text));
      case NUMBERS ->
          b.numbers = isAuto(text) ? Optional.empty() : Optional.of(NumberCoding.parse(key, text));
      case OPTIMIZER ->
          b.optimizer = isAuto(text) ? Optional.empty() : Optional.of(Labels.optimizer(key, text));
      case LEARNING_RATE -> b.learningRate = number(text);
      case MOMENTUM -> b.momentum = Labels.number(key, text);
      case SCHEDULE ->
          b.schedule = isAuto(text) ? Optional.empty() : Optional.of(Labels.schedule(key, text));
      case EPOCHS -> b.epochs = count(text);
      case BATCH_SIZE -> b.batchSize = count(text);
      case GRADIENT_CLIP -> b.gradientClip = Labels.number(key, text);
      case RESTARTS -> b.restarts = count(text);
      case VOTE ->
          b.vote = isAuto(text) ? Optional.empty() : Optional.of(Labels.yesOrNo(key, text));
      case WEIGHT_DECAY -> b.weightDecay = number(text);
      case L1 -> b.l1 = Labels.number(key, text);
      case DROPOUT -> b.dropout = Labels.number(key, text);
      case CLASS_BALANCING -> b.classBalancing = Labels.yesOrNo(key, text);
      case VALIDATION_SHARE -> b.validationShare = number(text);
      case PATIENCE -> b.patience = Labels.count(key, text);
      case TIME_BUDGET -> b.timeBudget = Labels.number(key, text);
      case THREADS -> b.threads = count(text);
      case SEED -> b.seed = Labels.whole(key, text);
      case RESUMABLE -> b.resumable = Labels.yesOrNo(key, text);
    }
  }

  private static boolean isAuto(String text) {
    return text.strip().equalsIgnoreCase("auto");
  }

  private Optional<Activation> activation(String text, List<Activation> allowed) {
    return isAuto(text)
        ? Optional.empty()
        : Optional.of(Labels.of(key, text, allowed, Activation::label));
  }

  private OptionalDouble number(String text) {
    return isAuto(text) ? OptionalDouble.empty() : OptionalDouble.of(Labels.number(key, text));
  }

  private OptionalInt count(String text) {
    return isAuto(text) ? OptionalInt.empty() : OptionalInt.of(Labels.count(key, text));
  }

  /** Choices are shown by their labels, schedules in words. */
  private static String text(Optional<?> value) {
    return value.isPresent() ? Labels.label(value.get()) : "auto";
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
        : Decimal.text(value);
  }
}
