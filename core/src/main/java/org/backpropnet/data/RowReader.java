package org.backpropnet.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of tables with given columns as the inputs of a network. */
public final class RowReader {
  private final Encoder encoder;
  private final int[] column;
  private final int[][] inputOfLabel;

  /** Of the columns that are thermometers. */
  private final Marks[] marks;

  private RowReader(Encoder encoder, int[] column, int[][] inputOfLabel) {
    this.encoder = encoder;
    this.column = column;
    this.inputOfLabel = inputOfLabel;
    marks = new Marks[column.length];
    for (int i = 0; i < marks.length; i++) {
      boolean any = encoder.codes().get(i) instanceof InputCode.Thermometer;
      marks[i] = any ? new Marks((InputCode.Thermometer) encoder.codes().get(i)) : null;
    }
  }

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
    return new RowReader(encoder, column, inputOfLabel);
  }

  private static String twice(InputCode code) {
    return "has two columns named \"" + code.name() + "\" (rename one of them)";
  }

  private static String fault(InputCode code, Column found) {
    if (found == null) {
      return "has no \"" + code.name() + "\"";
    }
    boolean numeric = found instanceof Column.Numeric;
    if (numeric != code.numeric()) {
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

  /**
   * Reads one row.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @param into overwritten
   */
  public void read(Table table, int row, EncodedRow into) {
    int[] active = into.active();
    int block = 0;
    int thermometer = 0;
    for (int i = 0; i < column.length; i++) {
      InputCode code = encoder.codes().get(i);
      if (code instanceof InputCode.Number n) {
        double value = table.value(row, column[i]);
        boolean there = Double.isFinite(value);
        into.dense()[n.input()] = there ? scaled(value, n) : 0;
        if (n.missingInput() >= 0) {
          active[block++] = there ? -1 : n.missingInput();
        }
      } else if (code instanceof InputCode.Thermometer t) {
        double value = table.value(row, column[i]);
        boolean there = Double.isFinite(value);
        int bin = there ? marks[i].bin(value) : -1;
        into.bins()[thermometer] = bin;
        into.fractions()[thermometer++] = there ? marks[i].fraction(value, bin) : 0;
        if (t.missingInput() >= 0) {
          active[block++] = there ? -1 : t.missingInput();
        }
      } else if (code instanceof InputCode.Category c) {
        double value = table.value(row, column[i]);
        active[block++] = Double.isNaN(value) ? c.missingInput() : inputOfLabel[i][(int) value];
      }
    }
  }

  /**
   * Counts cells that this row brings and training never saw: missing ones in a column that was
   * always there, and labels without an input of their own.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @return [missing cells, unseen labels]
   */
  public int[] surprises(Table table, int row) {
    int[] count = new int[2];
    for (int i = 0; i < column.length; i++) {
      InputCode code = encoder.codes().get(i);
      if (code instanceof InputCode.Dropped) {
        continue;
      }
      double value = table.value(row, column[i]);
      if (code.numeric()) {
        count[0] += Double.isFinite(value) ? 0 : 1;
      } else if (Double.isNaN(value)) {
        count[0]++;
      } else {
        int input = inputOfLabel[i][(int) value];
        count[1] += input < 0 || input == ((InputCode.Category) code).otherInput() ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Reads one row as one long vector, zeros included: what a textbook network sees.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @return [inputs]
   */
  public double[] vector(Table table, int row) {
    EncodedRow coded = EncodedRow.of(encoder);
    read(table, row, coded);
    double[] vector = Arrays.copyOf(coded.dense(), encoder.inputs());
    for (int input : coded.active()) {
      if (input >= 0) {
        vector[input] = 1;
      }
    }
    int[] starts = encoder.thermometerStarts();
    for (int t = 0; t < coded.bins().length; t++) {
      int bin = coded.bins()[t];
      if (bin >= 0) {
        Arrays.fill(vector, starts[t], starts[t] + bin, 1);
        vector[starts[t] + bin] = coded.fractions()[t];
      }
    }
    return vector;
  }

  private static double scaled(double value, InputCode.Number code) {
    // Halved first: the distance between two numbers near the largest double would overflow.
    double distance = 2 * ((0.5 * value - 0.5 * code.center()) / code.scale());
    return Math.max(-Encoder.LIMIT, Math.min(Encoder.LIMIT, distance));
  }
}
