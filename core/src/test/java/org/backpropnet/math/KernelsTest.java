package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result must be the one chain of fma that the class promises: no tolerance at all. */
class KernelsTest {
  private static final int ROWS = 37;
  private static final int STRIDE = 3;
  private static final int AT = 2;

  private static float[] floats(SplitMix random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  private static double[] doubles(SplitMix random, int length) {
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = 2 * random.nextDouble() - 1;
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void weightedSumsOfFloatsAreOneChainInOrder(int terms) {
    SplitMix random = new SplitMix(terms);
    float[][] x = new float[terms][];
    for (int k = 0; k < terms; k++) {
      x[k] = floats(random, ROWS);
    }
    float[] w = floats(random, AT + STRIDE * terms);
    float[] z = floats(random, ROWS);
    float[] expected = z.clone();
    for (int r = 5; r < 35; r++) {
      for (int k = 0; k < terms; k++) {
        expected[r] = Math.fma(w[AT + k * STRIDE], x[k][r], expected[r]);
      }
    }
    Kernels.addWeighted(x, terms, new Kernels.FloatWeights(w, AT, STRIDE), z, 5, 35);
    assertArrayEquals(expected, z);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void weightedSumsOfDoublesAreOneChainInOrder(int terms) {
    SplitMix random = new SplitMix(terms);
    double[][] x = new double[terms][];
    for (int k = 0; k < terms; k++) {
      x[k] = doubles(random, ROWS);
    }
    double[] w = doubles(random, AT + STRIDE * terms);
    double[] z = doubles(random, ROWS);
    double[] expected = z.clone();
    for (int r = 5; r < 35; r++) {
      for (int k = 0; k < terms; k++) {
        expected[r] = Math.fma(w[AT + k * STRIDE], x[k][r], expected[r]);
      }
    }
    Kernels.addWeighted(x, terms, new Kernels.DoubleWeights(w, AT, STRIDE), z, 5, 35);
    assertArrayEquals(expected, z);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void manyRowsDoNotChangeTheBitsOfAWeightedSum(int rows) {
    SplitMix random = new SplitMix(rows);
    float[][] x = new float[6][];
    for (int k = 0; k < x.length; k++) {
      x[k] = floats(random, rows);
    }
    float[] w = floats(random, x.length);
    float[] z = new float[rows];
    Kernels.addWeighted(x, x.length, new Kernels.FloatWeights(w, 0, 1), z, 0, rows);
    for (int r = 0; r < rows; r++) {
      float sum = 0;
      for (int k = 0; k < x.length; k++) {
        sum = Math.fma(w[k], x[k][r], sum);
      }
      assertEquals(sum, z[r]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void dotProductsOfFloatsAreOneChainInOrder(int rows) {
    SplitMix random = new SplitMix(rows);
    float[][] x = new float[7][];
    for (int k = 0; k < x.length; k++) {
      x[k] = floats(random, rows + 4);
    }
    float[] delta = floats(random, rows + 4);
    for (int k = 0; k < x.length; k += 4) {
      float[] sums = new float[4];
      Kernels.fourDots(delta, x, k, rows, sums);
      for (int j = 0; j < 4; j++) {
        float sum = 0;
        for (int r = 0; r < rows; r++) {
          sum = Math.fma(delta[r], x[Math.min(k + j, 6)][r], sum);
        }
        assertEquals(sum, sums[j]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void dotProductsOfDoublesAreOneChainInOrderHoweverTheRowsAreCut(int rows) {
    SplitMix random = new SplitMix(rows);
    double[][] x = new double[7][];
    for (int k = 0; k < x.length; k++) {
      x[k] = doubles(random, rows + 4);
    }
    double[] delta = doubles(random, rows + 4);
    for (int k = 0; k < x.length; k += 4) {
      double[] sums = new double[4];
      for (int from = 0; from < rows; from += 5) {
        Kernels.Rows run = new Kernels.Rows(from, Math.min(rows, from + 5));
        Kernels.addFourDots(delta, x, k, run, sums);
      }
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
          sum = Math.fma(delta[r], x[Math.min(k + j, 6)][r], sum);
        }
        assertEquals(sum, sums[j]);
      }
    }
  }
}
