package org.backpropnet.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.Decimal;
import org.backpropnet.optimize.Schedule;

/** Reads the words and numbers of a plan; errors name the knob, the word and the allowed ones. */
final class Labels {
  private Labels() {}

  static Activation activation(String knob, String text) {
    return of(knob, text, List.of(Activation.values()), Activation::label);
  }

  static Loss loss(String knob, String text) {
    return of(knob, text, List.of(Loss.values()), Loss::label);
  }

  static OptimizerKind optimizer(String knob, String text) {
    return of(knob, text, List.of(OptimizerKind.values()), OptimizerKind::label);
  }

  /** What the readers above and {@link #schedule(String, String)} understand. */
  static String label(Object choice) {
    if (choice instanceof Activation activation) {
      return activation.label();
    } else if (choice instanceof Loss loss) {
      return loss.label();
    }
    if (choice instanceof OptimizerKind kind) {
      return kind.label();
    }
    return choice instanceof Schedule schedule ? schedule(schedule) : choice.toString();
  }

  static <T> T of(String knob, String text, List<T> values, Function<T, String> label) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (T value : values) {
      if (label.apply(value).equals(word)) {
        return value;
      }
    }
    throw unknown(knob, text, values.stream().map(label).toList());
  }

  static IllegalArgumentException unknown(String knob, String text, List<String> allowed) {
    return new IllegalArgumentException(
        knob + " is \"" + text + "\", but it must be one of " + String.join(", ", allowed) + ".");
  }

  static double number(String knob, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          knob + " is \"" + text + "\", but it must be a number.", e);
    }
  }

  static long whole(String knob, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          knob + " is \"" + text + "\", but it must be a whole number.", e);
    }
  }

  static int count(String knob, String text) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole(knob, text)));
  }

  static boolean yesOrNo(String knob, String text) {
    return of(knob, text, List.of(true, false), String::valueOf);
  }

  private static final List<String> SCHEDULES =
      List.of(
          "auto",
          "constant",
          "cosine",
          "warm-restarts",
          "step [epochs] [factor]",
          "exponential [factor]",
          "plateau [epochs] [factor]");

  static Schedule schedule(String knob, String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length > 1 && List.of("constant", "cosine", "warm-restarts").contains(words[0])) {
      throw unknown(knob, text, SCHEDULES);
    }
    return switch (words[0]) {
      case "constant" -> new Schedule.Constant();
      case "cosine" -> new Schedule.Cosine();
      case "warm-restarts" -> new Schedule.WarmRestarts();
      case "step" -> new Schedule.Step(word(knob, words, 1, 10), factor(knob, words, 2, 0.5));
      case "exponential" -> new Schedule.Exponential(factor(knob, words, 1, 0.97));
      case "plateau" -> new Schedule.Plateau(word(knob, words, 1, 5), factor(knob, words, 2, 0.5));
      default -> throw unknown(knob, text, SCHEDULES);
    };
  }

  static String schedule(Schedule schedule) {
    if (schedule instanceof Schedule.Step s) {
      return "step " + s.every() + " " + Decimal.text(s.by());
    } else if (schedule instanceof Schedule.Exponential e) {
      return "exponential " + Decimal.text(e.by());
    } else if (schedule instanceof Schedule.Plateau p) {
      return "plateau " + p.patience() + " " + Decimal.text(p.by());
    } else if (schedule instanceof Schedule.Cosine) {
      return "cosine";
    }
    return schedule instanceof Schedule.WarmRestarts ? "warm-restarts" : "constant";
  }

  private static int word(String knob, String[] words, int at, int usual) {
    return words.length > at ? count(knob, words[at]) : usual;
  }

  private static double factor(String knob, String[] words, int at, double usual) {
    if (words.length > at + 1) {
      throw unknown(knob, String.join(" ", Arrays.asList(words)), SCHEDULES);
    }
    return words.length > at ? number(knob, words[at]) : usual;
  }

  /**
   * A number for people, not for reading back: three digits.
   *
   * @param value finite
   * @return for instance 0.00143
   */
  static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
