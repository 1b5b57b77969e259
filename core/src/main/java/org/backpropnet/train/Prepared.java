package org.backpropnet.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.Decimal;

/** The user's table, ready to learn from: rows chosen, columns coded, plan resolved. */
record Prepared(
    Encoder encoder, Recipe recipe, Dataset training, Dataset validation, List<String> notes) {
  /**
   * Weights times rows of a minibatch that are worth a thread: less, and it waits for the others.
   */
  private static final double NUMBERS_PER_THREAD = 3e6;

  /** Looks at the table and decides; what was decided before, if not null, holds again. */
  static Prepared from(Table table, String targetName, TrainingPlan plan, Recipe decided) {
    int target = table.indexOf(targetName);
    List<String> notes = new ArrayList<>();
    int[] rows = usable(table, target, notes);
    double total = weight(table, rows);
    double share = Defaults.validationShare(plan, total);
    Split split = Split.stratified(table, target, rows, new Split.Share(share, plan.run().seed()));
    Encoder encoder = EncoderFit.fit(table, split.training(), target, Defaults.output(plan));
    notes.addAll(encoder.notes());
    MemoryNeed.requireForRows(encoder, rows.length);
    Dataset training = encode(encoder, table, split.training(), plan);
    Dataset validation = null;
    int[] checkable = known(table, target, split.validation(), encoder);
    if (checkable.length > 0) {
      validation = encode(encoder, table, checkable, plan);
      notes.add(checkable.length + " rows are held out to find the best epoch.");
    }
    Recipe recipe = decided == null ? Defaults.resolve(plan, shape(encoder, training)) : decided;
    MemoryNeed.requireForNetwork(recipe, training.rows(), encoder);
    Prepared prepared = new Prepared(encoder, recipe, training, validation, notes);
    if (decided != null || prepared.constant() || !Defaults.racesDecay(plan, total)) {
      return prepared;
    }
    double strength = new DecayRace(table, target, split.training(), plan).strength();
    double price = strength / training.totalWeight();
    notes.add(
        "Weight decay "
            + Labels.rounded(price)
            + ", that is "
            + Labels.rounded(strength)
            + " / rows, won a race on held-out rows; then all rows were learned from.");
    Recipe chosen = recipe.withPenalty(new Penalty(plan.restraint().l1(), price));
    return new Prepared(encoder, chosen, training, validation, notes);
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
