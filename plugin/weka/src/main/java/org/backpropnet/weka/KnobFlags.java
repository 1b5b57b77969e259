package org.backpropnet.weka;

import org.backpropnet.train.Knob;
import weka.core.Option;

/** The command-line option of each knob. */
public final class KnobFlags {
  private static final int LINE = 68;

  private KnobFlags() {}

  /**
   * The option's name. Letters are those of Weka's MultilayerPerceptron where they mean the same.
   *
   * @param knob which
   * @return without the leading minus
   */
  public static String flag(Knob knob) {
    return switch (knob) {
      case PRESET -> "preset";
      case HIDDEN_LAYERS -> "H";
      case ACTIVATION -> "activation";
      case OUTPUT_LAYER -> "output-layer";
      case LOSS -> "loss";
      case NUMBERS -> "numbers";
      case OPTIMIZER -> "optimizer";
      case LEARNING_RATE -> "L";
      case MOMENTUM -> "M";
      case SCHEDULE -> "schedule";
      case EPOCHS -> "N";
      case BATCH_SIZE -> "batch";
      case GRADIENT_CLIP -> "clip";
      case RESTARTS -> "restarts";
      case VOTE -> "vote";
      case WEIGHT_DECAY -> "decay";
      case L1 -> "l1";
      case DROPOUT -> "dropout";
      case CLASS_BALANCING -> "balance";
      case VALIDATION_SHARE -> "V";
      case PATIENCE -> "E";
      case TIME_BUDGET -> "time-budget";
      case THREADS -> "threads";
      case SEED -> "S";
      case RESUMABLE -> "resume";
    };
  }

  /** Whether the option is given without a value: it is, only if that is not the default. */
  static boolean alone(Knob knob) {
    return knob == Knob.RESUMABLE;
  }

  /** The option as help lists it, with its default. */
  static Option option(Knob knob) {
    String flag = flag(knob);
    String words = knob.title() + ": " + knob.help() + " (default " + knob.defaultText() + ")";
    words += alone(knob) ? " It is true if the option is given, without a value." : "";
    String value = alone(knob) ? "" : " <" + value(knob) + ">";
    return new Option(wrapped(words), flag, alone(knob) ? 0 : 1, "-" + flag + value);
  }

  private static String value(Knob knob) {
    String kind =
        switch (knob) {
          case HIDDEN_LAYERS -> "none | layers";
          case PRESET, ACTIVATION, OUTPUT_LAYER, LOSS, OPTIMIZER, SCHEDULE -> "name";
          case NUMBERS -> "scaled | thermometer";
          case VOTE, CLASS_BALANCING, RESUMABLE -> "true | false";
          default -> "number";
        };
    return knob.defaultText().equals("auto") ? "auto | " + kind : kind;
  }

  /** Words in lines that begin with a tab, as Weka prints them. */
  static String wrapped(String words) {
    StringBuilder text = new StringBuilder("\t");
    int length = 0;
    for (String word : words.split(" ", -1)) {
      if (length > 0 && length + word.length() >= LINE) {
        text.append("\n\t");
        length = 0;
      } else if (length > 0) {
        text.append(' ');
      }
      text.append(word);
      length += word.length() + 1;
    }
    return text.toString();
  }
}
