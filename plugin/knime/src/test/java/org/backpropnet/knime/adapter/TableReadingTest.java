package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a host become a table of the core. */
class TableReadingTest {
  private static final List<HostColumn> BOTH =
      List.of(HostColumn.number("size"), HostColumn.category("zip"));

  @Test
  void numbersAndLabelsKeepTheirPlaces() {
    Table table = Cells.read(BOTH, new Cells(1.5, "b"), new Cells(2.0, "a")).table();
    assertEquals(
        List.of(new Column.Numeric("size"), new Column.Nominal("zip", List.of("b", "a"))),
        table.columns());
    assertEquals(2, table.rowCount());
    assertEquals(1.5, table.value(0, 0));
    assertEquals(0, table.value(0, 1));
    assertEquals(1, table.value(1, 1));
  }

  @Test
  void listedLabelsKeepTheirOrderAndOthersFollow() {
    List<HostColumn> listed = List.of(HostColumn.category("zip", List.of("x", "y")));
    Table table = Cells.read(listed, new Cells("new"), new Cells("y")).table();
    assertEquals(List.of(new Column.Nominal("zip", List.of("x", "y", "new"))), table.columns());
    assertEquals(2, table.value(0, 0));
    assertEquals(1, table.value(1, 0));
  }

  @Test
  void whatIsMissingOrNotFiniteIsMissing() {
    Table table =
        Cells.read(
                BOTH,
                new Cells(null, null),
                new Cells(Double.NaN, "a"),
                new Cells(Double.POSITIVE_INFINITY, "a"),
                new Cells(Double.NEGATIVE_INFINITY, "a"))
            .table();
    for (int row = 0; row < 4; row++) {
      assertTrue(Double.isNaN(table.value(row, 0)), "row " + row);
    }
    assertTrue(Double.isNaN(table.value(0, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 0.1, 1e300, -1e-320, 16_777_217, 9_007_199_254_740_991.0, 0.5})
  void everyNumberComesBackBitForBit(double value) {
    List<HostColumn> one = List.of(HostColumn.number("x"));
    Table table =
        Cells.read(one, new Cells(0.25), new Cells(value), new Cells((Object) null), new Cells(0.1))
            .table();
    assertEquals(0.25, table.value(0, 0));
    assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(table.value(1, 0)));
    assertTrue(Double.isNaN(table.value(2, 0)));
    assertEquals(0.1, table.value(3, 0));
  }

  @Test
  void cellsTakeFourBytesUntilOneNeedsMore() {
    Numbers numbers = new Numbers(2);
    numbers.set(0, 0.5);
    assertTrue(numbers.isNarrow());
    numbers.set(1, 0.1);
    assertFalse(numbers.isNarrow());
  }

  @Test
  void noRowsMakeATableWithoutRows() {
    Table table = Cells.read(BOTH).table();
    assertEquals(0, table.rowCount());
    assertEquals(2, table.columns().size());
  }

  @Test
  void fewerRowsThanAnnouncedAreFine() {
    TableReading reading = new TableReading(BOTH, 10);
    reading.add(new Cells(1.0, "a"));
    assertEquals(1, reading.table().rowCount());
  }

  @Test
  void tenThousandCategoriesAreTold() {
    TableReading reading = new TableReading(List.of(HostColumn.category("id")), 10_000);
    for (int row = 0; row < 10_000; row++) {
      reading.add(new Cells("label " + row));
    }
    Table table = reading.table();
    assertEquals(9_999, table.value(9_999, 0));
    assertEquals(10_000, ((Column.Nominal) table.columns().get(0)).labels().size());
  }

  @Test
  void oddNamesAreNamesLikeAnyOther() {
    for (String name : List.of("", " ", "a\"b", "<b>", "ä 🏠", "P (y=1)")) {
      assertEquals(
          name, Cells.read(List.of(HostColumn.number(name))).table().columns().get(0).name());
    }
  }

  @Test
  void aTableThatDoesNotFitIsRefusedBeforeARowIsRead() {
    // 1,000,000 rows of 8 + 4 bytes, and coded 4 + 4 + 76, are 96,000,000 bytes: one more than
    // free.
    DataException refused =
        assertThrows(
            DataException.class, () -> TableReading.requireRoom(BOTH, 1_000_000, 95_999_999));
    assertTrue(refused.getMessage().contains("need about 92 MB"), refused::getMessage);
    assertTrue(refused.getMessage().contains("knime.ini"), refused::getMessage);
    TableReading.requireRoom(BOTH, 1_000_000, 96_000_000);
    assertThrows(
        DataException.class, () -> TableReading.requireRoom(BOTH, 1L << 31, Long.MAX_VALUE));
  }

  @Test
  void anInterruptedReaderStops() {
    Table table = Cells.read(BOTH, new Cells(1.0, "a")).table();
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> table.value(0, 0));
    assertTrue(Thread.interrupted(), "the flag stays for those above");
  }
}
