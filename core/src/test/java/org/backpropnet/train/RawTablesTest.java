package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.NumberText;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.model.ModelText;
import org.junit.jupiter.api.Test;

/** Columns as they come: each gets a sensible coding, and the model says which, in words. */
class RawTablesTest {
  private static final int ROWS = 120;

  /** Cells by row; a seeded source of chance for those that want it. */
  private interface Cells {
    double at(int row, SplitMix random);
  }

  /** A column beside one honest number, and a target that follows both. */
  private static Table beside(Column column, Cells cells) {
    SplitMix random = SplitMix.of(7);
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      double size = random.nextDouble();
      double cell = cells.at(r, random);
      rows[r] = new double[] {cell, size, 3 * size + (Double.isNaN(cell) ? 1 : r % 2)};
    }
    return new ArrayTable(
        List.of(column, new Column.Numeric("size"), new Column.Numeric("target")), rows);
  }

  private static List<String> labels(int count, String form) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(String.format(Locale.ROOT, form, i));
    }
    return labels;
  }

  /** Trains, answers the raw rows with finite numbers, and reads the sentence in the text. */
  private static Trained said(String sentence, Table table) {
    Trained trained = Cases.train(table, "target", "weightDecay=0.001");
    Model model = new Model(trained);
    assertTrue(trained.notes().contains(sentence), trained.notes().toString());
    assertTrue(ModelText.of(model, 3, false).contains("- " + sentence + "\n"));
    double[][] answers = model.predict(table);
    for (double[] answer : answers) {
      assertTrue(Double.isFinite(answer[0]));
    }
    assertEquals(ROWS, answers.length);
    return trained;
  }

  private static InputCode first(Trained trained) {
    return trained.encoder().codes().get(0);
  }

  @Test
  void labelsThatAreNumbersBecomeOne() {
    List<String> labels = new ArrayList<>(labels(ROWS, "%d.5"));
    labels.add("n/a");
    Table table =
        beside(new Column.Nominal("width", labels), (r, random) -> r % 10 == 0 ? ROWS : r);
    Trained trained =
        said(
            "The labels of column \"width\" are read as numbers; \"n/a\" among them count as"
                + " missing.",
            table);
    assertTrue(first(trained).numeric());
    // The mean of r + 0.5 where r is no multiple of 10, and of the flag's rows nothing.
    Model model = new Model(trained);
    Column numbers = new Column.Numeric("width");
    double[][] cells = {{11.5, 0.4}, {Double.NaN, 0.4}};
    Table asNumbers = new ArrayTable(List.of(numbers, new Column.Numeric("size")), cells);
    Table asTexts =
        new ArrayTable(
            List.of(new Column.Nominal("width", List.of("11.50", "?")), new Column.Numeric("size")),
            new double[][] {{0, 0.4}, {1, 0.4}});
    assertEquals(model.predict(asNumbers)[0][0], model.predict(asTexts)[0][0]);
    assertEquals(model.predict(asNumbers)[1][0], model.predict(asTexts)[1][0]);
  }

  @Test
  void datesInTextBecomeOneNumber() {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      labels.add(String.format(Locale.ROOT, "20%02d-03-01", i % 100) + (i < 100 ? "" : "T12:00"));
    }
    Trained trained =
        said(
            "The labels of column \"sold\" are read as dates, which count as milliseconds since"
                + " 1970.",
            beside(new Column.Nominal("sold", labels), (r, random) -> r));
    if (first(trained) instanceof InputCode.Number n) {
      assertTrue(n.center() > NumberText.of("2030-01-01"), first(trained).toString());
    } else {
      InputCode.Thermometer t = (InputCode.Thermometer) first(trained);
      assertEquals(NumberText.of("2000-03-01"), t.marks().get(0));
    }
  }

  @Test
  void rowNumbersAreLeftOutInWhateverOrder() {
    String sentence =
        "Column \"id\" is left out: it numbers the rows. If its order says something, multiply it"
            + " by 10.";
    Trained trained =
        said(sentence, beside(new Column.Numeric("id"), (r, random) -> 1 + (r * 37L) % ROWS));
    assertTrue(first(trained) instanceof InputCode.Dropped);
    for (double factor : new double[] {10, 0.5}) {
      Table other = beside(new Column.Numeric("id"), (r, random) -> factor * r);
      assertTrue(first(Cases.train(other, "target", "weightDecay=0.001")).numeric());
    }
    Table years = beside(new Column.Numeric("year"), (r, random) -> 1900 + r);
    assertTrue(first(Cases.train(years, "target", "weightDecay=0.001")).numeric());
    double[][] alone = new double[40][];
    for (int r = 0; r < alone.length; r++) {
      alone[r] = new double[] {r, r % 5};
    }
    assertTrue(first(Cases.train(Cases.numbers(alone), "c1", "weightDecay=0.001")).numeric());
  }

  @Test
  void labelsOfEveryRowAreLeftOut() {
    said(
        "Column \"name\" is left out: none of its 120 labels occurs in two rows.",
        beside(new Column.Nominal("name", labels(ROWS, "customer %d")), (r, random) -> r));
  }

  @Test
  void constantsAreLeftOut() {
    said(
        "Column \"k\" is left out: it is 7.0 in every training row.",
        beside(new Column.Numeric("k"), (r, random) -> 7));
    said(
        "Column \"k\" is left out: it is missing in every training row.",
        beside(new Column.Numeric("k"), (r, random) -> Double.NaN));
  }

  @Test
  void manyRareLabelsShareAnInput() {
    Table table =
        beside(
            new Column.Nominal("zip", labels(5_000, "z%d")),
            (r, random) -> r % 3 == 0 ? random.nextInt(5_000) : r % 7);
    int rare = rare(table);
    String shared = "Labels of less than two training rows share one input, as new labels do: ";
    Trained trained = said(shared + rare + " of the " + (rare + 7) + " of \"zip\".", table);
    assertEquals(7, ((InputCode.Category) first(trained)).levels().size());
  }

  private static int rare(Table table) {
    int[] count = new int[5_000];
    for (int r = 0; r < ROWS; r++) {
      count[(int) table.value(r, 0)]++;
    }
    return (int) java.util.Arrays.stream(count).filter(c -> c == 1).count();
  }

  @Test
  void cellsThatAreNearlyAllMissingStillSaySomething() {
    said(
        "Missing cells have an input of their own that says so (share of the training rows): \"k\""
            + " (90 %).",
        beside(new Column.Numeric("k"), (r, random) -> r % 10 == 0 ? r : Double.NaN));
  }

  /** Over six powers of ten; scaled, 19 of 20 would lie within a tenth of a deviation. */
  @Test
  void unevenNumbersAreSplitIntoBinsWhereNumbersAreScaled() {
    Table table =
        beside(
            new Column.Numeric("income"),
            (r, random) -> StrictMath.pow(10, 6 * random.nextDouble() * random.nextDouble()));
    Trained fast = Cases.train(table, "target", "preset=fast");
    Encoder encoder = fast.encoder();
    assertTrue(encoder.codes().get(0) instanceof InputCode.Thermometer, encoder.toString());
    assertTrue(encoder.codes().get(1) instanceof InputCode.Number, encoder.toString());
    assertTrue(
        fast.notes()
            .contains(
                "Numbers that lie so unevenly that scaling would press most of them together are"
                    + " split into bins with as many rows each: \"income\" (8 bins)."),
        fast.notes().toString());
    for (String byHand : List.of("numbers=scaled", "preset=textbook epochs=1", "optimizer=rprop")) {
      InputCode code = first(Cases.train(table, "target", byHand));
      assertTrue(code instanceof InputCode.Number, byHand);
    }
  }

  @Test
  void aTableOfAllThisIsLearned() {
    SplitMix random = SplitMix.of(3);
    List<String> prices = new ArrayList<>(labels(ROWS, "%d.25"));
    prices.add("null");
    List<Column> columns =
        List.of(
            new Column.Numeric("id"),
            new Column.Nominal("price", prices),
            new Column.Numeric("empty"),
            new Column.Nominal("nothing", List.of()),
            new Column.Numeric("far"),
            new Column.Nominal("kind", List.of("a", "b")));
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      double far = r % 50 == 0 ? Double.POSITIVE_INFINITY : 1e300 * random.nextDouble();
      double price = r % 6 == 0 ? ROWS : random.nextInt(ROWS);
      rows[r] = new double[] {r, price, Double.NaN, Double.NaN, far, price > 60 ? 1 : 0};
    }
    Table table = new ArrayTable(columns, rows);
    Model model = new Model(Cases.train(table, "kind", "seed=1"));
    int right = 0;
    for (int r = 0; r < ROWS; r++) {
      right += model.predict(table, r).label().equals(rows[r][5] == 1 ? "b" : "a") ? 1 : 0;
    }
    // The price decides. A network that saw it finds all but a few at the border.
    assertTrue(right > 0.95 * ROWS, right + " of " + ROWS);
    List<String> notes = model.trained().notes();
    for (String column : List.of("id", "price", "empty", "nothing", "far")) {
      assertTrue(notes.stream().anyMatch(n -> n.contains("\"" + column + "\"")), column + notes);
    }
  }
}
