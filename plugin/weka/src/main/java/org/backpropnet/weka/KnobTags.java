package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.train.Knob;
import org.backpropnet.train.OptimizerKind;
import org.backpropnet.train.Preset;
import weka.core.SelectedTag;
import weka.core.Tag;

/** The choices of those knobs that are a word out of a few, as Weka's dialogs want them. */
final class KnobTags {
  private static final Tag[] ACTIVATIONS =
      tags(List.of(Activation.values()).stream().map(Activation::label).toList());
  private static final Tag[] OUTPUTS =
      tags(
          List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU)
              .stream()
              .map(Activation::label)
              .toList());
  private static final Tag[] LOSSES =
      tags(List.of(Loss.values()).stream().map(Loss::label).toList());
  private static final Tag[] OPTIMIZERS =
      tags(List.of(OptimizerKind.values()).stream().map(OptimizerKind::label).toList());

  private static final Tag[] PRESETS =
      choices(List.of(Preset.values()).stream().map(Preset::label).toList());
  private static final Tag[] VOTES = tags(List.of("true", "false"));

  private KnobTags() {}

  private static Tag[] choices(List<String> labels) {
    Tag[] tags = new Tag[labels.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = new Tag(i, labels.get(i));
    }
    return tags;
  }

  private static Tag[] tags(List<String> labels) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag(0, "auto"));
    for (String label : labels) {
      tags.add(new Tag(tags.size(), label));
    }
    return tags.toArray(new Tag[0]);
  }

  /** All choices of a knob. */
  static Tag[] all(Knob knob) {
    return switch (knob) {
      case ACTIVATION -> ACTIVATIONS;
      case OUTPUT_LAYER -> OUTPUTS;
      case LOSS -> LOSSES;
      case OPTIMIZER -> OPTIMIZERS;
      case PRESET -> PRESETS;
      case VOTE -> VOTES;
      default -> throw new IllegalArgumentException(knob.key() + " is not a choice of words.");
    };
  }

  /** The choice that a text names. */
  static SelectedTag of(Knob knob, String text) {
    Tag[] tags = all(knob);
    for (Tag tag : tags) {
      if (tag.getReadable().equals(text)) {
        return new SelectedTag(tag.getID(), tags);
      }
    }
    throw new IllegalArgumentException(knob.key() + " has no choice \"" + text + "\".");
  }
}
