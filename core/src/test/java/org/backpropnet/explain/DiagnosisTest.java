package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;

/** Twelve tables that were broken on purpose: the page says what is wrong, and only then. */
class DiagnosisTest {
  private static final int ROWS = 200;
  private static final double[] CHANCE = new double[4 * ROWS];

  static {
    SplitMix random = new SplitMix(11);
    java.util.Arrays.setAll(CHANCE, i -> random.nextDouble());
  }

  /** Two columns that tell the answer, with a little noise. */
  private static double answer(int row) {
    return 3 * CHANCE[row] - 2 * CHANCE[ROWS + row] + 0.2 * CHANCE[2 * ROWS + row];
  }

  private static Table table(int rows, Column target, IntToDoubleFunction truth, Object... more) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column.Numeric("left"));
    columns.add(new Column.Numeric("right"));
    for (int i = 0; i < more.length; i += 2) {
      columns.add((Column) more[i]);
    }
    columns.add(target);
    double[][] cells = new double[rows][columns.size()];
    for (int r = 0; r < rows; r++) {
      cells[r][0] = CHANCE[r];
      cells[r][1] = CHANCE[ROWS + r];
      for (int i = 0; i < more.length; i += 2) {
        cells[r][2 + i / 2] = ((IntToDoubleFunction) more[i + 1]).applyAsDouble(r);
      }
      cells[r][columns.size() - 1] = truth.applyAsDouble(r);
    }
    return new ArrayTable(columns, cells);
  }

  private static final Column NUMBER = new Column.Numeric("answer");

  private static String told(Table table, String... knobs) {
    String text = Pictured.train(table, "answer", knobs).picture().text();
    int from = text.indexOf("First of all");
    return text.substring(from, text.indexOf("\n\n", from) < 0 ? text.length() : end(text, from));
  }

  private static int end(String text, int from) {
    int next = text.indexOf("What did I get?", from);
    return next < 0 ? text.length() : next;
  }

  private static void says(String part, String told) {
    assertTrue(told.contains(part), told);
    assertFalse(told.contains("Nothing looks wrong"), told);
  }

  private static Table with(Column column, IntToDoubleFunction cell) {
    return table(ROWS, NUMBER, DiagnosisTest::answer, column, cell);
  }

  @Test
  void aSoundTableHasNothingWrong() {
    String told = told(table(ROWS, NUMBER, DiagnosisTest::answer));
    assertTrue(told.contains("Nothing looks wrong"), told);
  }

  @Test
  void aConstantTargetLeavesNothingToLearn() {
    says("there was nothing to learn", told(table(ROWS, NUMBER, r -> 7)));
  }

  @Test
  void aColumnThatIsMadeFromTheAnswerIsNamed() {
    Table leaking = with(new Column.Numeric("copy"), r -> 2 * answer(r) + 1);
    says("\"copy\" follows the target almost exactly", told(leaking));
  }

  @Test
  void aRowNumberIsNamed() {
    says("\"id\" looks like a row number", told(with(new Column.Numeric("id"), r -> 1000 + r)));
  }

  @Test
  void aHugeRateIsTold() {
    Table table = table(ROWS, NUMBER, DiagnosisTest::answer);
    says(
        "learning rate",
        told(table, "OPTIMIZER", "momentum", "LEARNING_RATE", "30", "EPOCHS", "20"));
  }

  @Test
  void threeRowsAreFew() {
    says("There are only 3 rows", told(table(3, NUMBER, DiagnosisTest::answer)));
  }

  @Test
  void aColumnWithoutCellsIsNamed() {
    Table table = with(new Column.Numeric("empty"), r -> Double.NaN);
    says("\"empty\" has no cell that is there", told(table));
  }

  @Test
  void aRareClassIsNamed() {
    Column kinds = new Column.Nominal("answer", List.of("no", "yes"));
    double[][] cells = new double[1002][];
    for (int r = 0; r < cells.length; r++) {
      cells[r] = new double[] {CHANCE[r % CHANCE.length], r % 501 == 7 ? 1 : 0};
    }
    Table rare = new ArrayTable(List.of(new Column.Numeric("left"), kinds), cells);
    says("The class \"yes\" is rare", told(rare));
  }

  @Test
  void columnsThatSayTheSameAreNamed() {
    Table table = with(new Column.Numeric("again"), r -> 10 * CHANCE[r]);
    says("\"left\" and \"again\" say the same", told(table));
  }

  @Test
  void datesAsTextAreTold() {
    List<String> days = new ArrayList<>();
    for (int d = 1; d <= 20; d++) {
      days.add("2024-03-" + (d < 10 ? "0" : "") + d);
    }
    says("\"day\" holds dates as text", told(with(new Column.Nominal("day", days), r -> r % 20)));
  }

  @Test
  void oneGiantCellIsTold() {
    Table table = with(new Column.Numeric("far"), r -> r == 50 ? 1e6 : CHANCE[3 * ROWS + r]);
    says("\"far\" has a cell far away", told(table));
  }

  @Test
  void aTargetOfTheWrongKindIsTold() {
    says("has only 3 different values", told(table(ROWS, NUMBER, r -> r % 3)));
    List<String> numbers = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      numbers.add(String.valueOf(10 * k));
    }
    Column labels = new Column.Nominal("answer", numbers);
    says("its 12 classes are all numbers", told(table(ROWS, labels, r -> r % 12)));
  }

  @Test
  void aShuffledTargetHasNoConnection() {
    says("found no connection", told(table(ROWS, NUMBER, r -> CHANCE[3 * ROWS + r])));
  }

  @Test
  void rowsFromAnotherWorldAreTold() {
    Pictured here = Pictured.train(table(ROWS, NUMBER, DiagnosisTest::answer), "answer");
    double[][] cells = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      cells[r] = new double[] {CHANCE[r] + 20, CHANCE[ROWS + r], answer(r)};
    }
    Table there = new ArrayTable(here.table().columns(), cells);
    String told = CompletePicture.of(new Question(here.model(), there, 0, "")).text();
    says("different worlds", told);
  }
}
