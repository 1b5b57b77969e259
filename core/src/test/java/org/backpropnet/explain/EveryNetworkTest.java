package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every activation and loss, no to five layers, few and many rows, columns and classes. */
class EveryNetworkTest {
  /** Rows that are worked out when they are asked for, so that many of them need no memory. */
  private record Rows(List<Column> columns, int rowCount, IntToDoubleFunction truth)
      implements Table {
    static double chance(int row, int column) {
      return SplitMix.of(7, row, column).nextDouble();
    }

    @Override
    public double value(int row, int column) {
      return column == columns.size() - 1 ? truth.applyAsDouble(row) : chance(row, column);
    }
  }

  private static Rows rows(int count, int inputs, Column target, IntToDoubleFunction truth) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < inputs; c++) {
      columns.add(new Column.Numeric("column " + (c + 1)));
    }
    columns.add(target);
    return new Rows(columns, count, truth);
  }

  private static double number(int row) {
    return 3 * Rows.chance(row, 0) - Rows.chance(row, 1) + 0.1 * Rows.chance(row, 99);
  }

  private static Rows numbers(int count, int inputs) {
    return rows(count, inputs, new Column.Numeric("answer"), EveryNetworkTest::number);
  }

  private static Table held(Table table) {
    double[][] cells = new double[table.rowCount()][table.columns().size()];
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[r].length; c++) {
        cells[r][c] = table.value(r, c);
      }
    }
    return new ArrayTable(table.columns(), cells);
  }

  private static Column kinds(int count) {
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      labels.add("kind " + k);
    }
    return new Column.Nominal("kind", labels);
  }

  /** All sections, no gap, no number that is none, under 2 MB. */
  private static CompletePicture whole(CompletePicture picture) {
    String html = picture.html();
    assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 2_000_000, "under 2 MB");
    for (int s = 0; s <= 20; s++) {
      assertTrue(html.contains("<section id=\"s" + s + "\">"), "section " + s);
    }
    assertFalse(picture.text().matches("(?s).*\\{\\w+\\}.*"), "a gap");
    assertFalse(html.contains("NaN") || html.contains("Infinity"), "a place that is none");
    assertFalse(picture.text().contains("not a number"), picture.text());
    return picture;
  }

  @ParameterizedTest
  @EnumSource
  void everyActivation(Activation bend) {
    String layers = "4 " + bend.label() + ", 3 " + bend.label();
    Table table = held(numbers(80, 3));
    CompletePicture picture =
        whole(Pictured.train(table, "answer", "HIDDEN_LAYERS", layers, "EPOCHS", "15").picture());
    boolean bends = bend != Activation.IDENTITY;
    assertEquals(bends, picture.text().contains(bend.plainWords()) && hasBends(picture));
    assertEquals(!bends, picture.text().contains("This network has none"));
  }

  private static boolean hasBends(CompletePicture picture) {
    return picture.facts().stream().anyMatch(f -> f.id().startsWith("4.flat."));
  }

  @ParameterizedTest
  @EnumSource
  void everyLoss(Loss loss) {
    int count = loss == Loss.BINARY_CROSS_ENTROPY ? 2 : 3;
    Table table =
        loss.forClasses()
            ? held(rows(90, 2, kinds(count), r -> (int) (count * Rows.chance(r, 0))))
            : held(numbers(90, 3));
    String target = loss.forClasses() ? "kind" : "answer";
    String[] knobs =
        loss.forClasses()
            ? new String[] {"EPOCHS", "15"}
            : new String[] {"LOSS", loss.label(), "EPOCHS", "15"};
    Pictured pictured = Pictured.train(table, target, knobs);
    assertEquals(loss, pictured.model().spec().loss());
    whole(pictured.picture());
  }

  @ParameterizedTest
  @EnumSource(names = {"IDENTITY", "SIGMOID", "TANH", "RELU"})
  void everyActivationOfTheOutput(Activation output) {
    Pictured pictured =
        Pictured.train(
            held(numbers(80, 3)), "answer", "OUTPUT_LAYER", output.label(), "EPOCHS", "15");
    CompletePicture picture = whole(pictured.picture());
    boolean squashed = output != Activation.IDENTITY;
    assertEquals(squashed, picture.text().contains("The output is squashed by"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void noToFiveLayers(int layers) {
    String hidden = layers == 0 ? "none" : "3 tanh, ".repeat(layers - 1) + "3 tanh";
    Pictured pictured =
        Pictured.train(held(numbers(80, 3)), "answer", "HIDDEN_LAYERS", hidden, "EPOCHS", "15");
    CompletePicture picture = whole(pictured.picture());
    assertEquals(layers, count(picture, "10.blame."));
  }

  private static long count(CompletePicture picture, String prefix) {
    return picture.facts().stream().filter(f -> f.id().startsWith(prefix)).count();
  }

  @Test
  void fourRows() {
    CompletePicture picture = whole(Pictured.train(held(numbers(4, 2)), "answer").picture());
    assertTrue(picture.text().contains("There are only 4 rows"));
    assertTrue(picture.text().contains("which flatters it"));
  }

  @Test
  void aHundredClasses() {
    Table table = held(rows(1000, 2, kinds(100), r -> (int) (100 * Rows.chance(r, 0))));
    CompletePicture picture =
        whole(Pictured.train(table, "kind", "HIDDEN_LAYERS", "20", "EPOCHS", "5").picture());
    assertEquals(8, count(picture, "6.chance."), "the likeliest");
    assertEquals(100, picture.fact("6.sum").value(), 1e-9, "rounding of a sum of a hundred");
  }

  @Test
  void fiveHundredColumns() {
    CompletePicture picture =
        whole(Pictured.train(held(numbers(300, 500)), "answer", "EPOCHS", "10").picture());
    assertTrue(picture.text().contains("460 more columns are treated in the same way"));
    assertTrue(picture.text().contains("480 more columns matter less"));
  }

  @Test
  void aMillionRowsAreSampledAndThePageSaysSo() {
    Pictured small = Pictured.train(held(numbers(2000, 3)), "answer", "EPOCHS", "10");
    Table million = numbers(1_000_000, 3);
    Question question = new Question(small.model(), million, 999_999, "");
    CompletePicture picture = whole(CompletePicture.of(question));
    assertEquals(1_000_000, picture.fact("1.rows").value());
    assertEquals(20_000, picture.fact("0.rows").value(), "enough for three digits");
    assertTrue(picture.text().contains("20,000 of its rows are the test"));
    assertTrue(picture.text().contains("rows spread evenly over the table stand for all"));
  }

  @Test
  void oneColumn() {
    whole(Pictured.train(held(numbers(100, 1)), "answer").picture());
  }
}
