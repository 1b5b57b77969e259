package org.backpropnet.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table whose labels were read as numbers where they really are numbers or dates, as happens when
 * a host took a column for categories because of an "n/a" in it. What is no number there counts as
 * missing. All other columns are left as they are, and so is the target, whose kind hosts rely on.
 */
public final class NumbersInText implements Table {
  private final Table table;
  private final List<Column> columns;
  private final double[][] numberOf;
  private final List<String> notes;

  private NumbersInText(Table table, double[][] numberOf, List<String> notes) {
    this.table = table;
    this.numberOf = numberOf;
    this.notes = List.copyOf(notes);
    List<Column> read = new ArrayList<>(table.columns());
    for (int c = 0; c < numberOf.length; c++) {
      if (numberOf[c] != null) {
        read.set(c, new Column.Numeric(read.get(c).name()));
      }
    }
    columns = List.copyOf(read);
  }

  /**
   * Decides from the rows to learn from: labels are numbers if ten of them or more are different
   * numbers or dates, if at most one row in twenty has another text, marks such as "n/a" not
   * counted, and if something shows that they became labels by accident: such a text, a fraction or
   * a date. Whole numbers alone, or such as 007, may be codes.
   *
   * @param table the user's table
   * @param rows rows to learn from
   * @param target index of the column to predict
   * @return the same table if there are no such columns
   */
  public static Table of(Table table, int[] rows, int target) {
    double[][] numberOf = new double[table.columns().size()][];
    List<String> notes = new ArrayList<>(table.notes());
    for (int c = 0; c < numberOf.length; c++) {
      boolean labels = table.columns().get(c) instanceof Column.Nominal n && !n.asked();
      if (labels && c != target) {
        numberOf[c] = numbers(table, rows, c, notes);
      }
    }
    return any(numberOf) ? new NumbersInText(table, numberOf, notes) : table;
  }

  /**
   * Reads a table as a model's columns want it.
   *
   * @param table has the model's columns
   * @param encoder says which of them are numbers
   * @return the same table if it has numbers wherever the model has
   */
  public static Table of(Table table, Encoder encoder) {
    double[][] numberOf = new double[table.columns().size()][];
    for (InputCode code : encoder.codes()) {
      for (int c = 0; c < numberOf.length; c++) {
        Column column = table.columns().get(c);
        if (code.numeric() && column.name().equals(code.name())) {
          numberOf[c] = column instanceof Column.Nominal n ? numbers(n.labels()) : null;
        }
      }
    }
    return any(numberOf) ? new NumbersInText(table, numberOf, table.notes()) : table;
  }

  private static boolean any(double[][] numberOf) {
    return Arrays.stream(numberOf).anyMatch(numbers -> numbers != null);
  }

  /** The number of each label; NaN for those that are none; null if all are. */
  static double[] numbers(List<String> labels) {
    double[] numbers = labels.stream().mapToDouble(NumberText::of).toArray();
    boolean none = labels.size() > 0 && Arrays.stream(numbers).allMatch(Double::isNaN);
    return none ? null : numbers;
  }

  private static double[] numbers(Table table, int[] rows, int column, List<String> notes) {
    List<String> labels = ((Column.Nominal) table.columns().get(column)).labels();
    // Fewer labels are no numbers in any case, and most columns have fewer.
    if (labels.size() < TextTally.FEWEST) {
      return null;
    }
    double[] weight = new double[labels.size()];
    for (int row : rows) {
      double value = table.value(row, column);
      if (!Double.isNaN(value)) {
        weight[(int) value] += table.weight(row);
      }
    }
    TextTally tally = new TextTally();
    double[] numbers = new double[weight.length];
    List<String> others = new ArrayList<>();
    for (int l = 0; l < weight.length; l++) {
      numbers[l] = weight[l] > 0 ? tally.take(labels.get(l), weight[l]) : Double.NaN;
      if (weight[l] > 0 && Double.isNaN(numbers[l])) {
        others.add(labels.get(l));
      }
    }
    if (!tally.areNumbers() || !tally.slipped()) {
      return null;
    }
    notes.add(note(table.columns().get(column).name(), tally.areDates(), others));
    return numbers;
  }

  private static String note(String name, boolean dates, List<String> others) {
    String what = dates ? "dates, which count as milliseconds since 1970" : "numbers";
    others.sort(EncoderFit.CODE_POINTS);
    String quoted = others.isEmpty() ? "" : CsvKind.shown(others.get(0));
    String more = others.size() > 1 ? " and " + (others.size() - 1) + " more" : "";
    return "The labels of column \""
        + name
        + "\" are read as "
        + what
        + (others.isEmpty() ? "." : "; " + quoted + more + " among them count as missing.");
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return table.rowCount();
  }

  @Override
  public double value(int row, int column) {
    double value = table.value(row, column);
    double[] numbers = numberOf[column];
    return numbers == null || Double.isNaN(value) ? value : numbers[(int) value];
  }

  @Override
  public double weight(int row) {
    return table.weight(row);
  }

  @Override
  public List<String> notes() {
    return notes;
  }
}
