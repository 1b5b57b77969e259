package org.backpropnet.network;

import java.util.List;
import org.backpropnet.function.Initializer;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;

/**
 * The layout of all weights and biases in one array: layer by layer, first the weights
 * [unit][input] row by row, then the biases [unit]. Nobody else computes an offset.
 */
public final class Parameters {
  private final int[] weightStart;
  private final int[] biasStart;
  private final int[] inputs;
  private final int[] units;
  private final int length;

  private Parameters(NetworkSpec spec) {
    List<LayerSpec> layers = spec.layers();
    weightStart = new int[layers.size()];
    biasStart = new int[layers.size()];
    inputs = new int[layers.size()];
    units = new int[layers.size()];
    long offset = 0;
    for (int l = 0; l < units.length; l++) {
      inputs[l] = spec.inputsOf(l);
      units[l] = layers.get(l).units();
      weightStart[l] = (int) offset;
      offset += (long) inputs[l] * units[l];
      biasStart[l] = (int) Math.min(offset, Integer.MAX_VALUE);
      offset += units[l];
      if (offset > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "The network "
                + spec.describe()
                + " has more than 2 billion weights. Use fewer units or fewer columns.");
      }
    }
    length = (int) offset;
  }

  /**
   * The layout for a shape.
   *
   * @param spec the network's shape
   * @return its layout
   * @throws IllegalArgumentException if it needs more than 2 billion numbers
   */
  public static Parameters of(NetworkSpec spec) {
    return new Parameters(spec);
  }

  /**
   * Number of weights and biases.
   *
   * @return length of the array
   */
  public int length() {
    return length;
  }

  /**
   * Number of layers with weights.
   *
   * @return hidden layers plus one
   */
  public int layers() {
    return units.length;
  }

  /**
   * Units of a layer.
   *
   * @param layer from 0
   * @return their number
   */
  public int units(int layer) {
    return units[layer];
  }

  /**
   * Inputs of each unit of a layer.
   *
   * @param layer from 0
   * @return their number
   */
  public int inputs(int layer) {
    return inputs[layer];
  }

  /**
   * Where a weight lies.
   *
   * @param layer from 0
   * @param unit from 0
   * @param input from 0
   * @return index into the array
   */
  public int weight(int layer, int unit, int input) {
    return weightStart[layer] + unit * inputs[layer] + input;
  }

  /**
   * Where a bias lies.
   *
   * @param layer from 0
   * @param unit from 0
   * @return index into the array
   */
  public int bias(int layer, int unit) {
    return biasStart[layer] + unit;
  }

  /**
   * Draws start weights; biases start at 0.
   *
   * @param spec the shape that this layout belongs to
   * @param activeInputs inputs that differ from 0 in one row: a one-hot block counts as one
   * @param random where the numbers come from
   * @return [length] start parameters
   */
  public float[] draw(NetworkSpec spec, int activeInputs, SplitMix random) {
    float[] all = new float[length];
    for (int l = 0; l < units.length; l++) {
      float[] weights = new float[units[l] * inputs[l]];
      Initializer usual = Initializer.usualFor(spec.layers().get(l).activation());
      usual.draw(l == 0 ? activeInputs : inputs[l], units[l], random, weights);
      System.arraycopy(weights, 0, all, weightStart[l], weights.length);
    }
    return all;
  }

  /**
   * The price of all weights.
   *
   * @param parameters [length]
   * @param penalty price per weight; biases are free
   * @return what is added to the mean loss
   */
  public double penalty(double[] parameters, Penalty penalty) {
    double sum = 0;
    for (int l = 0; l < units.length && penalty.active(); l++) {
      for (int i = weightStart[l]; i < biasStart[l]; i++) {
        sum += penalty.value(parameters[i]);
      }
    }
    return sum;
  }

  /**
   * Adds the slope of the price to a gradient, in double.
   *
   * @param parameters [length]
   * @param penalty price per weight
   * @param gradient [length] added to
   */
  public void addPenaltySlope(double[] parameters, Penalty penalty, double[] gradient) {
    for (int l = 0; l < units.length && penalty.active(); l++) {
      for (int i = weightStart[l]; i < biasStart[l]; i++) {
        gradient[i] += penalty.slope(parameters[i]);
      }
    }
  }

  /**
   * Adds the slope of the price to a part of a gradient, in float.
   *
   * @param parameters [length]
   * @param penalty price per weight
   * @param gradient [length] added to
   * @param from first place
   * @param to behind the last place
   */
  public void addPenaltySlope(
      float[] parameters, Penalty penalty, float[] gradient, int from, int to) {
    float l1 = (float) penalty.l1();
    float l2 = (float) penalty.l2();
    for (int l = 0; l < units.length && penalty.active(); l++) {
      int first = Math.max(from, weightStart[l]);
      int behind = Math.min(to, biasStart[l]);
      if (l1 == 0) {
        for (int i = first; i < behind; i++) {
          gradient[i] += l2 * parameters[i];
        }
      } else {
        for (int i = first; i < behind; i++) {
          gradient[i] += l1 * Math.signum(parameters[i]) + l2 * parameters[i];
        }
      }
    }
  }

  /**
   * Which numbers are weights.
   *
   * @return [length] true for weights, false for biases
   */
  public boolean[] weightMask() {
    boolean[] mask = new boolean[length];
    for (int l = 0; l < units.length; l++) {
      java.util.Arrays.fill(mask, weightStart[l], biasStart[l], true);
    }
    return mask;
  }
}
