package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.function.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells of numeric columns become thermometers, where somebody asks for them. */
class ThermometerCodingTest {
  private static final double NAN = Double.NaN;

  /** A few roundings of numbers up to 1. */
  private static final double ROUNDING = 1e-15;

  private static Encoder fit(Table table, int bins) {
    int target = table.columns().size() - 1;
    return EncoderFit.fitThermometers(table, Columns.all(table), target, Activation.IDENTITY, bins);
  }

  private static List<Double> marks(Table table, int bins) {
    InputCode code = fit(table, bins).codes().get(0);
    return assertInstanceOf(InputCode.Thermometer.class, code).marks();
  }

  @Test
  void inputsBelowANumberAreOneItsOwnIsAShareAndThoseAboveAreZero() {
    Encoder encoder = fit(Columns.number("a", 50, 60, 100), 8);
    Table asked = Columns.number("a", 50, 57.5, 60, 90, 100, 1e9, -1e9, NAN);
    double[][] expected = {{0, 0}, {0.75, 0}, {1, 0}, {1, 0.75}, {1, 1}, {1, 1}, {0, 0}, {0, 0}};
    for (int row = 0; row < expected.length; row++) {
      assertArrayEquals(expected[row], Columns.vector(encoder, asked, row), ROUNDING);
    }
    assertArrayEquals(
        new String[] {"a from 50.0 to 60.0", "a from 60.0 to 100.0"}, encoder.inputNames());
  }

  @Test
  void aMissingNumberIsAllZerosAndRaisesItsFlag() {
    Table table = Columns.number("a", 1, NAN, 2, Double.POSITIVE_INFINITY, 3);
    Encoder encoder = fit(table, 8);
    assertArrayEquals(
        new String[] {"a is missing", "a from 1.0 to 2.0", "a from 2.0 to 3.0"},
        encoder.inputNames());
    assertArrayEquals(new double[] {1, 0, 0}, Columns.vector(encoder, table, 1));
    assertArrayEquals(new double[] {1, 0, 0}, Columns.vector(encoder, table, 3));
    assertArrayEquals(new double[] {0, 1, 0}, Columns.vector(encoder, table, 2));
    assertArrayEquals(new int[] {1, 0}, encoder.bind(table.columns()).surprises(table, 1));
  }

  @Test
  void marksLieAtEqualSharesOfTheRows() {
    double[] cells = IntStream.rangeClosed(1, 100).mapToDouble(i -> i * i).toArray();
    assertEquals(
        List.of(1.0, 625.0, 2500.0, 5625.0, 10000.0), marks(Columns.number("a", cells), 4));
  }

  @Test
  void aRowOfWeightThreeCountsAsThreeRows() {
    List<Column> columns = List.of(new Column.Numeric("a"), new Column.Numeric("target"));
    double[] values = {5, 1, 9, 2, 8, 3, 7, 11};
    double[] weights = {3, 1, 2, 7, 1, 1, 4, 2};
    double[][] cells = new double[values.length][];
    Arrays.setAll(cells, r -> new double[] {values[r], r});
    double[] repeated =
        IntStream.range(0, values.length)
            .boxed()
            .flatMapToDouble(r -> IntStream.range(0, (int) weights[r]).mapToDouble(i -> values[r]))
            .toArray();
    for (int bins = 2; bins < 8; bins++) {
      assertEquals(
          marks(Columns.number("a", repeated), bins),
          marks(new ArrayTable(columns, cells, weights), bins));
    }
  }

  @Test
  void fewDistinctNumbersAreTheMarksThemselves() {
    assertEquals(
        List.of(-1.0, 0.0, 4.0), marks(Columns.number("a", 4, -0.0, 0.0, -1, 4, 4, -1), 48));
  }

  @Test
  void aNumberThatFillsSeveralSharesIsOneMark() {
    double[] cells = new double[100];
    Arrays.setAll(cells, i -> i < 80 ? 7 : i);
    List<Double> marks = marks(Columns.number("a", cells), 10);
    assertEquals(List.of(7.0, 89.0, 99.0), marks);
  }

  @Test
  void twoNumbersStayAScaledNumberAndOneIsLeftOut() {
    assertInstanceOf(
        InputCode.Number.class, fit(Columns.number("a", 0, 1, 1, 0), 16).codes().get(0));
    assertInstanceOf(InputCode.Dropped.class, fit(Columns.number("a", 7, 7), 16).codes().get(0));
  }

  @Test
  void withoutAWishAllIsAsBefore() {
    Table table = Columns.number("a", 1, 2, 3, 4, NAN);
    assertEquals(Columns.fit(table), fit(table, 0));
    assertThrows(IllegalArgumentException.class, () -> fit(table, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.7e308, 1, 1e-300, Double.MIN_VALUE})
  void sharesStayWithinTheirBinAtAnyScale(double unit) {
    Table table = Columns.number("a", -unit, 0, unit);
    for (List<Double> marks : List.of(List.of(-unit, 0.0, unit), List.of(-unit, unit))) {
      InputCode code = new InputCode.Thermometer("a", marks, 0, -1);
      Encoder encoder =
          new Encoder(
              List.of(code), new TargetCode.Number("target", 0, 1, 0, 1), 0, marks.size() - 1);
      for (int row = 0; row < 3; row++) {
        double sum = Arrays.stream(Columns.vector(encoder, table, row)).sum();
        assertEquals(row * (marks.size() - 1) / 2.0, sum, ROUNDING);
      }
    }
  }

  @Test
  void allKindsTogetherHaveTheirInputsInOrder() {
    List<Column> columns =
        List.of(
            new Column.Numeric("t"),
            new Column.Numeric("n"),
            new Column.Nominal("c", List.of("x", "y")),
            new Column.Numeric("u"),
            new Column.Numeric("target"));
    double[][] cells = {{1, 0, 0, 5, 0}, {2, 1, 1, 6, 1}, {3, 0, 0, NAN, 2}, {NAN, 1, 1, 8, 3}};
    Table table = new ArrayTable(columns, cells);
    Encoder encoder = fit(table, 4);
    assertEquals(
        List.of(
            "n",
            "t is missing",
            "c=x",
            "c=y",
            "u is missing",
            "t from 1.0 to 2.0",
            "t from 2.0 to 3.0",
            "u from 5.0 to 6.0",
            "u from 6.0 to 8.0"),
        List.of(encoder.inputNames()));
    assertArrayEquals(new int[] {5, 7, 9}, encoder.thermometerStarts());
    Dataset data = Dataset.encode(encoder, table, Columns.all(table));
    assertArrayEquals(new int[] {1, -1}, data.thermometers().bins()[2]);
    assertArrayEquals(new int[] {-1, 1}, data.thermometers().bins()[3]);
    assertArrayEquals(new float[] {1, 0}, data.thermometers().fractions()[2]);
  }

  @Test
  void marksThatNoColumnCanHaveAreRefused() {
    for (List<Double> marks :
        List.of(List.of(1.0), List.of(1.0, 1.0), List.of(2.0, 1.0), List.of(1.0, NAN))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new InputCode.Thermometer("a", marks, 0, -1))
              .getMessage();
      assertTrue(message.contains("\"a\""), message);
    }
  }

  @Test
  void thermometersThatDoNotFollowOneAnotherAreRefused() {
    TargetCode target = new TargetCode.Number("target", 0, 1, 0, 1);
    List<Double> marks = List.of(1.0, 2.0, 3.0);
    for (int[] firsts : new int[][] {{2, 0}, {0, 1}, {0, 0}, {1, 3}, {0, 3}, {-1, 2}}) {
      List<InputCode> codes =
          List.of(
              new InputCode.Thermometer("a", marks, firsts[0], -1),
              new InputCode.Thermometer("b", marks, firsts[1], -1));
      assertThrows(IllegalArgumentException.class, () -> new Encoder(codes, target, 0, 4));
    }
  }
}
