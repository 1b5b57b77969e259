package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four units at once and rows sorted by input give the bits of the plainest loops. */
class OneHotTest {
  private static final int DENSE = 2;
  private static final int[] LABELS = {3, 1, 40};
  private static final int ROWS = 150;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 11})
  void weightsAndSlopesAreAddedInTheOrderOfBlocksAndRows(int units) {
    SplitMix random = new SplitMix(units);
    Parameters layout = layout(units);
    OneHot ones = new OneHot(layout, LABELS.length, ROWS);
    // Rows that were there before must leave no trace.
    load(ones, random);
    ones.sort(ROWS);
    int[][] rows = load(ones, random);
    ones.sort(ROWS - 7);

    float[] weights = numbers(layout.length(), random);
    double[] wide = widened(weights);
    float[][] sums = new float[units][];
    double[][] wideSums = new double[units][];
    for (int unit = 0; unit < units; unit++) {
      sums[unit] = numbers(ROWS, random);
      wideSums[unit] = widened(sums[unit]);
    }
    float[] slopes = weights.clone();
    double[] wideSlopes = wide.clone();
    for (int unit = 0; unit < units; unit += OneHot.WIDTH) {
      ones.addSlopes(sums, slopes, unit, Math.min(units, unit + OneHot.WIDTH));
      ones.addSlopes(wideSums, wideSlopes, unit, Math.min(units, unit + OneHot.WIDTH));
    }
    float[] expected = weights.clone();
    double[] wideExpected = wide.clone();
    for (int r = 0; r < ROWS - 7; r++) {
      for (int unit = 0; unit < units; unit++) {
        for (int one : rows[r]) {
          if (one >= 0) {
            expected[layout.weight(0, unit, one)] += sums[unit][r];
            wideExpected[layout.weight(0, unit, one)] += wideSums[unit][r];
          }
        }
      }
    }
    assertArrayEquals(expected, slopes);
    assertArrayEquals(wideExpected, wideSlopes);

    float[][] before = copy(sums);
    ones.addWeights(weights, sums, 3, ROWS - 2);
    ones.addWeights(wide, wideSums, 3, ROWS - 2);
    for (int unit = 0; unit < units; unit++) {
      float[] expectedSums = before[unit];
      double[] wideExpectedSums = widened(expectedSums);
      for (int r = 3; r < ROWS - 2; r++) {
        for (int one : rows[r]) {
          if (one >= 0) {
            expectedSums[r] += weights[layout.weight(0, unit, one)];
            wideExpectedSums[r] += wide[layout.weight(0, unit, one)];
          }
        }
      }
      assertArrayEquals(expectedSums, sums[unit]);
      assertArrayEquals(wideExpectedSums, wideSums[unit]);
    }
  }

  private static Parameters layout(int units) {
    int inputs = DENSE;
    for (int labels : LABELS) {
      inputs += labels;
    }
    List<LayerSpec> hidden = List.of(new LayerSpec(units, Activation.TANH));
    Activation output = Activation.IDENTITY;
    return Parameters.of(new NetworkSpec(inputs, hidden, 1, output, Loss.SQUARED_ERROR));
  }

  /** Rows with up to one input of each block. */
  private static int[][] load(OneHot ones, SplitMix random) {
    int[][] rows = new int[ROWS][LABELS.length];
    for (int r = 0; r < ROWS; r++) {
      int first = DENSE;
      for (int block = 0; block < LABELS.length; block++) {
        int label = random.nextInt(LABELS[block] + 1);
        rows[r][block] = label == LABELS[block] ? -1 : first + label;
        first += LABELS[block];
      }
      ones.load(r, rows[r]);
    }
    return rows;
  }

  private static float[] numbers(int count, SplitMix random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  private static double[] widened(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  private static float[][] copy(float[][] numbers) {
    float[][] copy = new float[numbers.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = numbers[i].clone();
    }
    return copy;
  }
}
