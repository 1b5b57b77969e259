package org.backpropnet.weka;

import org.backpropnet.train.Knob;
import org.backpropnet.train.Wording;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;

/** The knobs as bean properties, as dialogs show them: those that a beginner looks for. */
public abstract class KnobProperties extends AdvancedProperties {
  private static final long serialVersionUID = 1;

  /** See {@link Wording#PRESET_HELP}. */
  @OptionMetadata(displayName = Wording.PRESET, description = Wording.PRESET_HELP, displayOrder = 0)
  public SelectedTag getPreset() {
    return KnobTags.of(Knob.PRESET, settings().text(Knob.PRESET));
  }

  /** See {@link Wording#PRESET_HELP}. */
  public void setPreset(SelectedTag value) {
    settings().set(Knob.PRESET, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#HIDDEN_LAYERS_HELP}. */
  @OptionMetadata(
      displayName = Wording.HIDDEN_LAYERS,
      description = Wording.HIDDEN_LAYERS_HELP,
      displayOrder = 1)
  public String getHiddenLayers() {
    return settings().text(Knob.HIDDEN_LAYERS);
  }

  /** See {@link Wording#HIDDEN_LAYERS_HELP}. */
  public void setHiddenLayers(String value) {
    settings().set(Knob.HIDDEN_LAYERS, value);
  }

  /** See {@link Wording#ACTIVATION_HELP}. */
  @OptionMetadata(
      displayName = Wording.ACTIVATION,
      description = Wording.ACTIVATION_HELP,
      displayOrder = 2)
  public SelectedTag getActivation() {
    return KnobTags.of(Knob.ACTIVATION, settings().text(Knob.ACTIVATION));
  }

  /** See {@link Wording#ACTIVATION_HELP}. */
  public void setActivation(SelectedTag value) {
    settings().set(Knob.ACTIVATION, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#OUTPUT_LAYER_HELP}. */
  @OptionMetadata(
      displayName = Wording.OUTPUT_LAYER,
      description = Wording.OUTPUT_LAYER_HELP,
      displayOrder = 3)
  public SelectedTag getOutputLayer() {
    return KnobTags.of(Knob.OUTPUT_LAYER, settings().text(Knob.OUTPUT_LAYER));
  }

  /** See {@link Wording#OUTPUT_LAYER_HELP}. */
  public void setOutputLayer(SelectedTag value) {
    settings().set(Knob.OUTPUT_LAYER, value.getSelectedTag().getReadable());
  }

  /** See {@link Wording#LEARNING_RATE_HELP}. */
  @OptionMetadata(
      displayName = Wording.LEARNING_RATE,
      description = Wording.LEARNING_RATE_HELP,
      displayOrder = 4)
  public String getLearningRate() {
    return settings().text(Knob.LEARNING_RATE);
  }

  /** See {@link Wording#LEARNING_RATE_HELP}. */
  public void setLearningRate(String value) {
    settings().set(Knob.LEARNING_RATE, value);
  }

  /** See {@link Wording#EPOCHS_HELP}. */
  @OptionMetadata(displayName = Wording.EPOCHS, description = Wording.EPOCHS_HELP, displayOrder = 5)
  public String getEpochs() {
    return settings().text(Knob.EPOCHS);
  }

  /** See {@link Wording#EPOCHS_HELP}. */
  public void setEpochs(String value) {
    settings().set(Knob.EPOCHS, value);
  }

  /** See {@link Wording#SEED_HELP}. */
  @Override
  @OptionMetadata(displayName = Wording.SEED, description = Wording.SEED_HELP, displayOrder = 6)
  public int getSeed() {
    return super.getSeed();
  }

  /** See {@link Wording#SEED_HELP}. */
  @Override
  public void setSeed(int value) {
    super.setSeed(value);
  }
}
