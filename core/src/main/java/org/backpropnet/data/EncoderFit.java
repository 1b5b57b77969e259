package org.backpropnet.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Decimal;

/** Looks at the training rows and decides how each column is coded. */
public final class EncoderFit {
  /** Only columns with at least this many labels pool those that occur in less than two rows. */
  public static final int POOL_FROM_LEVELS = 10;

  /** Labels that weigh less than this many rows share the "other" input. */
  public static final double RARE_BELOW = 2;

  /** With fewer marks a thermometer would be one bin: a scaled number that is not centred. */
  private static final int FEWEST_MARKS = 3;

  /** Fewer rows are too few to tell row numbers from other whole numbers that differ. */
  private static final int FEWEST_NUMBERED = 30;

  /**
   * Numbers are uneven if so many widths of the middle half fit into a standard deviation: 0.7 fit
   * where they are spread like a bell, 4 where their logarithms are, over three powers of ten.
   */
  private static final double UNEVEN = 4;

  private final ColumnsInHand table;
  private final int[] rows;
  private final NumberBins bins;
  private int dense;
  private int sparse;
  private int steps;

  private EncoderFit(Table table, int[] rows, NumberBins bins) {
    this.table = new ColumnsInHand(table);
    this.rows = rows;
    this.bins = bins;
  }

  /**
   * Fits an encoder.
   *
   * @param table the user's table
   * @param rows the training rows, all with a weight above 0 and a target that is there
   * @param target index of the target column
   * @param output activation of the output layer for a numeric target
   * @return the decisions
   */
  public static Encoder fit(Table table, int[] rows, int target, Activation output) {
    return new EncoderFit(table, rows, NumberBins.NONE).run(target, output);
  }

  /**
   * Fits an encoder that codes columns of three and more numbers as thermometers, the marks at
   * equal shares of the training rows' weight.
   *
   * @param table the user's table
   * @param rows the training rows, all with a weight above 0 and a target that is there
   * @param target index of the target column
   * @param output activation of the output layer for a numeric target
   * @param mostBins most bins of a thermometer, at least 2; 0 for none, as {@link #fit}
   * @return the decisions
   */
  public static Encoder fitThermometers(
      Table table, int[] rows, int target, Activation output, int mostBins) {
    return fit(table, rows, target, output, new NumberBins(mostBins, 0));
  }

  /**
   * Fits an encoder.
   *
   * @param table the user's table
   * @param rows the training rows, all with a weight above 0 and a target that is there
   * @param target index of the target column
   * @param output activation of the output layer for a numeric target
   * @param bins how number columns are coded
   * @return the decisions
   */
  public static Encoder fit(
      Table table, int[] rows, int target, Activation output, NumberBins bins) {
    return new EncoderFit(table, rows, bins).run(target, output);
  }

  private Encoder run(int target, Activation output) {
    List<InputCode> codes = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      if (c != target) {
        codes.add(code(c));
      }
    }
    // Blocks and thermometers were numbered from 0 each; the latter come last.
    for (int i = 0; i < codes.size(); i++) {
      codes.set(i, shift(codes.get(i)));
    }
    return new Encoder(codes, target(target, output), dense, dense + sparse + steps);
  }

  private InputCode code(int column) {
    table.take(column, rows);
    Column found = table.columns().get(column);
    if (found instanceof Column.Nominal nominal) {
      return category(nominal, column);
    }
    return number(found.name(), column);
  }

  private InputCode number(String name, int column) {
    Moments moments = Moments.of(table, column, rows);
    boolean missing = hasMissing(column);
    if (moments.weight() == 0) {
      return new InputCode.Dropped(name, "is left out: it is missing in every training row.");
    }
    if (moments.deviation() == 0 && !missing) {
      return new InputCode.Dropped(
          name, "is left out: it is " + Decimal.text(moments.low()) + " in every training row.");
    }
    if (!missing && numbersTheRows(moments, column)) {
      return new InputCode.Dropped(
          name,
          "is left out: it numbers the rows. If its order says something, multiply it by 10.");
    }
    int most = bins.most() > 0 ? bins.most() : uneven(moments, column) ? bins.uneven() : 0;
    List<Double> marks = most == 0 ? List.of() : Marks.fit(table, column, rows, most);
    if (marks.size() >= FEWEST_MARKS) {
      int first = steps;
      steps += marks.size() - 1;
      return new InputCode.Thermometer(name, marks, first, missing ? sparse++ : -1);
    }
    // Where all known cells are equal, another number says nothing that was learned: it becomes 0.
    double scale = moments.deviation() > 0 ? moments.deviation() : Double.MAX_VALUE;
    return new InputCode.Number(name, moments.mean(), scale, dense++, missing ? sparse++ : -1);
  }

  /** Each row has another whole number, and hardly one is left out; not if it is all there is. */
  private boolean numbersTheRows(Moments moments, int column) {
    long most = 2L * rows.length;
    boolean range = moments.low() >= 0 && moments.high() <= most;
    if (!range || rows.length < FEWEST_NUMBERED || table.columns().size() < 3) {
      return false;
    }
    BitSet seen = new BitSet();
    for (int row : rows) {
      double value = table.value(row, column);
      if (value != Math.rint(value) || seen.get((int) value)) {
        return false;
      }
      seen.set((int) value);
    }
    return true;
  }

  /** Whether most numbers would lie at nearly the same place if they were scaled. */
  private boolean uneven(Moments moments, int column) {
    if (bins.uneven() == 0) {
      return false;
    }
    List<Double> quarters = Marks.quarters(table, column, rows);
    double width = quarters.get(1) - quarters.get(0);
    // Where half of the rows have the same number, that number is what is usual, not a crowd.
    return width > 0 && moments.deviation() > UNEVEN * width;
  }

  private boolean hasMissing(int column) {
    for (int row : rows) {
      if (!Double.isFinite(table.value(row, column))) {
        return true;
      }
    }
    return false;
  }

  private InputCode category(Column.Nominal column, int index) {
    double[] weight = labelWeights(column, index);
    boolean missing = hasMissing(index);
    List<String> levels = new ArrayList<>();
    List<String> rare = new ArrayList<>();
    int seen = 0;
    for (double w : weight) {
      seen += w > 0 ? 1 : 0;
    }
    for (int l = 0; l < weight.length; l++) {
      if (weight[l] > 0) {
        boolean pool = seen >= POOL_FROM_LEVELS && weight[l] < RARE_BELOW;
        (pool ? rare : levels).add(column.labels().get(l));
      }
    }
    if (seen == 0) {
      return new InputCode.Dropped(
          column.name(), "is left out: it is missing in every training row.");
    }
    if (seen == 1 && !missing) {
      return new InputCode.Dropped(
          column.name(), "is left out: it is \"" + levels.get(0) + "\" in every training row.");
    }
    if (levels.isEmpty() && !missing) {
      return new InputCode.Dropped(
          column.name(), "is left out: none of its " + seen + " labels occurs in two rows.");
    }
    levels.sort(CODE_POINTS);
    int first = sparse;
    sparse += levels.size();
    int other = rare.isEmpty() ? -1 : sparse++;
    return new InputCode.Category(column.name(), levels, first, other, missing ? sparse++ : -1);
  }

  private double[] labelWeights(Column.Nominal column, int index) {
    double[] weight = new double[column.labels().size()];
    for (int row : rows) {
      double value = table.value(row, index);
      if (!Double.isNaN(value)) {
        weight[(int) value] += table.weight(row);
      }
    }
    return weight;
  }

  private TargetCode target(int target, Activation output) {
    table.take(target, rows);
    Column column = table.columns().get(target);
    if (column instanceof Column.Nominal nominal) {
      double[] weight = labelWeights(nominal, target);
      List<String> labels = new ArrayList<>();
      for (int l = 0; l < weight.length; l++) {
        if (weight[l] > 0) {
          labels.add(nominal.labels().get(l));
        }
      }
      labels.sort(CODE_POINTS);
      return new TargetCode.Classes(column.name(), labels);
    }
    return TargetCode.fit(column.name(), Moments.of(table, target, rows), output);
  }

  private InputCode shift(InputCode code) {
    if (code instanceof InputCode.Number n) {
      return new InputCode.Number(
          n.name(), n.center(), n.scale(), n.input(), shift(n.missingInput()));
    }
    if (code instanceof InputCode.Thermometer t) {
      int first = dense + sparse + t.firstInput();
      return new InputCode.Thermometer(t.name(), t.marks(), first, shift(t.missingInput()));
    }
    if (code instanceof InputCode.Category c) {
      return new InputCode.Category(
          c.name(),
          c.levels(),
          c.firstInput() + dense,
          shift(c.otherInput()),
          shift(c.missingInput()));
    }
    return code;
  }

  private int shift(int input) {
    return input < 0 ? -1 : input + dense;
  }

  /**
   * The order of labels everywhere: by code points, so that no host's order reaches the network.
   */
  public static final Comparator<String> CODE_POINTS = EncoderFit::byCodePoints;

  private static int byCodePoints(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int point = a.codePointAt(i);
      int other = b.codePointAt(i);
      if (point != other) {
        return Integer.compare(point, other);
      }
      i += Character.charCount(point);
    }
    return Integer.compare(a.length(), b.length());
  }
}
