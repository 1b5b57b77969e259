package org.backpropnet.testdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logic gates, two spirals and the noisy sine. */
class SmallTablesTest {
  private static final Map<String, String> MADE = WriteTestData.files();

  /** A point of the spirals. */
  private record Point(double x, double y, boolean red) {
    static Point read(String row) {
      String[] cells = row.split(",", -1);
      return new Point(
          Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), cells[2].equals("red"));
    }
  }

  private static List<String> rows(String file) {
    String text = MADE.get(file);
    return text.substring(text.indexOf("@data\n") + "@data\n".length()).lines().toList();
  }

  private static double[][] numbers(String file) {
    return rows(file).stream()
        .map(row -> Arrays.stream(row.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "logic-and.arff, 0001",
    "logic-or.arff, 0111",
    "logic-nand.arff, 1110",
    "logic-xor.arff, 0110",
    "logic-xor-numeric.arff, 0110"
  })
  void aGateAnswersTheFourCombinationsInOrder(String file, String answers) {
    List<String> expected = List.of("0,0,", "0,1,", "1,0,", "1,1,");
    List<String> rows = rows(file);
    assertEquals(4, rows.size());
    for (int row = 0; row < 4; row++) {
      assertEquals(expected.get(row) + answers.charAt(row), rows.get(row));
    }
  }

  @Test
  void theFullAdderAdds() {
    double[][] sums = numbers("full-adder-sum.arff");
    double[][] carries = numbers("full-adder-carry.arff");
    assertEquals(8, sums.length);
    assertEquals(8, Arrays.stream(sums).map(Arrays::toString).distinct().count());
    for (int row = 0; row < 8; row++) {
      double[] x = sums[row];
      assertEquals(x[0] + x[1] + x[2], 2 * carries[row][3] + x[3]);
      assertEquals(4 * x[0] + 2 * x[1] + x[2], row);
      assertEquals(4 * carries[row][0] + 2 * carries[row][1] + carries[row][2], row);
    }
  }

  @Test
  void gatesHaveClassesExceptWhereTheNameSaysNumeric() {
    assertTrue(MADE.get("logic-xor.arff").contains("@attribute xor {0,1}\n"));
    assertTrue(MADE.get("logic-xor-numeric.arff").contains("@attribute xor numeric\n"));
  }

  @Test
  void everyPointOfTheSpiralsLiesOnItsOwnSpiral() {
    List<Point> points = rows("two-spirals.arff").stream().map(Point::read).toList();
    assertEquals(2 * TwoSpirals.POINTS, points.size());
    for (int row = 0; row < points.size(); row++) {
      Point point = points.get(row);
      assertEquals(row % 2 == 0, point.red());
      double own = distance(point, point.red() ? 1 : -1);
      double other = distance(point, point.red() ? -1 : 1);
      // half of the way to the other spiral is PITCH / 4 = 0.56, more than 5 noises
      assertTrue(own < TwoSpirals.PITCH / 4, "row " + row + " is " + own + " away");
      assertTrue(own < other, "row " + row);
    }
  }

  @Test
  void noStraightLinePartsTheSpirals() {
    List<Point> points = rows("two-spirals.arff").stream().map(Point::read).toList();
    double best = 0;
    for (int degrees = 0; degrees < 360; degrees++) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      for (double offset = -5; offset <= 5; offset += 0.25) {
        double right = 0;
        for (Point point : points) {
          right += point.x() * cos + point.y() * sin > offset == point.red() ? 1 : 0;
        }
        best = Math.max(best, right / points.size());
      }
    }
    // half is chance; the outermost half turn of each spiral can be cut off, a quarter of its
    // points
    assertTrue(best < 0.75, "a line gets " + best + " right");
  }

  @Test
  void theSineIsThereAndAStraightLineMissesIt() {
    double[][] rows = numbers("noisy-sine.arff");
    assertEquals(NoisySine.ROWS, rows.length);
    double[] y = Arrays.stream(rows).mapToDouble(row -> row[1]).toArray();
    OLSMultipleLinearRegression wave = new OLSMultipleLinearRegression();
    wave.newSampleData(
        y,
        Arrays.stream(rows)
            .map(row -> new double[] {Math.sin(row[0]), Math.cos(row[0])})
            .toArray(double[][]::new));
    double[] found = wave.estimateRegressionParameters();
    // standard errors: 0.1 / sqrt(300) = 0.0058 for the constant, sqrt(2) of it for the waves; 4
    assertEquals(0, found[0], 0.024);
    assertEquals(1, found[1], 0.033);
    assertEquals(0, found[2], 0.033);
    double noise = Math.sqrt(wave.estimateErrorVariance());
    // standard error 0.1 / sqrt(2 * 300) = 0.0041; 3 of them
    assertEquals(NoisySine.NOISE, noise, 0.0123);
    SimpleRegression line = new SimpleRegression();
    line.addData(rows);
    assertTrue(Math.sqrt(line.getMeanSquareError()) > 3 * noise);
  }

  private static double distance(Point point, int side) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 2000; i++) {
      double[] centre = TwoSpirals.centre(i / 1000.0, side);
      nearest = Math.min(nearest, Math.hypot(point.x() - centre[0], point.y() - centre[1]));
    }
    return nearest;
  }
}
