package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.backpropnet.math.Kernels.DoubleWindow;
import org.backpropnet.math.Kernels.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result must be the one chain of fma that the seam promises: no tolerance at all. */
class KernelsTest {
  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 100};
  private static final int AT = 2;

  private static float[] floats(SplitMix random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  private static float[][] floats(SplitMix random, int arrays, int length) {
    float[][] numbers = new float[arrays][];
    for (int i = 0; i < arrays; i++) {
      numbers[i] = floats(random, length);
    }
    return numbers;
  }

  private static double[][] doubles(float[][] numbers) {
    double[][] same = new double[numbers.length][];
    for (int i = 0; i < numbers.length; i++) {
      same[i] = doubles(numbers[i]);
    }
    return same;
  }

  private static double[] doubles(float[] numbers) {
    double[] same = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      same[i] = numbers[i];
    }
    return same;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void productsOfFloatsAreChainsInTheOrderOfTheTerms(int rows) {
    SplitMix random = new SplitMix(rows);
    for (int units : SIZES) {
      for (int terms : SIZES) {
        float[][] x = floats(random, terms + 1, rows);
        float[] weights = floats(random, AT + units * terms);
        for (Window w : layouts(weights, units, terms)) {
          float[][] z = floats(random, units, rows);
          float[][] expected = new float[units][];
          for (int u = 0; u < units; u++) {
            expected[u] = z[u].clone();
            for (int r = rows / 5; r < rows; r++) {
              for (int k = 0; k < terms; k++) {
                float weight = weights[AT + u * w.unitStep() + k * w.termStep()];
                expected[u][r] = Math.fma(weight, x[k][r], expected[u][r]);
              }
            }
          }
          Kernels.best().addProducts(w, x, terms, z, rows / 5, rows);
          assertArrayEquals(expected, z);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 100, 1023})
  void productsOfDoublesAreChainsInTheOrderOfTheTerms(int rows) {
    SplitMix random = new SplitMix(rows);
    for (int units : SIZES) {
      for (int terms : SIZES) {
        double[][] x = doubles(floats(random, terms + 1, rows));
        float[] weights = floats(random, AT + units * terms);
        for (Window layout : layouts(weights, units, terms)) {
          DoubleWindow w =
              new DoubleWindow(doubles(weights), AT, layout.unitStep(), layout.termStep());
          double[][] z = doubles(floats(random, units, rows));
          double[][] expected = new double[units][];
          for (int u = 0; u < units; u++) {
            expected[u] = z[u].clone();
            for (int r = rows / 5; r < rows; r++) {
              for (int k = 0; k < terms; k++) {
                double weight = weights[AT + u * w.unitStep() + k * w.termStep()];
                expected[u][r] = Math.fma(weight, x[k][r], expected[u][r]);
              }
            }
          }
          Kernels.best().addProducts(w, x, terms, z, rows / 5, rows);
          assertArrayEquals(expected, z);
        }
      }
    }
  }

  /** Unit by unit, as a layer forwards reads its weights, and term by term, as backwards. */
  private static Window[] layouts(float[] weights, int units, int terms) {
    return new Window[] {new Window(weights, AT, terms, 1), new Window(weights, AT, 1, units)};
  }
}
