package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.backpropnet.math.SplitMix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turning arrays round moves numbers only; sums over rows are single chains: no tolerance. */
class SumsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 17, 64})
  void turningRoundCopiesExactlyTheNamedPart(int n) {
    SplitMix random = new SplitMix(n);
    int m = 2 * n + 3;
    float[][] from = new float[n][m];
    for (float[] row : from) {
      for (int j = 0; j < m; j++) {
        row[j] = (float) random.nextDouble();
      }
    }
    int first = n / 3;
    float[][] to = new float[m][n];
    Transpose.turn(from, first, n, to, 1, m - 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        boolean named = i >= first && j >= 1 && j < m - 1;
        assertEquals(named ? from[i][j] : 0f, to[j][i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void dotProductsOfDoublesAreChainsInTheOrderOfTheRowsHoweverTheseAreCut(int rows) {
    SplitMix random = new SplitMix(rows);
    double[][] numbers = new double[9][rows];
    for (double[] row : numbers) {
      for (int r = 0; r < rows; r++) {
        row[r] = 2 * random.nextDouble() - 1;
      }
    }
    double[][] x = {numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]};
    for (int k = 0; k < x.length; k += DoubleDots.WIDTH) {
      double[] sums = new double[2 * DoubleDots.WIDTH];
      for (int from = 0; from < rows; from += 5) {
        DoubleDots.add(numbers[0], numbers[1], x, k, from, Math.min(rows, from + 5), sums);
      }
      double[] expected = new double[sums.length];
      for (int i = 0; i < expected.length; i++) {
        double[] other = x[Math.min(k + i % DoubleDots.WIDTH, x.length - 1)];
        for (int r = 0; r < rows; r++) {
          expected[i] = Math.fma(numbers[i / DoubleDots.WIDTH][r], other[r], expected[i]);
        }
      }
      assertArrayEquals(expected, sums);
    }
  }
}
