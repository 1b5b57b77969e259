package org.backpropnet.knime;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.train.Knob;
import org.backpropnet.train.OptimizerKind;
import org.backpropnet.train.Preset;
import org.backpropnet.train.TrainingPlan;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** The words to choose from, as the core lists them. */
final class Choices {
  private Choices() {}

  /** The words that a knob takes out of these; the core is asked, so nothing is listed twice. */
  static List<String> of(Knob knob, List<String> words) {
    List<String> taken = new ArrayList<>(List.of("auto"));
    for (String word : words) {
      if (takes(knob, word)) {
        taken.add(word);
      }
    }
    return taken;
  }

  private static boolean takes(Knob knob, String word) {
    try {
      TrainingPlan.recommended().with(knob, word);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> activations() {
    return List.of(Activation.values()).stream().map(Activation::label).toList();
  }

  /** Of a hidden layer. */
  static final class Activations implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return of(Knob.ACTIVATION, activations());
    }
  }

  /** Of the output layer. */
  static final class Outputs implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return of(Knob.OUTPUT_LAYER, activations());
    }
  }

  /** How much work a training may be. */
  static final class Presets implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return List.of(Preset.values()).stream().map(Preset::label).toList();
    }
  }

  /** Whether networks vote. */
  static final class Votes implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return List.of(Knob.VOTE.defaultText(), "true", "false");
    }
  }

  /** What is made small. */
  static final class Losses implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return of(Knob.LOSS, List.of(Loss.values()).stream().map(Loss::label).toList());
    }
  }

  /** Ways downhill. */
  static final class Optimizers implements StringChoicesProvider {
    @Override
    public List<String> choices(NodeParametersInput context) {
      return of(
          Knob.OPTIMIZER,
          List.of(OptimizerKind.values()).stream().map(OptimizerKind::label).toList());
    }
  }
}
