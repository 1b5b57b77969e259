package org.backpropnet.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.CodingNotes;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.NumberBins;
import org.backpropnet.data.NumbersInText;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.Decimal;
import org.backpropnet.network.NetworkSpec;

/**
 * The user's table, ready to learn from: rows chosen, columns coded, plan resolved. Where a race
 * decided, what its rows held out say about networks like those to come.
 */
record Prepared(
    Encoder encoder,
    Recipe recipe,
    Dataset training,
    Dataset validation,
    Calibration raced,
    List<String> notes) {
  /**
   * Weights times rows of a minibatch that are worth a thread: less, and it waits for the others.
   */
  private static final double NUMBERS_PER_THREAD = 3e6;

  /** Looks at the table and decides; what was decided before, if not null, holds again. */
  static Prepared from(Table raw, String targetName, TrainingPlan plan, Trained before) {
    Recipe decided = before == null ? null : before.recipe();
    int target = raw.indexOf(targetName);
    List<String> notes = new ArrayList<>();
    int[] rows = usable(raw, target, notes);
    Table table = NumbersInText.of(raw, rows, target);
    notes.addAll(table.notes());
    double total = weight(table, rows);
    double share = Defaults.validationShare(plan, total);
    Split split = Split.stratified(table, target, rows, new Split.Share(share, plan.run().seed()));
    int[] learned = split.training();
    Race.Winner winner = decided == null ? race(table, target, learned, plan, total) : null;
    NumberCoding coding =
        decided != null
            ? decided.numbers()
            : winner != null ? winner.coding() : coding(table, target, plan, total, notes);
    NumberBins bins = Defaults.bins(coding, plan, total);
    Encoder encoder = EncoderFit.fit(table, learned, target, Defaults.output(plan), bins);
    notes.addAll(CodingNotes.of(encoder, table, learned));
    notes.addAll(bins.most() == 0 ? CodingNotes.uneven(encoder) : List.of());
    MemoryNeed.requireForRows(encoder, rows.length);
    Dataset training = encode(encoder, table, learned, plan);
    int[] checkable = known(table, target, split.validation(), encoder);
    Dataset validation = checkable.length == 0 ? null : encode(encoder, table, checkable, plan);
    notes.addAll(heldOut(checkable.length, plan));
    Recipe recipe = decided == null ? Defaults.resolve(plan, shape(encoder, training)) : decided;
    if (winner != null) {
      recipe = won(recipe, winner, training, plan, notes);
    } else if (decided == null) {
      recipe = recipe.withNumbers(coding);
    }
    MemoryNeed.requireForNetwork(recipe, training.rows(), encoder);
    Calibration raced = before == null ? Calibration.NONE : before.calibration();
    if (winner != null && validation == null) {
      raced = winner.calibration(plan);
    }
    return new Prepared(encoder, recipe, training, validation, raced, notes);
  }

  private static List<String> heldOut(int rows, TrainingPlan plan) {
    if (rows > 0) {
      return List.of(rows + " rows are held out to find the best epoch.");
    }
    String idle = "Patience has nothing to watch: no rows are held out.";
    return plan.stopping().patience() > 0 ? List.of(idle) : List.of();
  }

  /** What rows that were held out say about networks that have learned. */
  Calibration calibration(TrainingPlan plan, NetworkSpec spec, List<Best> members) {
    if (validation == null) {
      return raced;
    }
    Calibrator calibrator = new Calibrator(plan);
    if (calibrator.asks(encoder.target())) {
      List<float[]> weights = members.stream().map(Best::parameters).toList();
      calibrator.add(spec, weights, validation, encoder.target());
    }
    return calibrator.calibration();
  }

  /** What a race on held-out rows decides; null where there is none. */
  private static Race.Winner race(
      Table table, int target, int[] rows, TrainingPlan plan, double total) {
    return Defaults.races(plan, total) && differ(table, target, rows)
        ? new Race(table, target, rows, plan).winner(codings(table, target, plan, total))
        : null;
  }

  /** Where short trials decide, the coding whose network answers held-out rows better. */
  private static NumberCoding coding(
      Table table, int target, TrainingPlan plan, double total, List<String> notes) {
    List<NumberCoding> codings = codings(table, target, plan, total);
    if (codings.size() == 1 || !Defaults.tries(plan, total)) {
      return codings.get(0);
    }
    NumberCoding best = codings.get(0);
    double lowest = Double.POSITIVE_INFINITY;
    for (NumberCoding coding : codings) {
      double loss = trial(table, target, plan, coding, total);
      if (loss < lowest) {
        lowest = loss;
        best = coding;
      }
    }
    notes.add("In short trials, " + words(best) + " answered held-out rows best.");
    return best;
  }

  /** The lowest loss of a short training on the rows that the whole training holds out, too. */
  private static double trial(
      Table table, int target, TrainingPlan plan, NumberCoding coding, double total) {
    TrainingPlan one =
        plan.with(Knob.NUMBERS, coding.toString())
            .with(Knob.RESTARTS, "1")
            .with(Knob.EPOCHS, String.valueOf(Defaults.trialEpochs(plan, total)));
    String name = table.columns().get(target).name();
    return Training.start(table, name, one).run(EpochListener.SILENT).best().loss();
  }

  private static String words(NumberCoding coding) {
    return coding.bins() == 0
        ? "numbers as they are"
        : "numbers in up to " + coding.bins() + " bins";
  }

  /** Without number columns there is nothing to choose. */
  private static List<NumberCoding> codings(
      Table table, int target, TrainingPlan plan, double total) {
    List<NumberCoding> codings = Defaults.numberCodings(plan, total);
    boolean numbers = false;
    for (int c = 0; c < table.columns().size(); c++) {
      numbers |= c != target && table.columns().get(c) instanceof Column.Numeric;
    }
    return numbers ? codings : codings.subList(0, 1);
  }

  /** Whether there is anything to learn. */
  private static boolean differ(Table table, int target, int[] rows) {
    for (int row : rows) {
      if (table.value(row, target) != table.value(rows[0], target)) {
        return true;
      }
    }
    return false;
  }

  private static Recipe won(
      Recipe recipe, Race.Winner winner, Dataset training, TrainingPlan plan, List<String> notes) {
    String coding = words(winner.coding());
    Recipe coded = recipe.withNumbers(winner.coding());
    if (plan.restraint().weightDecay().isPresent()) {
      notes.add("A race on held-out rows was won by " + coding + ".");
      return coded;
    }
    double price = winner.strength() / training.totalWeight();
    notes.add(
        "Weight decay "
            + Labels.rounded(price)
            + ", that is "
            + Labels.rounded(winner.strength())
            + " / rows, and "
            + coding
            + " won a race on held-out rows; then all rows were learned from.");
    return coded.withPenalty(new Penalty(plan.restraint().l1(), price));
  }

  private static int[] usable(Table table, int target, List<String> notes) {
    int[] rows = Split.usable(table, target);
    if (rows.length == 0) {
      throw new DataException(
          "The table has no row to learn from: "
              + table.rowCount()
              + " rows, none with a weight above 0 and a \""
              + table.columns().get(target).name()
              + "\" that is there.");
    }
    int unknown = 0;
    for (int row = 0; row < table.rowCount(); row++) {
      // A row of weight 0 counts as absent: it leaves no trace in the model, not even a note.
      unknown += table.weight(row) > 0 && !Double.isFinite(table.value(row, target)) ? 1 : 0;
    }
    if (unknown > 0) {
      notes.add(unknown + " rows are left out: their target is missing.");
    }
    return rows;
  }

  static Dataset encode(Encoder encoder, Table table, int[] rows, TrainingPlan plan) {
    Dataset data = Dataset.encode(encoder, table, rows);
    return plan.restraint().classBalancing() ? data.balanced(classes(encoder)) : data;
  }

  static Defaults.Shape shape(Encoder encoder, Dataset training) {
    int classes = classes(encoder);
    return new Defaults.Shape(training.totalWeight(), encoder.inputs(), outputs(encoder), classes);
  }

  /** Outputs of the network: two classes share one. */
  static int outputs(Encoder encoder) {
    return classes(encoder) > 2 ? classes(encoder) : 1;
  }

  private static int classes(Encoder encoder) {
    return encoder.target() instanceof TargetCode.Classes c ? c.labels().size() : 0;
  }

  private static double weight(Table table, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += table.weight(row);
    }
    return sum;
  }

  static int[] known(Table table, int target, int[] rows, Encoder encoder) {
    Column column = table.columns().get(target);
    int[] classOf = Dataset.classIndex(encoder.target(), column);
    if (classOf == null) {
      return rows;
    }
    int[] found = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (classOf[(int) table.value(row, target)] >= 0) {
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether all training rows have the same answer, so that there is nothing to learn. */
  boolean constant() {
    if (encoder.target() instanceof TargetCode.Classes c) {
      return c.labels().size() < 2;
    }
    TargetCode.Number number = (TargetCode.Number) encoder.target();
    return number.low() == number.high();
  }

  /** What the model says about itself when there is nothing to learn. */
  String constantNote() {
    String answer =
        encoder.target() instanceof TargetCode.Classes c
            ? "\"" + c.labels().get(0) + "\""
            : Decimal.text(((TargetCode.Number) encoder.target()).low());
    return "Every training row has the same target, so the model always answers " + answer + ".";
  }

  /** The user's number of threads, or as many as the work is worth. */
  int threads(TrainingPlan plan) {
    int firstUnits = recipe.spec().layers().get(0).units();
    double numbers = (double) activeInputs() * firstUnits + recipe.spec().parameterCount();
    int batch = recipe.batchSize() == 0 ? Math.min(512, training.rows()) : recipe.batchSize();
    int worth = (int) Math.min(8, numbers * batch / NUMBERS_PER_THREAD);
    int auto = Math.max(1, Math.min(worth, Team.free()));
    return plan.run().threads().orElse(auto);
  }

  /** Inputs that differ from 0 in one row. */
  int activeInputs() {
    return encoder.activeInputs();
  }
}
