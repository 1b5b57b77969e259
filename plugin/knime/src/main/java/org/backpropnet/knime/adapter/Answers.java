package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.NumberText;
import org.backpropnet.data.Table;
import org.backpropnet.model.Interval;
import org.backpropnet.model.Model;
import org.backpropnet.model.Prediction;
import org.backpropnet.model.Predictor;

/**
 * A model bound to the columns of a table: answers row by row. Safe for several threads. What a row
 * gets beside the prediction, such as its bounds or drivers, is added here.
 */
public final class Answers {
  /** A label for all labels that the model does not know; such a name cannot come from a file. */
  private static final String UNSEEN = "\0unseen";

  private final Model model;
  private final Predictor predictor;
  private final List<Column> columns = new ArrayList<>();
  private final List<Map<String, Integer>> labels = new ArrayList<>();

  /** Which columns hold numbers as texts. */
  private final List<Boolean> texts = new ArrayList<>();

  private final int[] place;
  private final boolean probabilities;
  private final OptionalDouble level;
  private final AtomicLong missing = new AtomicLong();
  private final AtomicLong unseen = new AtomicLong();

  /**
   * Finds the model's columns by name.
   *
   * @param model what answers
   * @param table the table's columns
   * @param probabilities whether classes get their probabilities, too
   * @throws org.backpropnet.data.DataException if a column is missing or of another kind
   */
  public Answers(Model model, List<HostColumn> table, boolean probabilities) {
    this(model, table, probabilities, OptionalDouble.empty());
  }

  /**
   * The same with intervals around numbers.
   *
   * @param model what answers
   * @param table the table's columns
   * @param probabilities whether classes get their probabilities, too
   * @param level share of the rows whose truth shall lie within the interval that numbers get, too;
   *     empty if they get none
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   * @throws org.backpropnet.data.DataException if a column is missing or of another kind, or the
   *     model predicts numbers and cannot promise so much
   */
  public Answers(Model model, List<HostColumn> table, boolean probabilities, OptionalDouble level) {
    this.model = model;
    this.probabilities = probabilities;
    this.level = model.classes().isEmpty() ? level : OptionalDouble.empty();
    this.level.ifPresent(model::requireIntervals);
    Map<String, InputCode> codes = new HashMap<>();
    model.encoder().codes().forEach(code -> codes.put(code.name(), code));
    List<Integer> places = new ArrayList<>();
    for (int c = 0; c < table.size(); c++) {
      InputCode code = codes.get(table.get(c).name());
      boolean known = code != null && !(code instanceof InputCode.Dropped);
      if (known && table.get(c).kind() != HostColumn.Kind.OTHER) {
        add(table.get(c), code);
        places.add(c);
      }
    }
    place = places.stream().mapToInt(Integer::intValue).toArray();
    predictor = model.bind(columns);
  }

  private void add(HostColumn column, InputCode code) {
    Map<String, Integer> known = new HashMap<>();
    boolean text = column.kind() == HostColumn.Kind.CATEGORY && code.numeric();
    texts.add(text);
    if (text || column.kind() == HostColumn.Kind.NUMBER) {
      columns.add(new Column.Numeric(column.name()));
    } else {
      List<String> levels = new ArrayList<>();
      if (code instanceof InputCode.Category category) {
        levels.addAll(category.levels());
      }
      levels.forEach(level -> known.put(level, known.size()));
      levels.add(UNSEEN);
      columns.add(new Column.Nominal(column.name(), levels));
    }
    labels.add(known);
  }

  /**
   * The names of the columns with answers.
   *
   * @param shape what is known about the model
   * @param prediction name of the first one; empty for the usual name
   * @param suffix behind the names of probabilities and of an interval's ends
   * @param taken names that are there already; the answers avoid them
   * @return the prediction first; then for each class its probability, or for a number the lower
   *     and the upper end
   */
  public static List<String> names(
      ModelShape shape, String prediction, String suffix, List<String> taken) {
    Set<String> used = new HashSet<>(taken);
    List<String> names = new ArrayList<>();
    String first = prediction.isBlank() ? "Prediction (" + shape.target() + ")" : prediction;
    names.add(free(first, used));
    for (String label : shape.classes()) {
      names.add(free("P (" + shape.target() + "=" + label + ")" + suffix, used));
    }
    if (shape.classes().isEmpty()) {
      names.add(free("Lower (" + shape.target() + ")" + suffix, used));
      names.add(free("Upper (" + shape.target() + ")" + suffix, used));
    }
    return names;
  }

  /** KNIME's own way: the name, or the name with the first number that makes it new. */
  private static String free(String name, Set<String> used) {
    String candidate = name;
    for (int number = 1; !used.add(candidate); number++) {
      candidate = name + " (#" + number + ")";
    }
    return candidate;
  }

  /**
   * Answers one row.
   *
   * @param row has the cells of the table that this was bound to
   * @return the number or the label; then, if asked for, a probability for each class, or the lower
   *     and the upper end
   */
  public List<Object> of(HostRow row) {
    double[] cells = new double[place.length];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cell(row, c);
    }
    Table one = new OneRow(columns, cells);
    count(one);
    Prediction prediction = new Prediction(model.encoder().target(), predictor.predict(one, 0));
    List<Object> answers = new ArrayList<>();
    boolean classes = !model.classes().isEmpty();
    answers.add(classes ? prediction.label() : (Object) prediction.number());
    if (classes && probabilities) {
      for (double probability : prediction.values()) {
        answers.add(probability);
      }
    }
    if (level.isPresent()) {
      Interval interval = model.interval(prediction.number(), level.getAsDouble());
      answers.add(interval.lower());
      answers.add(interval.upper());
    }
    return answers;
  }

  private double cell(HostRow row, int c) {
    if (row.missing(place[c])) {
      return Double.NaN;
    }
    if (texts.get(c)) {
      return NumberText.of(row.label(place[c]));
    }
    if (columns.get(c) instanceof Column.Numeric) {
      return row.number(place[c]);
    }
    Map<String, Integer> known = labels.get(c);
    return known.getOrDefault(row.label(place[c]), known.size());
  }

  private void count(Table one) {
    int[] surprises = predictor.reader().surprises(one, 0);
    missing.addAndGet(surprises[0]);
    unseen.addAndGet(surprises[1]);
  }

  /**
   * What came that the model could only guess about.
   *
   * @return a sentence, empty if there is nothing to say
   */
  public String warning() {
    List<String> parts = new ArrayList<>();
    if (missing.get() > 0) {
      parts.add(missing.get() + " missing cells");
    }
    if (unseen.get() > 0) {
      parts.add(unseen.get() + " cells with a category that training did not see or hardly saw");
    }
    return parts.isEmpty()
        ? ""
        : "The rows were predicted in spite of " + String.join(" and ", parts) + ".";
  }

  private record OneRow(List<Column> columns, double[] cells) implements Table {
    @Override
    public int rowCount() {
      return 1;
    }

    @Override
    public double value(int row, int column) {
      return cells[column];
    }
  }
}
