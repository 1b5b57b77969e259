package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backpropnet.data.DataException;
import org.backpropnet.knime.adapter.LearnerCheck.Roles;
import org.backpropnet.model.Model;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables that make nodes stumble, on the whole way from configure to the Predictor: either they are
 * refused with the way out, or a model comes of them that answers every row.
 */
class NastyTablesTest {
  private static final TrainingPlan PLAN =
      TrainingPlan.of(Map.of(Knob.EPOCHS, "2", Knob.HIDDEN_LAYERS, "3"));
  private static final HostColumn X = HostColumn.number("x");
  private static final HostColumn ZIP = HostColumn.category("zip");
  private static final HostColumn Y = HostColumn.number("y");
  private static final HostColumn KIND = HostColumn.category("kind", List.of("a", "b"));

  /** A table; the last column is the target, and a refusal says a word. */
  private record Nasty(String name, List<HostColumn> columns, List<Cells> rows, String refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Nasty learned(
      String name, List<HostColumn> columns, int rows, IntFunction<Object[]> row) {
    return refused(name, "", columns, IntStream.range(0, rows).mapToObj(row).toList());
  }

  private static Nasty refused(
      String name, String word, List<HostColumn> columns, List<Object[]> rows) {
    return new Nasty(name, columns, rows.stream().map(Cells::new).toList(), word);
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  static Stream<Nasty> tables() {
    return Stream.of(cells(), rows(), names(), labels()).flatMap(List::stream);
  }

  private static List<Nasty> rows() {
    return List.of(
        refused("no row", "no row to learn from", List.of(X, Y), List.of()),
        learned("one row, a number", List.of(X, Y), 1, i -> row(1.0, 2.0)),
        learned("one row, a class", List.of(X, KIND), 1, i -> row(1.0, "b")),
        learned("two rows", List.of(X, KIND), 2, i -> row(1.0 * i, i == 0 ? "a" : "b")),
        learned("one class of two", List.of(X, KIND), 30, i -> row(1.0 * i, "a")),
        learned("one number", List.of(X, Y), 30, i -> row(1.0 * i, 7.0)),
        learned("the same row often", List.of(X, ZIP, KIND), 30, i -> row(1.0, "z", "b")),
        refused(
            "no target in any row",
            "no row to learn from",
            List.of(X, Y),
            List.of(row(1.0, null), row(2.0, Double.NaN))));
  }

  private static List<Nasty> cells() {
    double[] odd = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 1e-320, 0, 5
    };
    HostColumn date =
        new HostColumn("date", HostColumn.Kind.OTHER, Optional.empty(), Double.NaN, Double.NaN);
    HostColumn flag = HostColumn.category("flag", List.of("false", "true"));
    return List.of(
        learned(
            "every number", List.of(X, ZIP, KIND), 40, i -> row(odd[i % 8], "z" + i % 3, half(i))),
        learned("targets of every size", List.of(ZIP, Y), 40, i -> row("z" + i % 3, odd[i % 8])),
        learned("every second cell missing", List.of(X, ZIP, Y), 40, NastyTablesTest::holes),
        learned("no input in any row", List.of(X, ZIP, Y), 40, i -> row(null, null, 1.0 * i)),
        learned("a missing column", List.of(X, ZIP, Y), 40, i -> row(null, "z" + i % 2, 1.0 * i)),
        learned("dates beside", List.of(date, X, KIND), 40, i -> row("a date", 1.0 * i, half(i))),
        learned("true and false", List.of(X, flag), 40, i -> row(1.0 * i, String.valueOf(i > 9))),
        refused(
            "nothing but dates",
            "No input column",
            List.of(date, Y),
            List.<Object[]>of(row("a date", 1.0))));
  }

  private static Object[] holes(int i) {
    return row(i % 2 == 0 ? null : (Double) (1.0 * i), i % 3 == 0 ? null : "z" + i % 5, 1.0 * i);
  }

  private static String half(int i) {
    return i % 2 == 0 ? "a" : "b";
  }

  private static List<Nasty> names() {
    List<Nasty> all = new ArrayList<>();
    for (String name :
        List.of("", " ", "a\"b", "<b>", "ä 🏠", "P (y=1)", "Prediction (y)", "x\ny")) {
      List<HostColumn> named = List.of(HostColumn.number(name), Y);
      all.add(learned("a column \"" + name + "\"", named, 20, i -> row(1.0 * i, 2.0 * i)));
    }
    HostColumn target = HostColumn.category("P (y=\"1\") <b>", List.of("a", "b"));
    all.add(learned("an odd target", List.of(X, target), 20, i -> row(1.0 * i, half(i))));
    all.add(
        refused(
            "two columns of one name",
            "Rename one of them",
            List.of(X, X, Y),
            List.<Object[]>of(row(1.0, 2.0, 3.0))));
    return all;
  }

  private static List<Nasty> labels() {
    HostColumn open = HostColumn.category("y");
    List<String> odd = List.of("", " ", "A", "a", "a ", "ä", "ä", "null", "NaN");
    HostColumn listed = HostColumn.category("y", odd);
    HostColumn more = HostColumn.category("y", List.of("a", "never", "b"));
    return List.of(
        refused(
            "classes not listed",
            "Domain Calculator",
            List.of(X, open),
            List.<Object[]>of(row(1.0, "a"))),
        learned(
            "10,000 categories",
            List.of(X, ZIP, KIND),
            10_000,
            i -> row(1.0 * i, "z" + i, half(i))),
        learned(
            "labels that look alike", List.of(X, listed), 45, i -> row(1.0 * i, odd.get(i % 9))),
        learned("a class that no row has", List.of(X, more), 40, i -> row(1.0 * i, half(i))),
        learned("a label of its own in each row", List.of(ZIP, Y), 40, i -> row("z" + i, 1.0 * i)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void itIsRefusedWithTheWayOutOrEveryRowIsAnswered(Nasty nasty) {
    if (nasty.refusal().isEmpty()) {
      requireAnswers(nasty, learn(nasty));
    } else {
      String message = assertThrows(DataException.class, () -> learn(nasty)).getMessage();
      assertTrue(message.contains(nasty.refusal()), message);
    }
  }

  /** As the Learner does it. */
  private static Model learn(Nasty nasty) {
    List<HostColumn> table = nasty.columns();
    String target = table.get(table.size() - 1).name();
    List<String> all = table.stream().map(HostColumn::name).toList();
    LearnerCheck check = LearnerCheck.of(table, new Roles(target, all, ""));
    int[] places = check.columns().stream().mapToInt(table::indexOf).toArray();
    TableReading reading = new TableReading(check.columns(), nasty.rows().size());
    for (Cells cells : nasty.rows()) {
      reading.add(new Cells(Arrays.stream(places).mapToObj(p -> cells.cells()[p]).toArray()));
    }
    return new Model(WatchedTraining.start(reading.table(), target, PLAN).run(new Nobody()));
  }

  /** As the Predictor does it. */
  private static void requireAnswers(Nasty nasty, Model model) {
    ModelShape shape = ModelShape.of(model);
    shape.requireInputs(nasty.columns());
    List<String> taken = nasty.columns().stream().map(HostColumn::name).toList();
    List<String> names = new ArrayList<>(Answers.names(shape, "", "", taken));
    names.addAll(taken);
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
    Answers answers = new Answers(model, nasty.columns(), true);
    for (Cells cells : nasty.rows()) {
      List<Object> answer = answers.of(cells);
      assertEquals(1 + model.classes().size(), answer.size());
      if (model.classes().isEmpty()) {
        assertTrue(Double.isFinite((Double) answer.get(0)), answer::toString);
      } else {
        assertTrue(model.classes().contains(answer.get(0)), answer::toString);
        double sum = answer.stream().skip(1).mapToDouble(Double.class::cast).sum();
        // Each of at most nine probabilities is rounded once or twice.
        assertEquals(1, sum, 1e-12);
      }
    }
  }
}
