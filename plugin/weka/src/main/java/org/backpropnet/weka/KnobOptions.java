package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import weka.core.Option;
import weka.core.Utils;

/** The knobs of a training plan as command-line options. */
public abstract class KnobOptions extends CommonProperties {
  private static final long serialVersionUID = 1;

  private KnobSettings settings = new KnobSettings();

  /**
   * The plan that the options make.
   *
   * @return with this classifier's seed
   */
  public TrainingPlan trainingPlan() {
    return settings.plan().withSeed(getSeed());
  }

  /**
   * A training goes on with the settings that it began with; whoever asks for others shall know.
   *
   * @param before the plan that the training began with
   * @throws IllegalArgumentException if an option that is not at its default differs from it
   */
  protected void requireSameAs(TrainingPlan before) {
    TrainingPlan now = trainingPlan();
    for (Knob knob : Knob.values()) {
      boolean free = knob == Knob.RESUMABLE || knob == Knob.THREADS;
      String text = knob.text(now);
      if (!free && !text.equals(knob.defaultText()) && !text.equals(knob.text(before))) {
        throw new IllegalArgumentException(
            "Option -"
                + KnobFlags.flag(knob)
                + " is "
                + text
                + ", but the model that is to go on training began with "
                + knob.text(before)
                + ". Set it to that or to its default, or train a new model.");
      }
    }
  }

  /** What the user set, the seed excepted. */
  KnobSettings settings() {
    return settings;
  }

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> options = new ArrayList<>();
    for (Knob knob : Knob.values()) {
      if (knob != Knob.SEED) {
        options.add(KnobFlags.option(knob));
      }
    }
    options.addAll(Collections.list(super.listOptions()));
    return Collections.enumeration(options);
  }

  @Override
  public String[] getOptions() {
    List<String> options = new ArrayList<>();
    for (Knob knob : Knob.values()) {
      if (KnobFlags.alone(knob)) {
        if (settings.yes(knob)) {
          options.add("-" + KnobFlags.flag(knob));
        }
      } else if (knob != Knob.SEED) {
        options.add("-" + KnobFlags.flag(knob));
        options.add(settings.text(knob));
      }
    }
    Collections.addAll(options, super.getOptions());
    return options.toArray(new String[0]);
  }

  /**
   * Sets every option: those that are not named go back to their defaults.
   *
   * @param options names and values; what was understood is blanked
   * @throws Exception naming the option, its value and what is allowed; then nothing was changed
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    checkNumber(KnobFlags.flag(Knob.SEED), "seed", Integer.MIN_VALUE, options);
    checkNumber("num-decimal-places", "the number of decimal places", 0, options);
    KnobSettings read = new KnobSettings();
    for (Knob knob : Knob.values()) {
      if (KnobFlags.alone(knob)) {
        read.set(knob, String.valueOf(Utils.getFlag(KnobFlags.flag(knob), options)));
      } else if (knob != Knob.SEED && Utils.getOptionPos(KnobFlags.flag(knob), options) >= 0) {
        read(knob, Utils.getOption(KnobFlags.flag(knob), options), read);
      }
    }
    String[] before = super.getOptions();
    try {
      super.setOptions(options);
    } catch (Exception e) {
      super.setOptions(before);
      throw e;
    }
    settings = read;
  }

  private static void read(Knob knob, String text, KnobSettings into) throws Exception {
    try {
      into.set(knob, text);
    } catch (IllegalArgumentException e) {
      throw new Exception("Option -" + KnobFlags.flag(knob) + ": " + e.getMessage(), e);
    }
  }

  /** Some numbers are read by Weka's own classes, which explain nothing. */
  private static void checkNumber(String flag, String name, int least, String[] options)
      throws Exception {
    int at = Utils.getOptionPos(flag, options);
    if (at < 0 || at + 1 >= options.length) {
      return;
    }
    String rule =
        ("Option -" + flag + ": " + name + " is \"" + options[at + 1] + "\", but it must be")
            + (" a whole number from " + least + " to " + Integer.MAX_VALUE + ".");
    try {
      if (Integer.parseInt(options[at + 1]) >= least) {
        return;
      }
    } catch (NumberFormatException e) {
      throw new Exception(rule, e);
    }
    throw new Exception(rule);
  }
}
