package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backpropnet.data.Column;
import org.backpropnet.data.NumbersInText;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;

/**
 * How much processor time a training will take, reckoned from the size of the table and the plan:
 * products of a pass forwards and backwards, times passes, by a rate. The rates are those of one
 * core of a server of 2023 with JDK 17; that, and how soon a training on a small table finds
 * nothing left to gain, leave an uncertainty of about {@link #FACTOR}.
 */
public final class TimeEstimate {
  /** The truth may be so many times more, or less. */
  public static final int FACTOR = 3;

  /** Shorter trainings are not announced. */
  public static final double LONG_SECONDS = 5;

  /** Products per second in double precision, activations included. */
  private static final double DOUBLE_RATE = 1e9;

  /** The same of minibatches in single precision. */
  private static final double FLOAT_RATE = 1.2e10;

  /** Weights that an optimiser moves per second. */
  private static final double MOVES = 1e9;

  /** A label costs so many products of a minibatch: its weights lie far from those of the next. */
  private static final double LABEL = 4;

  /** Forwards, and backwards for the units below and for the weights. */
  private static final double PASSES = 3;

  /** Of at most 100 steps of L-BFGS so many are taken before they bring little. */
  private static final double USUAL_SHARE = 0.6;

  /** What the two hold-outs of a race learn from: two thirds of the rows each. */
  private static final double RACE_ROWS = 2 * 2 / 3.0;

  /** Candidates of a race and steps of each, as they usually come, on both hold-outs. */
  private static final double RACE_STEPS = 4.5 * 25 * RACE_ROWS;

  /** Passes over the rows that cost as much as a step of L-BFGS in its own memory: per weight. */
  private static final double MEMORY = 50;

  /** Loading classes, and what Java compiles. */
  private static final double BEGIN = 0.3;

  private final Size size;
  private final TrainingPlan plan;

  /**
   * What the time depends on.
   *
   * @param rows sum of the weights of the rows to learn from
   * @param numbers number columns, the target not counted
   * @param categories columns of labels, the target not counted
   * @param labels labels of all of them together
   * @param classes of the target; 0 for a number
   */
  public record Size(double rows, int numbers, int categories, long labels, int classes) {
    /**
     * The size of a table.
     *
     * @param raw the user's rows
     * @param name the column to predict
     * @return its size
     */
    public static Size of(Table raw, String name) {
      int target = raw.indexOf(name);
      int[] rows = Split.usable(raw, target);
      Table table = NumbersInText.of(raw, rows, target);
      double weight = 0;
      for (int row : rows) {
        weight += table.weight(row);
      }
      int numbers = 0;
      int categories = 0;
      long labels = 0;
      int classes = 0;
      for (int c = 0; c < table.columns().size(); c++) {
        if (table.columns().get(c) instanceof Column.Nominal nominal) {
          int count = nominal.labels().size();
          classes = c == target ? count : classes;
          categories += c == target ? 0 : 1;
          // Labels of one row share an input.
          labels += c == target ? 0 : Math.min(count, 1 + rows.length / 2);
        } else {
          numbers += c == target ? 0 : 1;
        }
      }
      return new Size(weight, numbers, categories, labels, classes);
    }
  }

  private TimeEstimate(Size size, TrainingPlan plan) {
    this.size = size;
    this.plan = plan;
  }

  /**
   * Reckons.
   *
   * @param size the table's
   * @param plan what the user decided
   * @return seconds of processor time, all threads together
   * @throws IllegalArgumentException if settings of the plan exclude each other
   */
  public static double seconds(Size size, TrainingPlan plan) {
    double seconds = new TimeEstimate(size, plan).seconds();
    double budget = plan.stopping().timeBudgetSeconds();
    return budget > 0 ? Math.min(budget, seconds) : seconds;
  }

  /**
   * Tells the time of a plan, and beside it that of the other presets.
   *
   * @param size the table's
   * @param plan what the user decided
   * @return a sentence
   */
  public static String words(Size size, TrainingPlan plan) {
    List<String> others = new ArrayList<>();
    for (Preset preset : List.of(Preset.FAST, Preset.GOOD, Preset.BEST)) {
      if (preset != plan.run().preset()) {
        double seconds = seconds(size, plan.with(Knob.PRESET, preset.label()));
        others.add(preset.label() + " about " + rounded(seconds));
      }
    }
    return "This training takes about "
        + rounded(seconds(size, plan))
        + " of processor time, "
        + FACTOR
        + " times more or less (preset "
        + String.join(", ", others)
        + ").";
  }

  /**
   * What to tell before a training that is worth waiting for.
   *
   * @param table the user's rows
   * @param target the column to predict
   * @param plan what the user decided
   * @return a sentence; empty if it will hardly take longer than {@link #LONG_SECONDS}
   * @throws IllegalArgumentException if settings of the plan exclude each other, or there is no
   *     such column
   */
  public static Optional<String> announcement(Table table, String target, TrainingPlan plan) {
    Size size = Size.of(table, target);
    return seconds(size, plan) < LONG_SECONDS ? Optional.empty() : Optional.of(words(size, plan));
  }

  /** No more digits than are known. */
  private static String rounded(double seconds) {
    if (seconds < 1) {
      return "a second";
    }
    double unit = seconds < 120 ? 1 : seconds < 7_200 ? 60 : 3_600;
    double count = seconds / unit;
    double step = count < 10 ? 1 : count < 100 ? 5 : 50;
    long shown = (long) (Math.rint(count / step) * step);
    String name = unit == 1 ? "second" : unit == 60 ? "minute" : "hour";
    return shown + " " + name + (shown == 1 ? "" : "s");
  }

  private double seconds() {
    double held = Defaults.validationShare(plan, size.rows());
    double rows = size.rows() * (1 - held);
    List<NumberCoding> codings =
        size.numbers() > 0
            ? Defaults.numberCodings(plan, size.rows())
            : List.of(NumberCoding.SCALED);
    boolean races = Defaults.races(plan, size.rows());
    double tries = Defaults.tries(plan, size.rows()) ? Defaults.trialEpochs(plan, size.rows()) : 0;
    double seconds = BEGIN;
    double most = 0;
    for (NumberCoding coding : codings) {
      Recipe recipe = Defaults.resolve(plan, shape(rows, coding));
      double epoch = epoch(recipe, coding, rows);
      seconds += races ? RACE_STEPS * epoch : codings.size() > 1 ? tries * epoch : 0;
      double networks = recipe.restarts() + (races ? asked(recipe) : 0);
      most = Math.max(most, networks * epochs(recipe) * epoch);
    }
    return seconds + most;
  }

  /**
   * Networks that are trained on each hold-out to ask how sure answers are; two thirds of the rows.
   */
  private double asked(Recipe recipe) {
    return RACE_ROWS * (size.classes() > 0 ? 1 : Math.min(3, recipe.voters()));
  }

  private Defaults.Shape shape(double rows, NumberCoding coding) {
    long inputs = (long) size.numbers() * Math.max(1, coding.bins()) + size.labels();
    int outputs = size.classes() > 2 ? size.classes() : 1;
    return new Defaults.Shape(
        rows, (int) Math.min(Integer.MAX_VALUE, inputs), outputs, size.classes());
  }

  private double epochs(Recipe recipe) {
    boolean flat = Defaults.endsWhenFlat(plan, size.rows());
    return recipe.epochs() * (flat ? USUAL_SHARE : 1);
  }

  private double epoch(Recipe recipe, NumberCoding coding, double rows) {
    NetworkSpec spec = recipe.spec();
    double first = spec.layers().get(0).units();
    double above = 0;
    double weights = first * spec.inputs();
    for (int l = 1; l < spec.layers().size(); l++) {
      above += (double) spec.layers().get(l).units() * spec.inputsOf(l);
    }
    weights += above;
    if (recipe.batchSize() == 0) {
      double numbers = size.numbers() * Math.max(1, coding.bins() / 2.0);
      double products = PASSES * (first * (numbers + size.categories() + 1) + above);
      boolean remembers = recipe.optimizer() instanceof Optimizer.Lbfgs;
      return (rows * products + (remembers ? MEMORY * weights : 0)) / DOUBLE_RATE;
    }
    double numbers = size.numbers() * (coding.bins() > 0 ? 2.0 : 1);
    double below = first * (numbers + LABEL * size.categories() + 1);
    double steps = Math.max(1, rows / recipe.batchSize());
    return rows * PASSES * (below + above) / FLOAT_RATE + steps * weights / MOVES;
  }
}
