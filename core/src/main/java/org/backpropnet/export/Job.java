package org.backpropnet.export;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.NumbersInText;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;

/**
 * What is to be written.
 *
 * @param model the network
 * @param table has its columns
 * @param rows so many of its rows, from the first
 * @param used columns that the network looks at; they stand side by side on the sheet of rows
 * @param truth index of the target in the table, or -1
 */
record Job(Model model, Table table, int rows, List<InputCode> used, int truth) {
  static Job of(Model model, Table raw, int rows) {
    model.bind(raw.columns());
    Table table = NumbersInText.of(raw, model.encoder());
    List<InputCode> used = new ArrayList<>(model.encoder().codes());
    used.removeIf(code -> code instanceof InputCode.Dropped);
    List<String> names = table.columns().stream().map(Column::name).toList();
    int truth = names.indexOf(model.target());
    return new Job(model, table, Math.min(rows, table.rowCount()), used, truth);
  }

  /** Whether there is no network, because all rows had the same answer. */
  boolean constant() {
    return model.trained().best() == null;
  }
}
