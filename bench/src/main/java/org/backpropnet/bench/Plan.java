package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;

/**
 * A plan of ours that takes part.
 *
 * @param name as the page shows it
 * @param settings knob=text, separated by semicolons; empty if nothing is set
 */
record Plan(String name, String settings) {
  /** With nothing set. */
  static final Plan DEFAULT = new Plan("Backprop Net", "");

  /** Reads lines "name = knob=text; knob=text"; "#" begins a remark. */
  static List<Plan> read(Path file) throws IOException {
    List<Plan> plans = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        String[] parts = line.split("[:=]", 2);
        Plan plan = new Plan(parts[0].strip(), parts.length == 1 ? "" : parts[1].strip());
        plan.training();
        plans.add(plan);
      }
    }
    return plans;
  }

  /** What the core makes of it: one thread, since processor time is compared, unless set. */
  TrainingPlan training() {
    Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    knobs.put(Knob.THREADS, "1");
    for (String setting : settings.split(";", -1)) {
      if (!setting.isBlank()) {
        String[] parts = setting.split("=", 2);
        if (parts.length < 2) {
          throw new IllegalArgumentException(
              "Plan \"" + name + "\": \"" + setting + "\" is not of the form knob=text.");
        }
        knobs.put(knob(parts[0].strip()), parts[1].strip());
      }
    }
    return TrainingPlan.of(knobs);
  }

  private Knob knob(String key) {
    for (Knob knob : Knob.values()) {
      if (knob.key().equals(key)) {
        return knob;
      }
    }
    throw new IllegalArgumentException("Plan \"" + name + "\": there is no knob \"" + key + "\".");
  }
}
