package org.backpropnet.cli;

import java.util.EnumMap;
import java.util.Map;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingPlan;

/** The knobs of a training plan as options: every knob there is, by a loop. */
final class KnobOptions {
  private KnobOptions() {}

  /** hiddenLayers becomes --hidden-layers. */
  static Option option(Knob knob) {
    StringBuilder name = new StringBuilder();
    for (char c : knob.key().toCharArray()) {
      name.append(Character.isUpperCase(c) ? "-" + Character.toLowerCase(c) : String.valueOf(c));
    }
    String help = knob.title() + ": " + knob.help() + " (default " + knob.defaultText() + ")";
    return Option.of(name.toString(), "TEXT", help);
  }

  /**
   * What the user set.
   *
   * @throws UsageException naming the option, its text and what is allowed
   */
  static Map<Knob, String> read(Arguments arguments) {
    Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    for (Knob knob : Knob.values()) {
      Option option = option(knob);
      if (arguments.has(option)) {
        String text = arguments.need(option);
        try {
          // In the form in which plans give it back.
          knobs.put(knob, knob.text(TrainingPlan.recommended().with(knob, text)));
        } catch (IllegalArgumentException e) {
          throw arguments.misused(option.dashed() + ": " + e.getMessage());
        }
      }
    }
    return knobs;
  }

  /**
   * A training goes on with the settings that it began with.
   *
   * @throws UsageException if one is set and differs
   */
  static void requireSame(Arguments arguments, Map<Knob, String> knobs, TrainingPlan before) {
    knobs.forEach(
        (knob, text) -> {
          boolean free = knob == Knob.RESUMABLE || knob == Knob.THREADS;
          if (!free && !text.equals(knob.text(before))) {
            throw arguments.misused(
                option(knob).dashed()
                    + " is "
                    + text
                    + ", but the model that is to go on was begun with "
                    + knob.text(before)
                    + ". Leave the option out, or train a new model.");
          }
        });
  }

  /** Threads concern the run and not the model, so they may differ from those of before. */
  static Trained withThreads(Trained before, Map<Knob, String> knobs) {
    if (!knobs.containsKey(Knob.THREADS)) {
      return before;
    }
    return before.withPlan(before.plan().with(Knob.THREADS, knobs.get(Knob.THREADS)));
  }
}
