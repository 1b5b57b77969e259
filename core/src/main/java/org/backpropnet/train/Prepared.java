package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;

/** The user's table, ready to learn from: rows chosen, columns coded, plan resolved. */
record Prepared(
    Encoder encoder, Recipe recipe, Dataset training, Dataset validation, List<String> notes) {

  /** Looks at the table and decides. */
  static Prepared from(Table table, String targetName, TrainingPlan plan) {
    int target = table.indexOf(targetName);
    int[] rows = Split.usable(table, target);
    List<String> notes = new ArrayList<>();
    if (rows.length == 0) {
      throw new DataException(
          "The table has no row to learn from: "
              + table.rowCount()
              + " rows, none with a weight above 0 and a \""
              + targetName
              + "\" that is there.");
    }
    if (rows.length < table.rowCount()) {
      int left = table.rowCount() - rows.length;
      notes.add(left + " rows are left out: their weight is 0 or their target is missing.");
    }
    double share = Defaults.validationShare(plan, weight(table, rows));
    Split split =
        Split.stratified(table, target, rows, new Split.Share(share, plan.run().seed()));
    Encoder encoder =
        EncoderFit.fit(table, split.training(), target, Defaults.output(plan));
    notes.addAll(encoder.notes());
    int classes =
        encoder.target() instanceof TargetCode.Classes c ? c.labels().size() : 0;
    Dataset training = Dataset.encode(encoder, table, split.training());
    training = plan.restraint().classBalancing() ? training.balanced(classes) : training;
    Dataset validation = null;
    int[] checkable = known(table, target, split.validation(), encoder);
    if (checkable.length > 0) {
      validation = Dataset.encode(encoder, table, checkable);
      validation = plan.restraint().classBalancing() ? validation.balanced(classes) : validation;
      notes.add(checkable.length + " rows are held out to find the best epoch.");
    }
    int outputs = classes > 2 ? classes : 1;
    Defaults.Shape shape =
        new Defaults.Shape(training.totalWeight(), encoder.inputs(), outputs, classes);
    return new Prepared(encoder, Defaults.resolve(plan, shape), training, validation, notes);
  }

  private static double weight(Table table, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += table.weight(row);
    }
    return sum;
  }

  private static int[] known(Table table, int target, int[] rows, Encoder encoder) {
    Column column = table.columns().get(target);
    int[] classOf = Dataset.classIndex(encoder.target(), column);
    if (classOf == null) {
      return rows;
    }
    return java.util.Arrays.stream(rows)
        .filter(row -> classOf[(int) table.value(row, target)] >= 0)
        .toArray();
  }

  /** Whether all training rows have the same answer, so that there is nothing to learn. */
  boolean constant() {
    if (encoder.target() instanceof TargetCode.Classes c) {
      return c.labels().size() < 2;
    }
    TargetCode.Number number = (TargetCode.Number) encoder.target();
    return number.low() == number.high();
  }

  /** Inputs that differ from 0 in one row. */
  int activeInputs() {
    return encoder.denseInputs() + encoder.blocks();
  }
}
