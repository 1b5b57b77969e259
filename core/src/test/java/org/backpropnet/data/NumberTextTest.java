package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are numbers, dates or marks, and when labels are read as numbers. */
class NumberTextTest {
  @ParameterizedTest
  @CsvSource({"12,12", "' 3.5 ',3.5", "-.5,-0.5", "1e3,1000", "+7,7"})
  void numbersAreRead(String text, double number) {
    assertEquals(number, NumberText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01,1970-01-01T00:00:00Z",
    "2024-02-29,2024-02-29T00:00:00Z",
    "1969-07-20T20:17,1969-07-20T20:17:00Z",
    "2024-01-31 18:30:05,2024-01-31T18:30:05Z",
    "2024-01-31T18:30:05.565Z,2024-01-31T18:30:05.565Z",
    "2024-01-31T18:30:05.5659,2024-01-31T18:30:05.565Z",
    "2024-01-31T18:30:05+02:00,2024-01-31T16:30:05Z"
  })
  void datesAreMillisecondsSince1970(String text, String instant) {
    assertEquals((double) Instant.parse(instant).toEpochMilli(), NumberText.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1,5",
        "1e999",
        "NaN",
        "2023-02-29",
        "2024-13-01",
        "24-01-01",
        "2024-1-1",
        "2024-01-01T25:00",
        "2024-01-01T10:00+99:00",
        "12 m"
      })
  void otherTextsAreNoNumbers(String text) {
    assertEquals(Double.NaN, NumberText.of(text));
  }

  private static Table read(List<String> labels) {
    double[] cells = new double[labels.size()];
    for (int r = 0; r < cells.length; r++) {
      cells[r] = r;
    }
    Table table = Columns.category("c", labels, cells);
    return NumbersInText.of(table, Columns.all(table), 1);
  }

  private static List<String> labels(int count, String form, String... others) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(String.format(java.util.Locale.ROOT, form, i));
    }
    labels.addAll(List.of(others));
    return labels;
  }

  @Test
  void labelsThatBecameLabelsByAccidentAreReadAsNumbers() {
    Table read = read(labels(12, "%d", "n/a", "?"));
    assertEquals(new Column.Numeric("c"), read.columns().get(0));
    assertEquals(11, read.value(11, 0));
    assertEquals(Double.NaN, read.value(12, 0));
    assertEquals(
        List.of(
            "The labels of column \"c\" are read as numbers; \"?\" and 1 more among them count as"
                + " missing."),
        read.notes());
    assertEquals(3.5, read(labels(12, "%d.5")).value(3, 0));
    Table dates = read(labels(12, "2024-01-%02d", "unknown").subList(1, 13));
    assertEquals(NumberText.of("2024-01-01"), dates.value(0, 0));
    assertTrue(dates.notes().get(0).contains("read as dates, which count as milliseconds"));
  }

  @Test
  void labelsThatMayBeCodesStayLabels() {
    for (List<String> labels :
        List.of(
            labels(12, "%d"), // whole numbers alone
            labels(9, "%d.5"), // few
            labels(12, "%03d", "n/a"), // zeros in front
            labels(12, "%d.5", "low"))) { // one other text in twelve
      Table read = read(labels);
      assertEquals(new Column.Nominal("c", labels), read.columns().get(0), labels.toString());
    }
    assertEquals(new Column.Numeric("c"), read(labels(20, "%d.5", "low")).columns().get(0));
  }

  @Test
  void whoAskedForCategoriesGetsThem() {
    Column asked = new Column.Nominal("c", labels(12, "%d.5"), true);
    double[][] cells = new double[12][2];
    for (int r = 0; r < 12; r++) {
      cells[r] = new double[] {r, r};
    }
    Table table = new ArrayTable(List.of(asked, new Column.Numeric("t")), cells);
    assertEquals(asked, NumbersInText.of(table, Columns.all(table), 1).columns().get(0));
    // The target is as the host says, too.
    assertEquals(asked, NumbersInText.of(table, Columns.all(table), 0).columns().get(0));
  }

  @Test
  void newRowsMayHaveTheirNumbersAsTexts() {
    Table numbers = Columns.number("c", 0, 1, 2, 5);
    Encoder encoder = Columns.fit(numbers);
    Table texts = Columns.category("c", List.of("5", "2", "soon", "1.0"), 0, 2, 1, 3);
    double[] missing = Columns.vector(encoder, Columns.number("c", Double.NaN), 0);
    RowReader reader = encoder.bind(texts.columns());
    assertEquals(
        List.of(vector(encoder, numbers, 3), list(missing), vector(encoder, numbers, 2)),
        List.of(
            list(reader.vector(texts, 0)),
            list(reader.vector(texts, 1)),
            list(reader.vector(texts, 2))));
    assertEquals(1, reader.surprises(texts, 1)[0]);
    assertEquals(0, reader.surprises(texts, 0)[0]);
    assertEquals(1, NumbersInText.of(texts, encoder).value(3, 0));
  }

  private static List<Double> vector(Encoder encoder, Table table, int row) {
    return list(Columns.vector(encoder, table, row));
  }

  private static List<Double> list(double[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }
}
