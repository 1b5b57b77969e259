package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.backpropnet.math.Kernels.DoubleWindow;
import org.backpropnet.math.Kernels.Window;

/** Shapes of work for kernels, with what must come out: single chains of fma. */
final class KernelCases {
  static final int[] ROWS = {1, 2, 3, 7, 8, 9, 15, 17, 31, 48, 64, 100, 1023};

  private static final int[] UNITS = {1, 2, 3, 4, 5, 7, 8, 9, 31};
  private static final int[] TERMS = {1, 2, 3, 4, 5, 8, 9, 31, 300};
  private static final int AT = 2;

  private KernelCases() {}

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

  /** Products in single precision, at all numbers of units and terms. */
  static void floatsAreChains(Kernels kernels, int rows) {
    SplitMix random = new SplitMix(rows);
    for (int units : UNITS) {
      for (int terms : TERMS) {
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
          kernels.addProducts(w, x, terms, z, rows / 5, rows);
          assertArrayEquals(expected, z);
        }
      }
    }
  }

  /** The same in double precision. */
  static void doublesAreChains(Kernels kernels, int rows) {
    SplitMix random = new SplitMix(rows);
    for (int units : UNITS) {
      for (int terms : TERMS) {
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
          kernels.addProducts(w, x, terms, z, rows / 5, rows);
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
