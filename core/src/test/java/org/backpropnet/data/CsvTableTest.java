package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.data.TableOptions.Kind;
import org.backpropnet.function.Activation;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static CsvTable table(String text) {
    return table(text, TableOptions.AUTO);
  }

  private static CsvTable table(String text, TableOptions options) {
    return CsvTable.parse("t.csv", text.getBytes(StandardCharsets.UTF_8), options);
  }

  private static String error(String text, TableOptions options) {
    return assertThrows(DataException.class, () -> table(text, options)).getMessage();
  }

  private static String error(String text) {
    return error(text, TableOptions.AUTO);
  }

  /** A cell as a person sees it. */
  private static String cell(Table table, int row, int column) {
    double value = table.value(row, column);
    if (Double.isNaN(value)) {
      return "missing";
    }
    return table.columns().get(column) instanceof Column.Nominal nominal
        ? nominal.labels().get((int) value)
        : CsvCell.of(value);
  }

  private static List<String> row(Table table, int row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> cell(table, row, column))
        .toList();
  }

  @Test
  void numbersAndCategoriesAreToldApartByTheirCells() {
    CsvTable table = table("size,colour\n1.5,red\n-2e3,blue\n.5,red\n");
    assertEquals(
        List.of(new Column.Numeric("size"), new Column.Nominal("colour", List.of("red", "blue"))),
        table.columns());
    assertEquals(3, table.rowCount());
    assertEquals(List.of("1.5", "red"), row(table, 0));
    assertEquals(List.of("-2000", "blue"), row(table, 1));
    assertEquals(List.of("0.5", "red"), row(table, 2));
    assertEquals(1, table.weight(0), 0);
    assertEquals(List.of(), table.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyKindOfLineEndDividesRowsAndTheLastMayBeAbsent(String end) {
    String text = String.join(end, "a,b", "1,x", "", "  ", "2,y");
    assertEquals(List.of("2", "y"), row(table(text), 1));
    assertEquals(List.of("2", "y"), row(table(end + text + end + end), 1));
    assertEquals(2, table(text + end).rowCount());
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t'})
  void theSeparatorIsTheOneThatTheFirstLineHasMostOften(char separator) {
    String text = "a|\"b,;,;,;\"|c\n1|\"x,y\"|3\n".replace('|', separator);
    assertEquals(List.of("1", "x,y", "3"), row(table(text), 0));
    assertEquals(row(table(text), 0), row(table("\uFEFF \n" + text), 0));
    assertEquals(
        row(table(text), 0), row(table(text, TableOptions.AUTO.separatedBy(separator)), 0));
  }

  @Test
  void ofEquallyFrequentSeparatorsTheCommaIsTakenUnlessAnotherIsGiven() {
    assertEquals(List.of("1;2", "3"), row(table("a;b,c\n1;2,3\n"), 0));
    assertEquals(
        List.of("1", "2,3"), row(table("a;b,c\n1;2,3\n", TableOptions.AUTO.separatedBy(';')), 0));
    String refused =
        assertThrows(IllegalArgumentException.class, () -> TableOptions.AUTO.separatedBy('|'))
            .getMessage();
    assertTrue(refused.contains("\"|\""), refused);
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLineEnds() {
    CsvTable table = table("a, \"b \" ,c\n\"x,\"\"y\"\"\", \" p\r\nq\" ,2\nz,\"\"\"\",3\n");
    assertEquals("b ", table.columns().get(1).name());
    assertEquals(List.of("x,\"y\"", " p\r\nq", "2"), row(table, 0));
    assertEquals(List.of("z", "\"", "3"), row(table, 1));
  }

  @Test
  void emptyCellsQuestionMarksAndPlainNaAreMissing() {
    CsvTable table = table("a,b,c\n?,NA,\n\"\",  ,1\n2,\"NA\",NA\n3,\"?\",4\n");
    assertEquals(List.of("missing", "missing", "missing"), row(table, 0));
    assertEquals(List.of("missing", "missing", "1"), row(table, 1));
    assertEquals(List.of("2", "NA", "missing"), row(table, 2));
    assertEquals(List.of("3", "?", "4"), row(table, 3));
    assertEquals(new Column.Numeric("x"), table("x,y\n,1\n,2\n").columns().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d",
        "1f",
        "0x1p3",
        "NaN",
        "Infinity",
        "1e999",
        "-1e999",
        "1e",
        "e1",
        ".",
        "+",
        "1.2.3",
        "1_000",
        "1 000",
        "١",
        "--1",
        "1e+",
        "1,5"
      })
  void whatIsNoFiniteDecimalNumberMakesCategories(String cell) {
    CsvTable table = table("a;b\n1;1\n" + cell + ";2\n");
    assertEquals(new Column.Nominal("a", List.of("1", cell)), table.columns().get(0));
    assertEquals(1, table.notes().size());
    String note = table.notes().get(0);
    assertTrue(note.contains("\"a\"") && note.contains("\"" + cell + "\" (line 3)"), note);
    assertEquals(cell.equals("1,5"), note.contains("Write numbers with a point: 1.5."), note);
  }

  private static String lines(int count, String form, String... others) {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < count; i++) {
      text.append(String.format(java.util.Locale.ROOT, form, i)).append(",x\n");
    }
    for (String other : others) {
      text.append(other).append(",y\n");
    }
    return text.toString();
  }

  @Test
  void marksAndSlipsInAColumnOfNumbersAreMissing() {
    CsvTable table = table(lines(12, "%d", "n/a", "NULL", "-"));
    assertEquals(new Column.Numeric("a"), table.columns().get(0));
    assertEquals(List.of("11", "x"), row(table, 11));
    assertEquals(Double.NaN, table.value(12, 0));
    assertEquals(
        List.of(
            "In column \"a\" 3 cells are no number and count as missing; the first is \"n/a\" (line"
                + " 14)."),
        table.notes());
    assertEquals(
        new Column.Numeric("a"), table(lines(20, "%d", "about 5")).columns().get(0), "1 in 20");
    for (String text :
        List.of(
            lines(19, "%d", "about 5"), // 1 in 19
            lines(9, "%d", "n/a"), // few numbers
            lines(12, "0%d", "n/a"), // codes
            "a,b\n" + "n/a,x\n".repeat(30))) { // no number
      assertTrue(table(text).columns().get(0) instanceof Column.Nominal, text);
    }
  }

  @Test
  void datesAreNumbersOfMilliseconds() {
    CsvTable table = table(lines(12, "2024-01-%02d", "", "soon n/a").replace("-00", "-31"));
    assertTrue(table.columns().get(0) instanceof Column.Nominal, "one slip in twelve");
    table = table(lines(12, "2024-01-%02d", "", "n/a").replace("-00", "-31"));
    assertEquals(new Column.Numeric("a"), table.columns().get(0));
    assertEquals(NumberText.of("2024-01-31"), table.value(0, 0));
    assertEquals(Double.NaN, table.value(12, 0));
    assertEquals(
        List.of(
            "Column \"a\" is read as dates, which count as milliseconds since 1970. In column \"a\""
                + " 1 cell is no number and counts as missing; the first is \"n/a\" (line 15)."),
        table.notes());
  }

  @Test
  void newRowsMayHaveTheMarksAndDatesThatTrainingHad() {
    Encoder encoder =
        EncoderFit.fit(table(lines(30, "%d.5")), new int[] {0, 1}, 1, Activation.TANH);
    TableOptions learned = TableOptions.AUTO.withInputsOf(encoder);
    assertEquals(Double.NaN, table("a,b\n1,x\nn/a,y\n", learned).value(1, 0));
    assertEquals(NumberText.of("2024-05-05"), table("a\n2024-05-05\n", learned).value(0, 0));
    assertTrue(error("a\nn/a\nlong\n", learned).contains("\"n/a\" is no finite number"));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "+1,1", "-0,-0", "3.,3", ".25,0.25", "1E2,100", "00012,12", "1e-400,0"})
  void numbersAreReadAsJavaReadsThem(String cell, String value) {
    assertEquals(value, cell(table("a\n" + cell + "\n"), 0, 0));
  }

  @Test
  void theUserDecidesWhatAColumnIs() {
    String zips = "zip,n\n98701,1\n098701,?\n";
    CsvTable table = table(zips, TableOptions.AUTO.with("zip", Kind.CATEGORIES));
    assertEquals(
        new Column.Nominal("zip", List.of("98701", "098701"), true), table.columns().get(0));
    TableOptions numbers = TableOptions.AUTO.with("n", Kind.NUMBERS);
    assertEquals(List.of("98701", "1"), row(table(zips, numbers), 0));
    assertEquals(
        "t.csv, line 4: column \"n\": \"1,5\" is no finite number, but the column was asked to be"
            + " numbers. Write numbers with a point: 1.5.",
        error("zip;n\n1;1\n2;?\n3;1,5\n", numbers));
    assertEquals(
        "t.csv has no column \"size\". It has [zip, n].",
        error(zips, TableOptions.AUTO.with("size", Kind.NUMBERS)));
  }

  @Test
  void aModelsKindsHoldWhateverTheCellsLookLikeAndMayBeAbsent() {
    CsvTable before =
        table("zip,n,k\na,1,1\nb,2,1\n", TableOptions.AUTO.with("zip", Kind.CATEGORIES));
    Encoder encoder = EncoderFit.fit(before, new int[] {0, 1}, 2, Activation.IDENTITY);
    TableOptions learned = TableOptions.AUTO.withInputsOf(encoder);
    CsvTable now = table("n,zip,k\n3,12,soon\n", learned);
    assertEquals(new Column.Nominal("zip", List.of("12")), now.columns().get(1));
    assertEquals(new Column.Nominal("k", List.of("soon")), now.columns().get(2));
    assertEquals(List.of("3"), row(table("n\n3\n", learned), 0));
    String wrong = error("n,zip\n3,1\nmany,2\n", learned);
    assertTrue(wrong.contains("line 3") && wrong.contains("\"many\""), wrong);
    assertTrue(wrong.contains("was learned as numbers") && wrong.contains("leave it empty"), wrong);
    TableOptions truth = learned.withTarget(encoder.target());
    assertTrue(error("n,zip,k\n3,12,soon\n", truth).contains("\"soon\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "''|t.csv is empty",
        "~  ~~|t.csv is empty",
        "a,b~|no row below it",
        "a,,c~1,2,3|line 1: column 2 has no name",
        "~a,b,a~1,2,3|line 2: columns 1 and 3 both have the name \"a\"",
        "a,b~1,2~3~|line 3: the row has 1 cell, but the first line names 2 columns",
        "a~1,2~|line 2: the row has 2 cells, but the first line names 1 column",
        "a,b~1,2,~|line 2: the row has 3 cells",
        "a,b~1,\"x~y~|line 2: the quote that opens here is never closed",
        "a,b~1,\"x~y\" z~|line 3: something follows a closing quote",
        "a,b~1,5\" pipe~|line 2: a quote stands in a cell that does not begin with one",
        "a,b~1,\0~|line 2: cell 2 is no text in UTF-8",
      })
  void whatIsWrongIsNamedWithItsPlace(String text, String words) {
    String message = error(text.replace("''", "").replace('~', '\n'));
    assertTrue(message.contains(words), message);
    assertTrue(message.startsWith("t.csv"), message);
  }

  @Test
  void linesAreCountedThroughQuotedLineEnds() {
    String text = "a,b\r\n\"1\r\n2\r3\n4\",x\r\n5\r\n";
    assertTrue(error(text).contains("line 6: the row has 1 cell"), error(text));
  }

  @Test
  void otherEncodingsAreRefused() {
    String text = "größe,b\n1,2\n";
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
      byte[] bytes = text.getBytes(charset);
      String message =
          assertThrows(DataException.class, () -> CsvTable.parse("t.csv", bytes, TableOptions.AUTO))
              .getMessage();
      assertTrue(message.contains("line 1: cell 1 is no text in UTF-8"), message);
    }
    assertEquals("größe", table(text).columns().get(0).name());
  }

  @Test
  void brokenFilesDoNotAskForEndlessMemory() {
    assertTrue(error("a,b\n1," + "x".repeat(2_000_000) + "\n").contains("longer than 1 MB"));
    assertTrue(error("a,b\n1,\"" + "\n".repeat(2_000_000) + "\"").contains("longer than 1 MB"));
    assertTrue(error(",".repeat(200_000)).contains("line 1: the row has more than 100000 cells"));
    String wide = "a\n" + (" ".repeat(999) + ",").repeat(20_000);
    assertTrue(error(wide).contains("line 2: the row is longer than 16 MB"));
  }

  @Test
  void whatMemoryWouldNotHoldIsRefusedBeforeItIsAskedFor() {
    String text = "a,b\n1,x\n2,y\n";
    // 12 bytes of the file, 8 for each of 4 cells, and 152 for each of the labels x and y.
    int enough = 12 + 4 * 8 + 2 * 152;
    assertEquals(2, reading(text, enough).rowCount());
    String labels = assertThrows(DataException.class, () -> reading(text, enough - 1)).getMessage();
    assertTrue(labels.contains("line 3: column \"b\" has so many different texts (2)"), labels);
    String cells = assertThrows(DataException.class, () -> reading(text, 43)).getMessage();
    assertTrue(cells.startsWith("t.csv needs 0 MB of memory"), cells);
    assertTrue(cells.contains("-Xmx"), cells);
  }

  private static Table reading(String text, long room) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new CsvReading("t.csv", bytes, TableOptions.AUTO, room).table();
  }

  @Test
  void aLongRunOfBlankLinesIsNoTrouble() {
    assertEquals(1, table("a\n" + "\n".repeat(1_000_000) + "1").rowCount());
  }

  @Test
  void missingFilesAndFoldersAreNamed(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.csv");
    String missing =
        assertThrows(DataException.class, () -> CsvTable.read(none, TableOptions.AUTO))
            .getMessage();
    assertTrue(missing.contains("none.csv\" does not exist"), missing);
    String wrong =
        assertThrows(DataException.class, () -> CsvTable.read(folder, TableOptions.AUTO))
            .getMessage();
    assertTrue(wrong.contains("is a folder"), wrong);
    Path file = Files.writeString(folder.resolve("with blanks.csv"), "a\n1\n");
    assertEquals(1, CsvTable.read(file, TableOptions.AUTO).rowCount());
  }

  @Test
  void theHousesAreRead() throws IOException {
    TableOptions options = TableOptions.AUTO.with("zip", Kind.CATEGORIES);
    CsvTable houses = CsvTable.read(ProjectFiles.testData("houses.csv"), options);
    assertEquals(2098, houses.rowCount());
    assertEquals(7, houses.columns().size());
    assertEquals(70, ((Column.Nominal) houses.columns().get(2)).labels().size());
    assertEquals(List.of("7", "9.5", "98732", "3", "245", "2018", "243.4"), row(houses, 0));
    assertEquals(List.of(), houses.notes());
  }

  @Test
  void aColumnOfWeightsIsTakenOut() {
    Table table = new WeightedTable(table("a,w,b\n1,2,x\n3,0.5,y\n"), "w");
    assertEquals(List.of("a", "b"), table.columns().stream().map(Column::name).toList());
    assertEquals(List.of("3", "y"), row(table, 1));
    assertEquals(2, table.weight(0), 0);
    assertEquals(0.5, table.weight(1), 0);
    assertThrows(DataException.class, () -> new WeightedTable(table, "b"));
    assertThrows(DataException.class, () -> new WeightedTable(table, "w"));
  }
}
