package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.function.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the column to predict becomes what the output layer answers, and back. */
class TargetCodeTest {
  /** A handful of roundings, relative. */
  private static final double ROUNDING = 1e-14;

  private static TargetCode.Number fit(Activation output, double... cells) {
    Table table = Columns.number("t", cells);
    return TargetCode.fit("t", Moments.of(table, 0, Columns.all(table)), output);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"IDENTITY", "SIGMOID", "TANH", "RELU"})
  void everyTrainingTargetCanBeReachedAndComesBack(Activation output) {
    for (double unit : new double[] {1, 1e300, 1e-300, 1e12}) {
      double[] cells = {-3 * unit, -unit, 0, 2 * unit, 5 * unit};
      TargetCode.Number code = fit(output, cells);
      double lowest = output.value(-1000);
      double highest = output.value(1000);
      for (double cell : cells) {
        double coded = code.encode(cell);
        assertTrue(lowest <= coded && coded <= highest, cell + " is coded as " + coded);
        assertEquals(cell, code.decode(coded), 8 * unit * ROUNDING);
      }
    }
  }

  @Test
  void aSigmoidAnswersFromATenthToNineTenths() {
    TargetCode.Number code = fit(Activation.SIGMOID, 20, 30, 60);
    assertEquals(0.1, code.encode(20), ROUNDING);
    assertEquals(0.9, code.encode(60), ROUNDING);
  }

  @Test
  void tanhAnswersUpToFourFifthsInBothDirections() {
    TargetCode.Number code = fit(Activation.TANH, 20, 30, 60);
    assertEquals(-0.8, code.encode(20), ROUNDING);
    assertEquals(0.8, code.encode(60), ROUNDING);
  }

  @Test
  void reluAnswersFromZeroInStandardDeviations() {
    TargetCode.Number code = fit(Activation.RELU, 20, 40);
    assertEquals(0, code.encode(20));
    assertEquals(2, code.encode(40), ROUNDING);
  }

  @Test
  void withoutABendTheTargetIsStandardised() {
    TargetCode.Number code = fit(Activation.IDENTITY, 20, 40);
    assertEquals(-1, code.encode(20), ROUNDING);
    assertEquals(1, code.encode(40), ROUNDING);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void aConstantTargetIsCodedWithoutDividingByZero(Activation output) {
    TargetCode.Number code = fit(output, 7, 7);
    assertEquals(7, code.decode(code.encode(7)), 7 * ROUNDING);
  }

  @Test
  void aTargetWhoseRangeIsNoDoubleIsRefusedWithTheWayOut() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> fit(Activation.TANH, -1.7e308, 1.7e308))
            .getMessage();
    assertTrue(message.contains("\"t\"") && message.contains("Divide the target"), message);
  }

  @Test
  void classesAreThoseOfTheTrainingRowsByCodePoints() {
    Column target = new Column.Nominal("t", List.of("z", "never", "b", "a"));
    Table table = new ArrayTable(List.of(target), new double[][] {{0}, {3}, {2}, {0}});
    Encoder encoder = Columns.fit(table);
    assertEquals(new TargetCode.Classes("t", List.of("a", "b", "z")), encoder.target());
    assertArrayEquals(new int[] {2, -1, 1, 0}, Dataset.classIndex(encoder.target(), target));
    Dataset data = Dataset.encode(encoder, table, Columns.all(table));
    assertArrayEquals(new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, data.targets());
  }

  @Test
  void ofTwoClassesTheSecondIsYes() {
    Column target = new Column.Nominal("t", List.of("yes", "no"));
    Table table = new ArrayTable(List.of(target), new double[][] {{0}, {1}});
    Dataset data = Dataset.encode(Columns.fit(table), table, Columns.all(table));
    assertArrayEquals(new float[][] {{1}, {0}}, data.targets());
  }

  @Test
  void balancedClassesCountTheSameInTotal() {
    Column target = new Column.Nominal("t", List.of("a", "b", "c"));
    double[] weights = {1, 2, 0.5, 4, 1, 1};
    Table table =
        new ArrayTable(List.of(target), new double[][] {{0}, {0}, {1}, {2}, {2}, {2}}, weights);
    Dataset plain = Dataset.encode(Columns.fit(table), table, Columns.all(table));
    Dataset balanced = plain.balanced(3);
    double each = 9.5 / 3;
    assertArrayEquals(
        new double[] {each / 3, each * 2 / 3, each, each * 4 / 6, each / 6, each / 6},
        balanced.weights(),
        10 * ROUNDING);
    assertEquals(plain.totalWeight(), balanced.totalWeight(), 10 * ROUNDING);
    assertArrayEquals(plain.weights(), plain.balanced(0).weights());
  }
}
