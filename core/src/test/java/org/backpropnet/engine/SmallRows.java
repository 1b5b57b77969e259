package org.backpropnet.engine;

import org.backpropnet.data.Dataset;
import org.backpropnet.data.Thermometers;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.textbook.TextbookBackprop;

/**
 * Made-up rows with every kind of input: three numbers, a category of three levels that is unknown
 * in some rows, a flag that is 1 where a number is missing, and three thermometers of four, two and
 * five bins, the first of which is missing in the same rows.
 */
final class SmallRows {
  static final int INPUTS = 18;
  private static final int FLAG = 6;
  private static final int[] STARTS = {7, 11, 13, INPUTS};
  private static final int NUMBERS = 3;

  private SmallRows() {}

  /** Rows for a network; each counts 1, or from 0.5 to 2.5 if weighted. */
  static Dataset draw(NetworkSpec spec, int rows, boolean weighted, SplitMix random) {
    float[][] dense = new float[rows][NUMBERS];
    int[][] active = new int[rows][];
    int[][] bins = new int[rows][];
    float[][] fractions = new float[rows][];
    float[][] targets = new float[rows][];
    double[] weights = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < NUMBERS; k++) {
        dense[r][k] = between(-1.5, 1.5, random);
      }
      int level = random.nextInt(NUMBERS + 1);
      boolean missing = random.nextInt(3) == 0;
      dense[r][0] = missing ? 0 : dense[r][0];
      active[r] = new int[] {level == NUMBERS ? -1 : NUMBERS + level, missing ? FLAG : -1};
      bins[r] = new int[] {missing ? -1 : random.nextInt(4), random.nextInt(2), random.nextInt(5)};
      float share = missing ? 0 : between(0, 1, random);
      fractions[r] = new float[] {share, between(0, 1, random), random.nextInt(2)};
      targets[r] = truth(spec, random);
      weights[r] = weighted ? between(0.5, 2.5, random) : 1;
    }
    Thermometers thermometers = new Thermometers(STARTS, bins, fractions);
    return new Dataset(dense, active, thermometers, targets, weights, NUMBERS);
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
      for (int t = 0; t < data.thermometers().count(); t++) {
        int bin = data.thermometers().bins()[r][t];
        for (int b = 0; b <= bin; b++) {
          float fraction = data.thermometers().fractions()[r][t];
          inputs[r][STARTS[t] + b] = b < bin ? 1 : fraction;
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
