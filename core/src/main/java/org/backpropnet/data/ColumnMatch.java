package org.backpropnet.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the columns that a model learned from in another table, by their names. */
final class ColumnMatch {
  private ColumnMatch() {}

  /**
   * Binds a model's coding to a table's columns.
   *
   * @param encoder how rows are coded
   * @param columns the table's
   * @return a reader of its rows
   * @throws DataException if columns are missing, of another kind or there twice; all are named
   */
  static RowReader bind(Encoder encoder, List<Column> columns) {
    List<InputCode> codes = encoder.codes();
    Map<String, Integer> byName = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      if (byName.put(columns.get(c).name(), c) != null) {
        twice.add(columns.get(c).name());
      }
    }
    List<String> faults = new ArrayList<>();
    int[] column = new int[codes.size()];
    int[][] inputOfLabel = new int[codes.size()][];
    double[][] numberOfLabel = new double[codes.size()][];
    for (int i = 0; i < column.length; i++) {
      InputCode code = codes.get(i);
      column[i] = byName.getOrDefault(code.name(), -1);
      if (code instanceof InputCode.Dropped) {
        continue;
      }
      Column found = column[i] < 0 ? null : columns.get(column[i]);
      String fault = twice.contains(code.name()) ? twice(code) : fault(code, found);
      if (fault != null) {
        faults.add(fault);
      } else if (code instanceof InputCode.Category c) {
        inputOfLabel[i] = inputs(c, ((Column.Nominal) found).labels());
      } else if (found instanceof Column.Nominal texts) {
        numberOfLabel[i] = NumbersInText.numbers(texts.labels());
      }
    }
    if (!faults.isEmpty()) {
      throw new DataException(
          "This model expects the columns "
              + codes.stream().map(InputCode::name).toList()
              + "; the table "
              + String.join(", and ", faults)
              + ".");
    }
    return new RowReader(encoder, column, inputOfLabel, numberOfLabel);
  }

  private static String twice(InputCode code) {
    return "has two columns named \"" + code.name() + "\" (rename one of them)";
  }

  private static String fault(InputCode code, Column found) {
    if (found == null) {
      return "has no \"" + code.name() + "\"";
    }
    boolean numeric = found instanceof Column.Numeric;
    boolean texts = found instanceof Column.Nominal n && NumbersInText.numbers(n.labels()) != null;
    if (numeric != code.numeric() && !(code.numeric() && texts)) {
      return "has \""
          + code.name()
          + "\" as "
          + (numeric ? "numbers instead of categories" : "categories instead of numbers");
    }
    return null;
  }

  private static int[] inputs(InputCode.Category code, List<String> labels) {
    Map<String, Integer> level = new HashMap<>();
    for (int l = 0; l < code.levels().size(); l++) {
      level.put(code.levels().get(l), code.firstInput() + l);
    }
    int[] inputs = new int[labels.size()];
    for (int l = 0; l < inputs.length; l++) {
      inputs[l] = level.getOrDefault(labels.get(l), code.otherInput());
    }
    return inputs;
  }
}
