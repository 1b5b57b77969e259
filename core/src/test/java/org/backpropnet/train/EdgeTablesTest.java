package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables with few rows, odd columns, and headers in another order. */
class EdgeTablesTest {
  @Test
  void aConstantNumberIsAnsweredAndSaidSo() {
    Trained trained = Cases.train(Cases.numbers(row(1, 7), row(2, 7), row(3, 7)), "c1", "epochs=3");
    assertNull(trained.best());
    assertEquals(
        "Every training row has the same target, so the model always answers 7.0.",
        trained.notes().get(0));
    Table asked = Cases.numbers(row(-5, 0), row(Double.NaN, 0));
    assertArrayEquals(new double[][] {{7}, {7}}, new Model(trained).predict(asked));
  }

  @Test
  void aConstantClassIsAnsweredAndSaidSo() {
    List<Column> columns =
        List.of(new Column.Numeric("a"), new Column.Nominal("t", List.of("x", "y", "z")));
    Table table = new ArrayTable(columns, new double[][] {{1, 1}, {2, 1}});
    Trained trained = Cases.train(table, "t", "epochs=3");
    assertEquals(
        "Every training row has the same target, so the model always answers \"y\".",
        trained.notes().get(0));
    assertEquals("y", new Model(trained).predict(table, 0).label());
    assertEquals(1, new Model(trained).predict(table, 0).probability("y"));
  }

  @Test
  void oneRowIsAnsweredAsItIs() {
    Model model = new Model(Cases.train(Cases.numbers(row(1, 7)), "c1", "epochs=3"));
    assertArrayEquals(new double[][] {{7}}, model.predict(Cases.numbers(row(100, 0))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed=1", "optimizer=adam epochs=400", "optimizer=rprop"})
  void twoRowsAreLearned(String pairs) {
    Table table = Cases.numbers(row(1, 7), row(2, 9));
    Model model = new Model(Cases.train(table, "c1", pairs));
    double[][] answers = model.predict(table);
    // Weight decay pulls the two answers together by a little.
    assertEquals(7, answers[0][0], 0.1);
    assertEquals(9, answers[1][0], 0.1);
  }

  @Test
  void noRowIsAClearError() {
    refused(
        "The table has no row to learn from: 0 rows, none with a weight above 0 and a \"c1\""
            + " that is there.",
        Cases.numbers());
    refused(
        "The table has no row to learn from: 2 rows, none with a weight above 0 and a \"c1\""
            + " that is there.",
        Cases.numbers(row(1, Double.NaN), row(2, Double.NaN)));
  }

  @Test
  void aColumnNameThatStandsTwiceIsRefusedInTrainingToo() {
    Column a = new Column.Numeric("a");
    List<Column> columns = List.of(a, a, new Column.Numeric("c1"));
    refused(
        "This model expects the columns [a, a]; the table has two columns named \"a\" (rename one"
            + " of them), and has two columns named \"a\" (rename one of them).",
        new ArrayTable(columns, new double[][] {{1, 2, 3}, {2, 3, 4}}));
  }

  private static void refused(String message, Table table) {
    assertEquals(
        message,
        assertThrows(DataException.class, () -> Cases.train(table, "c1", "epochs=3")).getMessage());
  }

  @Test
  void withoutAColumnThatSaysAnythingTheMeanIsAnswered() {
    Table table = Cases.numbers(row(5, 1), row(5, 2), row(5, 6));
    Trained trained = Cases.train(table, "c1", "epochs=200");
    assertEquals(0, trained.encoder().inputs());
    // L-BFGS ends when a step gains less than 1e-8 of the loss, some 1e-4 from the lowest point.
    assertEquals(3, new Model(trained).predict(table)[0][0], 1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1e-300, 1e12})
  void hugeAndTinyNumbersAreLearnedAsAnyOthers(double unit) {
    double[][] rows = new double[30][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = row(r * unit / 30, (1 - r / 30.0) * unit);
    }
    Table table = Cases.numbers(rows);
    double[][] answers = new Model(Cases.train(table, "c1", "weightDecay=1e-6")).predict(table);
    for (int r = 0; r < rows.length; r++) {
      // A straight line of slope -1, which a network with little weight decay bends by under 2 %.
      assertEquals(rows[r][1] / unit, answers[r][0] / unit, 0.02);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seed=1", "optimizer=adam validationShare=0.3", "classBalancing=true epochs=5"})
  void orderAndPaddingOfLabelsInTheHeaderLeaveTheSameBytes(String pairs) {
    Table table = Cases.table(60);
    Table other = relabelled(table);
    for (String target : new String[] {"price", "kind", "sold"}) {
      assertArrayEquals(
          ModelFile.toBytes(new Model(Cases.train(table, target, pairs))),
          ModelFile.toBytes(new Model(Cases.train(other, target, pairs))),
          target);
    }
  }

  /** The same rows; the headers list the labels backwards and with others between them. */
  private static Table relabelled(Table table) {
    List<Column> columns =
        List.of(
            table.columns().get(0),
            new Column.Nominal("colour", List.of("never", "blue", "green", "red", "x")),
            table.columns().get(2),
            new Column.Nominal("kind", List.of("a", "dear", "usual", "cheap")),
            new Column.Nominal("sold", List.of("z", "yes", "no")));
    double[][] cells = new double[table.rowCount()][5];
    for (int r = 0; r < cells.length; r++) {
      cells[r][0] = table.value(r, 0);
      cells[r][1] = 3 - table.value(r, 1);
      cells[r][2] = table.value(r, 2);
      cells[r][3] = 3 - table.value(r, 3);
      cells[r][4] = 2 - table.value(r, 4);
    }
    return new ArrayTable(columns, cells);
  }

  @Test
  void columnsInAnotherOrderAreAnsweredTheSame() {
    Table table = Cases.table(60);
    Model model = new Model(Cases.train(table, "price", "epochs=5"));
    assertArrayEquals(
        model.predict(table), model.predict(Cases.pick(relabelled(table), 4, 1, 3, 0)));
  }

  @Test
  void rowsOfWeightZeroLeaveTheSameBitsAsAbsentRows() {
    Table few = Cases.table(40);
    double[][] cells = new double[55][];
    double[] weights = new double[55];
    for (int r = 0; r < 55; r++) {
      boolean extra = r % 4 == 3 && r / 4 < 15 && r < 55;
      int from = r - (r + 1) / 4;
      cells[r] = extra || from >= 40 ? row(1e9, 1, -1e9, 0, 1) : cells(few, from);
      weights[r] = extra || from >= 40 ? 0 : 1;
    }
    Table padded = new ArrayTable(few.columns(), cells, weights);
    for (String pairs : new String[] {"seed=1", "optimizer=adam validationShare=0.25"}) {
      Trained one = Cases.train(few, "price", pairs);
      Trained two = Cases.train(padded, "price", pairs);
      assertEquals(one.encoder(), two.encoder());
      assertArrayEquals(one.best().parameters(), two.best().parameters());
      assertEquals(one.notes(), two.notes());
    }
  }

  @Test
  void tenThousandLabelsAreLearnedWithoutWideRows() {
    List<String> zips = IntStream.range(0, 10_000).mapToObj(i -> "zip " + i).toList();
    double[][] cells = new double[20_000][];
    for (int r = 0; r < cells.length; r++) {
      cells[r] = new double[] {r % 10_000, r % 10_000 < 5_000 ? 0 : 10};
    }
    List<Column> columns = List.of(new Column.Nominal("zip", zips), new Column.Numeric("price"));
    Table table = new ArrayTable(columns, cells);
    Trained trained =
        Cases.train(
            table,
            "price",
            "hiddenLayers=none epochs=20 validationShare=0 learningRate=0.05" + " weightDecay=0");
    assertEquals(10_000, trained.encoder().inputs());
    assertTrue(trained.best().loss() < 0.25, "half of the constant answer's: " + trained.best());
  }

  private static double[] cells(Table table, int row) {
    double[] cells = new double[table.columns().size()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = table.value(row, c);
    }
    return cells;
  }

  private static double[] row(double... cells) {
    return cells;
  }
}
