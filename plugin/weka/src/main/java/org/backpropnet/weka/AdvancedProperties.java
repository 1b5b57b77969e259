package org.backpropnet.weka;

import org.backpropnet.train.Knob;
import org.backpropnet.train.Wording;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;

/** The knobs that a dialog keeps behind its "Advanced" button, as bean properties. */
public abstract class AdvancedProperties extends KnobOptions {
  private static final long serialVersionUID = 1;

  /** See {@link Wording#NUMBERS_HELP}. */
  @OptionMetadata(
      displayName = Wording.NUMBERS,
      description = Wording.NUMBERS_HELP,
      category = "Advanced",
      displayOrder = 9)
  public String getNumbers() {
    return settings().text(Knob.NUMBERS);
  }

  /** See {@link Wording#NUMBERS_HELP}. */
  public void setNumbers(String value) {
    settings().set(Knob.NUMBERS, value);
  }

  /** See {@link Wording#LOSS_HELP}. */
  @OptionMetadata(
      displayName = Wording.LOSS,
      description = Wording.LOSS_HELP,
      category = "Advanced",
      displayOrder = 10)
  public SelectedTag getLoss() {
    return KnobTags.of(Knob.LOSS, settings().text(Knob.LOSS));
  }

  /** See {@link Wording#LOSS_HELP}. */
  public void setLoss(SelectedTag value) {
    settings().set(Knob.LOSS, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#OPTIMIZER_HELP}. */
  @OptionMetadata(
      displayName = Wording.OPTIMIZER,
      description = Wording.OPTIMIZER_HELP,
      category = "Advanced",
      displayOrder = 11)
  public SelectedTag getOptimizer() {
    return KnobTags.of(Knob.OPTIMIZER, settings().text(Knob.OPTIMIZER));
  }

  /** See {@link Wording#OPTIMIZER_HELP}. */
  public void setOptimizer(SelectedTag value) {
    settings().set(Knob.OPTIMIZER, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#MOMENTUM_HELP}. */
  @OptionMetadata(
      displayName = Wording.MOMENTUM,
      description = Wording.MOMENTUM_HELP,
      category = "Advanced",
      displayOrder = 12)
  public double getMomentum() {
    return settings().number(Knob.MOMENTUM);
  }

  /** See {@link Wording#MOMENTUM_HELP}. */
  public void setMomentum(double value) {
    settings().set(Knob.MOMENTUM, String.valueOf(value));
  }

  /** See {@link Wording#SCHEDULE_HELP}. */
  @OptionMetadata(
      displayName = Wording.SCHEDULE,
      description = Wording.SCHEDULE_HELP,
      category = "Advanced",
      displayOrder = 13)
  public String getSchedule() {
    return settings().text(Knob.SCHEDULE);
  }

  /** See {@link Wording#SCHEDULE_HELP}. */
  public void setSchedule(String value) {
    settings().set(Knob.SCHEDULE, value);
  }

  /** See {@link Wording#BATCH_SIZE_HELP}. */
  @OptionMetadata(
      displayName = Wording.BATCH_SIZE,
      description = Wording.BATCH_SIZE_HELP,
      category = "Advanced",
      displayOrder = 14)
  public String getRowsPerStep() {
    return settings().text(Knob.BATCH_SIZE);
  }

  /** See {@link Wording#BATCH_SIZE_HELP}. */
  public void setRowsPerStep(String value) {
    settings().set(Knob.BATCH_SIZE, value);
  }

  /** See {@link Wording#GRADIENT_CLIP_HELP}. */
  @OptionMetadata(
      displayName = Wording.GRADIENT_CLIP,
      description = Wording.GRADIENT_CLIP_HELP,
      category = "Advanced",
      displayOrder = 15)
  public double getGradientClip() {
    return settings().number(Knob.GRADIENT_CLIP);
  }

  /** See {@link Wording#GRADIENT_CLIP_HELP}. */
  public void setGradientClip(double value) {
    settings().set(Knob.GRADIENT_CLIP, String.valueOf(value));
  }

  /** See {@link Wording#RESTARTS_HELP}. */
  @OptionMetadata(
      displayName = Wording.RESTARTS,
      description = Wording.RESTARTS_HELP,
      category = "Advanced",
      displayOrder = 16)
  public String getRestarts() {
    return settings().text(Knob.RESTARTS);
  }

  /** See {@link Wording#RESTARTS_HELP}. */
  public void setRestarts(String value) {
    settings().set(Knob.RESTARTS, value);
  }

  /** See {@link Wording#VOTE_HELP}. */
  @OptionMetadata(
      displayName = Wording.VOTE,
      description = Wording.VOTE_HELP,
      category = "Advanced",
      displayOrder = 17)
  public SelectedTag getVote() {
    return KnobTags.of(Knob.VOTE, settings().text(Knob.VOTE));
  }

  /** See {@link Wording#VOTE_HELP}. */
  public void setVote(SelectedTag value) {
    settings().set(Knob.VOTE, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#WEIGHT_DECAY_HELP}. */
  @OptionMetadata(
      displayName = Wording.WEIGHT_DECAY,
      description = Wording.WEIGHT_DECAY_HELP,
      category = "Advanced",
      displayOrder = 18)
  public String getWeightDecay() {
    return settings().text(Knob.WEIGHT_DECAY);
  }

  /** See {@link Wording#WEIGHT_DECAY_HELP}. */
  public void setWeightDecay(String value) {
    settings().set(Knob.WEIGHT_DECAY, value);
  }

  /** See {@link Wording#L1_HELP}. */
  @OptionMetadata(
      displayName = Wording.L1,
      description = Wording.L1_HELP,
      category = "Advanced",
      displayOrder = 19)
  public double getL1Penalty() {
    return settings().number(Knob.L1);
  }

  /** See {@link Wording#L1_HELP}. */
  public void setL1Penalty(double value) {
    settings().set(Knob.L1, String.valueOf(value));
  }

  /** See {@link Wording#DROPOUT_HELP}. */
  @OptionMetadata(
      displayName = Wording.DROPOUT,
      description = Wording.DROPOUT_HELP,
      category = "Advanced",
      displayOrder = 20)
  public double getDropout() {
    return settings().number(Knob.DROPOUT);
  }

  /** See {@link Wording#DROPOUT_HELP}. */
  public void setDropout(double value) {
    settings().set(Knob.DROPOUT, String.valueOf(value));
  }

  /** See {@link Wording#CLASS_BALANCING_HELP}. */
  @OptionMetadata(
      displayName = Wording.CLASS_BALANCING,
      description = Wording.CLASS_BALANCING_HELP,
      category = "Advanced",
      displayOrder = 21)
  public boolean getClassBalancing() {
    return settings().yes(Knob.CLASS_BALANCING);
  }

  /** See {@link Wording#CLASS_BALANCING_HELP}. */
  public void setClassBalancing(boolean value) {
    settings().set(Knob.CLASS_BALANCING, String.valueOf(value));
  }

  /** See {@link Wording#VALIDATION_SHARE_HELP}. */
  @OptionMetadata(
      displayName = Wording.VALIDATION_SHARE,
      description = Wording.VALIDATION_SHARE_HELP,
      category = "Advanced",
      displayOrder = 22)
  public String getValidationShare() {
    return settings().text(Knob.VALIDATION_SHARE);
  }

  /** See {@link Wording#VALIDATION_SHARE_HELP}. */
  public void setValidationShare(String value) {
    settings().set(Knob.VALIDATION_SHARE, value);
  }

  /** See {@link Wording#PATIENCE_HELP}. */
  @OptionMetadata(
      displayName = Wording.PATIENCE,
      description = Wording.PATIENCE_HELP,
      category = "Advanced",
      displayOrder = 23)
  public int getPatience() {
    return (int) settings().number(Knob.PATIENCE);
  }

  /** See {@link Wording#PATIENCE_HELP}. */
  public void setPatience(int value) {
    settings().set(Knob.PATIENCE, String.valueOf(value));
  }

  /** See {@link Wording#TIME_BUDGET_HELP}. */
  @OptionMetadata(
      displayName = Wording.TIME_BUDGET,
      description = Wording.TIME_BUDGET_HELP,
      category = "Advanced",
      displayOrder = 24)
  public double getTimeBudget() {
    return settings().number(Knob.TIME_BUDGET);
  }

  /** See {@link Wording#TIME_BUDGET_HELP}. */
  public void setTimeBudget(double value) {
    settings().set(Knob.TIME_BUDGET, String.valueOf(value));
  }

  /** See {@link Wording#THREADS_HELP}. */
  @OptionMetadata(
      displayName = Wording.THREADS,
      description = Wording.THREADS_HELP,
      category = "Advanced",
      displayOrder = 25)
  public String getThreads() {
    return settings().text(Knob.THREADS);
  }

  /** See {@link Wording#THREADS_HELP}. */
  public void setThreads(String value) {
    settings().set(Knob.THREADS, value);
  }

  /** See {@link Wording#RESUMABLE_HELP}. */
  @OptionMetadata(
      displayName = Wording.RESUMABLE,
      description = Wording.RESUMABLE_HELP,
      category = "Advanced",
      displayOrder = 26)
  public boolean getResume() {
    return settings().yes(Knob.RESUMABLE);
  }

  /** See {@link Wording#RESUMABLE_HELP}. */
  public void setResume(boolean value) {
    settings().set(Knob.RESUMABLE, String.valueOf(value));
  }
}
