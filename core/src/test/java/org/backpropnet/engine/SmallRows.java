package org.backpropnet.engine;

import org.backpropnet.data.Dataset;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.textbook.TextbookBackprop;

/**
 * Made-up rows with every kind of input: three numbers, a category of three levels that is unknown
 * in some rows, and a flag that is 1 where a number is missing.
 */
final class SmallRows {
  static final int INPUTS = 7;
  private static final int NUMBERS = 3;

  private SmallRows() {}

  /** Rows for a network; each counts 1, or from 0.5 to 2.5 if weighted. */
  static Dataset draw(NetworkSpec spec, int rows, boolean weighted, SplitMix random) {
    float[][] dense = new float[rows][NUMBERS];
    int[][] active = new int[rows][];
    float[][] targets = new float[rows][];
    double[] weights = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < NUMBERS; k++) {
        dense[r][k] = between(-1.5, 1.5, random);
      }
      int level = random.nextInt(NUMBERS + 1);
      boolean missing = random.nextInt(3) == 0;
      dense[r][0] = missing ? 0 : dense[r][0];
      active[r] = new int[] {level == NUMBERS ? -1 : NUMBERS + level, missing ? INPUTS - 1 : -1};
      targets[r] = truth(spec, random);
      weights[r] = weighted ? between(0.5, 2.5, random) : 1;
    }
    return new Dataset(dense, active, targets, weights, NUMBERS);
  }

  /** Classes, or numbers so far out that Huber's loss is met in its bent and its straight parts. */
  private static float[] truth(NetworkSpec spec, SplitMix random) {
    float[] truth = new float[spec.outputs()];
    if (!spec.loss().forClasses()) {
      for (int o = 0; o < truth.length; o++) {
        truth[o] = between(-2, 2, random);
      }
    } else if (truth.length == 1) {
      truth[0] = random.nextInt(2);
    } else {
      truth[random.nextInt(truth.length)] = 1;
    }
    return truth;
  }

  /** Weights and biases from -1 to 1, in single precision so that both engines see the same. */
  static float[] parameters(NetworkSpec spec, SplitMix random) {
    float[] parameters = new float[spec.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = between(-1, 1, random);
    }
    return parameters;
  }

  /** The rows with every input written out. */
  static TextbookBackprop.Rows writtenOut(Dataset data) {
    double[][] inputs = new double[data.rows()][INPUTS];
    double[][] targets = new double[data.rows()][];
    for (int r = 0; r < inputs.length; r++) {
      System.arraycopy(doubles(data.dense()[r]), 0, inputs[r], 0, NUMBERS);
      for (int one : data.active()[r]) {
        if (one >= 0) {
          inputs[r][one] = 1;
        }
      }
      targets[r] = doubles(data.targets()[r]);
    }
    return new TextbookBackprop.Rows(inputs, targets, data.weights());
  }

  static double[] doubles(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  private static float between(double low, double high, SplitMix random) {
    return (float) (low + (high - low) * random.nextDouble());
  }
}
