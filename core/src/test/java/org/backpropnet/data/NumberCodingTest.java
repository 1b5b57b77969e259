package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.function.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells of numeric columns become inputs. */
class NumberCodingTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** A handful of roundings of numbers near 1. */
  private static final double ROUNDING = 1e-14;

  @Test
  void aNumberIsCodedInStandardDeviationsFromTheMean() {
    Table table = Columns.number("a", 1, 3, 5, 7);
    Encoder encoder = Columns.fit(table);
    double deviation = Math.sqrt(5);
    for (int row = 0; row < 4; row++) {
      double expected = (table.value(row, 0) - 4) / deviation;
      assertArrayEquals(new double[] {expected}, Columns.vector(encoder, table, row), ROUNDING);
    }
  }

  @Test
  void onlyTheTrainingRowsDecideTheScale() {
    Table table = Columns.number("a", 1, 3, 5, 7, 1e9, NAN);
    int[] training = {0, 1, 2, 3};
    Encoder some = EncoderFit.fit(table, training, 1, Activation.IDENTITY);
    assertEquals(Columns.fit(Columns.number("a", 1, 3, 5, 7)).codes(), some.codes());
  }

  @Test
  void aRowOfWeightThreeCountsAsThreeRows() {
    List<Column> columns = List.of(new Column.Numeric("a"), new Column.Numeric("target"));
    double[][] cells = {{0.1, 0}, {0.7, 1}, {NAN, 2}, {1.9, 3}};
    Moments weighted =
        Moments.of(
            new ArrayTable(columns, cells, new double[] {3, 1, 2, 1}), 0, new int[] {0, 1, 2, 3});
    Moments repeated =
        Moments.of(Columns.number("a", 0.1, 0.1, 0.1, 0.7, 1.9), 0, new int[] {0, 1, 2, 3, 4});
    assertEquals(5, weighted.weight());
    assertEquals(repeated.mean(), weighted.mean(), ROUNDING);
    assertEquals(repeated.deviation(), weighted.deviation(), ROUNDING);
    assertEquals(0.1, weighted.low());
    assertEquals(1.9, weighted.high());
  }

  @Test
  void aMissingCellIsNeutralAndRaisesAFlagThatHasAName() {
    Table table = Columns.number("a", -2, NAN, 2);
    Encoder encoder = Columns.fit(table);
    assertArrayEquals(new String[] {"a", "a is missing"}, encoder.inputNames());
    assertArrayEquals(new double[] {-1, 0}, Columns.vector(encoder, table, 0));
    assertArrayEquals(new double[] {0, 1}, Columns.vector(encoder, table, 1));
  }

  @Test
  void anInfiniteNumberCountsAsMissing() {
    Table table = Columns.number("a", -2, INFINITE, 2, -INFINITE);
    Encoder encoder = Columns.fit(table);
    assertEquals(Columns.fit(Columns.number("a", -2, NAN, 2, NAN)).codes(), encoder.codes());
    assertArrayEquals(new double[] {0, 1}, Columns.vector(encoder, table, 1));
    assertArrayEquals(new double[] {0, 1}, Columns.vector(encoder, table, 3));
  }

  @Test
  void aCellMissingOnlyAtPredictionIsNeutralAndCounted() {
    Encoder encoder = Columns.fit(Columns.number("a", -2, 2));
    Table asked = Columns.number("a", NAN, INFINITE, 2);
    RowReader reader = encoder.bind(asked.columns());
    assertArrayEquals(new String[] {"a"}, encoder.inputNames());
    assertArrayEquals(new double[] {0}, reader.vector(asked, 0));
    assertArrayEquals(new double[] {0}, reader.vector(asked, 1));
    assertArrayEquals(new int[] {1, 0}, reader.surprises(asked, 0));
    assertArrayEquals(new int[] {1, 0}, reader.surprises(asked, 1));
    assertArrayEquals(new int[] {0, 0}, reader.surprises(asked, 2));
  }

  @Test
  void aConstantColumnIsLeftOutAndSaidSo() {
    Encoder encoder = Columns.fit(Columns.number("a", 7, 7, 7));
    assertEquals(0, encoder.inputs());
    assertEquals(
        List.of("Column \"a\" is left out: it is 7.0 in every training row."), encoder.notes());
  }

  @Test
  void aColumnWithoutAKnownCellIsLeftOutAndSaidSo() {
    Encoder encoder = Columns.fit(Columns.number("a", NAN, INFINITE, NAN));
    assertEquals(0, encoder.inputs());
    assertEquals(
        List.of("Column \"a\" is left out: it is missing in every training row."), encoder.notes());
  }

  @Test
  void aColumnWithOneKnownNumberKeepsItsFlagAndIgnoresOtherNumbers() {
    Encoder encoder = Columns.fit(Columns.number("a", 7, NAN, 7));
    Table asked = Columns.number("a", 7, NAN, 1000, -1e300);
    assertArrayEquals(new String[] {"a", "a is missing"}, encoder.inputNames());
    assertArrayEquals(new double[] {0, 0}, Columns.vector(encoder, asked, 0));
    assertArrayEquals(new double[] {0, 1}, Columns.vector(encoder, asked, 1));
    // 1e300 divided by the largest double: nothing that a weight could turn into an answer.
    assertArrayEquals(new double[] {0, 0}, Columns.vector(encoder, asked, 2), 1e-7);
    assertArrayEquals(new double[] {0, 0}, Columns.vector(encoder, asked, 3), 1e-7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1.7e308, 1, 1e-30, 1e-300})
  void anyScaleThatADoubleHasIsStandardised(double unit) {
    Table table = Columns.number("a", -unit, unit, unit, -unit);
    Encoder encoder = Columns.fit(table);
    assertArrayEquals(new double[] {-1}, Columns.vector(encoder, table, 0), ROUNDING);
    assertArrayEquals(new double[] {1}, Columns.vector(encoder, table, 1), ROUNDING);
  }

  @Test
  void hugeAndTinyNumbersInOneColumnStayFinite() {
    Table table = Columns.number("a", -1.7e308, 1.7e308, 1e-300, 0, Double.MIN_VALUE);
    Encoder encoder = Columns.fit(table);
    for (int row = 0; row < 5; row++) {
      double coded = Columns.vector(encoder, table, row)[0];
      assertTrue(Math.abs(coded) < 2, "coded as " + coded);
    }
  }

  @Test
  void theDistanceOfTwoNumbersMayBeLargerThanAnyDouble() {
    double most = 1.7e308;
    Table table = Columns.number("a", -most, most, most, most);
    Encoder encoder = Columns.fit(table);
    assertArrayEquals(new double[] {-Math.sqrt(3)}, Columns.vector(encoder, table, 0), ROUNDING);
    assertArrayEquals(new double[] {1 / Math.sqrt(3)}, Columns.vector(encoder, table, 1), ROUNDING);
  }

  @Test
  void datesInMillisecondsKeepTheirDistances() {
    double day = 86_400_000;
    double start = 1_700_000_000_000.0;
    Table table = Columns.number("a", start, start + day, start + 2 * day);
    Encoder encoder = Columns.fit(table);
    double expected = Math.sqrt(1.5);
    // A date of 1.7e12 ms is rounded to 2e-4 ms when it is divided: 2e-12 days.
    assertArrayEquals(new double[] {-expected}, Columns.vector(encoder, table, 0), 1e-11);
    assertArrayEquals(new double[] {0}, Columns.vector(encoder, table, 1), 1e-11);
    assertArrayEquals(new double[] {expected}, Columns.vector(encoder, table, 2), 1e-11);
  }

  @Test
  void aNumberFarOutsideIsHeldAtTheLimit() {
    Encoder encoder = Columns.fit(Columns.number("a", -1, 1));
    Table asked = Columns.number("a", 1e308, -1e308, 5);
    assertArrayEquals(new double[] {Encoder.LIMIT}, Columns.vector(encoder, asked, 0));
    assertArrayEquals(new double[] {-Encoder.LIMIT}, Columns.vector(encoder, asked, 1));
    assertArrayEquals(new double[] {5}, Columns.vector(encoder, asked, 2), ROUNDING);
  }
}
