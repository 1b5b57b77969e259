package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows are learned from and which are held out. */
class SplitTest {
  private static final double NAN = Double.NaN;

  /** 100 rows of "common", 20 of "rare", 4 of "few", 1 of "single". */
  private static final int[] COUNTS = {100, 20, 4, 1};

  private static Table classes(List<String> labels) {
    double[][] cells = new double[125][];
    List<String> order = List.of("common", "rare", "few", "single");
    int row = 0;
    for (int k = 0; k < COUNTS.length; k++) {
      for (int i = 0; i < COUNTS[k]; i++) {
        cells[row++] = new double[] {labels.indexOf(order.get(k))};
      }
    }
    return new ArrayTable(List.of(new Column.Nominal("class", labels)), cells);
  }

  private static Split split(Table table, double share, long seed) {
    int[] rows = Split.usable(table, table.columns().size() - 1);
    return Split.stratified(table, table.columns().size() - 1, rows, new Split.Share(share, seed));
  }

  @Test
  void eachClassIsHeldOutInItsShareAndNoneLeavesTheTrainingRows() {
    Table table = classes(List.of("common", "rare", "few", "single"));
    for (int seed = 0; seed < 20; seed++) {
      Split split = split(table, 0.25, seed);
      assertArrayEquals(new int[] {25, 5, 1, 0}, perClass(table, split.validation()));
      assertArrayEquals(new int[] {75, 15, 3, 1}, perClass(table, split.training()));
      assertArrayEquals(Columns.all(table), merged(split));
    }
  }

  @Test
  void evenIfAlmostAllIsHeldOutEachClassKeepsARow() {
    Table table = classes(List.of("common", "rare", "few", "single"));
    assertArrayEquals(new int[] {1, 1, 1, 1}, perClass(table, split(table, 0.9999, 1).training()));
  }

  @Test
  void theSeedDecidesWhichRowsAndTheOrderOfLabelsDoesNot() {
    Table table = classes(List.of("common", "rare", "few", "single"));
    Table padded = classes(List.of("x", "single", "few", "y", "rare", "common"));
    int[] held = split(table, 0.25, 1).validation();
    assertArrayEquals(held, split(table, 0.25, 1).validation());
    assertArrayEquals(held, split(padded, 0.25, 1).validation());
    assertFalse(Arrays.equals(held, split(table, 0.25, 2).validation()));
  }

  @Test
  void aNumericTargetIsHeldOutByTheShareAlone() {
    Split split = split(Columns.number("a", new double[40]), 0.25, 3);
    assertEquals(10, split.validation().length);
    assertEquals(30, split.training().length);
  }

  @Test
  void rowsOfWeightZeroAndRowsWithoutATargetAreNeverUsed() {
    List<Column> columns = List.of(new Column.Numeric("t"));
    double[][] cells = {{1}, {2}, {NAN}, {4}, {Double.POSITIVE_INFINITY}};
    Table table = new ArrayTable(columns, cells, new double[] {1, 0, 1, 0.5, 1});
    assertArrayEquals(new int[] {0, 3}, Split.usable(table, 0));
  }

  @Test
  void aWeightThatIsNoWeightIsRefusedWithItsRow() {
    List<Column> columns = List.of(new Column.Numeric("t"));
    for (double bad : new double[] {-1, NAN, Double.POSITIVE_INFINITY}) {
      Table table = new ArrayTable(columns, new double[][] {{1}, {2}}, new double[] {1, bad});
      String message = assertThrows(DataException.class, () -> Split.usable(table, 0)).getMessage();
      assertEquals(
          "The weight of row 2 is " + bad + ", but it must be at least 0 and finite.", message);
    }
  }

  @Test
  void everyRowIsHeldOutByAboutItsShareOfTheSeeds() {
    Table table = Columns.number("a", new double[40]);
    int[] held = new int[40];
    int seeds = 400;
    for (int seed = 0; seed < seeds; seed++) {
      for (int row : split(table, 0.25, seed).validation()) {
        held[row]++;
      }
    }
    // 100 expected; 5 standard deviations of a fair draw, sqrt(400 x 0.25 x 0.75) = 8.7 each.
    for (int row = 0; row < held.length; row++) {
      assertTrue(Math.abs(held[row] - 100) < 44, "row " + row + " was held out " + held[row]);
    }
  }

  private static int[] perClass(Table table, int[] rows) {
    int[] count = new int[COUNTS.length];
    for (int row : rows) {
      count[(int) table.value(row, 0)]++;
    }
    return count;
  }

  private static int[] merged(Split split) {
    return IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
        .sorted()
        .toArray();
  }
}
