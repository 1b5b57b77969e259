package org.backpropnet.weka;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;

/** What the user set, as words, so that it can be stored whatever the core's classes become. */
final class KnobSettings implements Serializable {
  private static final long serialVersionUID = 1;

  /** Text of each knob that is not at its default, by key. */
  private final TreeMap<String, String> texts = new TreeMap<>();

  /** The plan that these settings make. */
  TrainingPlan plan() {
    Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    for (Knob knob : Knob.values()) {
      if (texts.containsKey(knob.key())) {
        knobs.put(knob, texts.get(knob.key()));
      }
    }
    return TrainingPlan.of(knobs);
  }

  /** The value of a knob in words. */
  String text(Knob knob) {
    return texts.getOrDefault(knob.key(), knob.defaultText());
  }

  /** The value of a knob that is always a number. */
  double number(Knob knob) {
    return Double.parseDouble(text(knob));
  }

  /** The value of a knob that is true or false. */
  boolean yes(Knob knob) {
    return Boolean.parseBoolean(text(knob));
  }

  /**
   * Turns a knob.
   *
   * @throws IllegalArgumentException naming the knob, its text and what is allowed
   */
  void set(Knob knob, String text) {
    String clean = knob.text(TrainingPlan.recommended().with(knob, text));
    if (clean.equals(knob.defaultText())) {
      texts.remove(knob.key());
    } else {
      texts.put(knob.key(), clean);
    }
  }
}
