package org.backpropnet.data;

import java.util.HashSet;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Fused;
import org.backpropnet.math.Require;

/** How the target column becomes what the output layer is to answer, and back. */
public sealed interface TargetCode {
  /**
   * The target column's name.
   *
   * @return the name in the table
   */
  String name();

  /**
   * A number; output = (number - center) / scale.
   *
   * @param name the target column's name
   * @param center number at which the output is 0
   * @param scale number of units that one output unit stands for, greater than 0
   * @param low smallest number in the training rows
   * @param high largest number in the training rows
   */
  record Number(String name, double center, double scale, double low, double high)
      implements TargetCode {
    /** Checks that an answer can be decoded. */
    public Number {
      String way = "Divide the target by a large number first.";
      Require.positive("scale of target \"" + name + "\"", scale, way);
      Require.finite("center of target \"" + name + "\"", center);
      Require.finite("smallest value of target \"" + name + "\"", low);
      Require.finite("largest value of target \"" + name + "\"", high);
    }

    /**
     * What the network is to answer.
     *
     * @param number in the user's unit
     * @return in the output layer's unit
     */
    public double encode(double number) {
      return (number - center) / scale;
    }

    /**
     * What the network's answer means.
     *
     * @param output in the output layer's unit
     * @return in the user's unit
     */
    public double decode(double output) {
      return Fused.multiplyAdd(output, scale, center);
    }
  }

  /**
   * Classes.
   *
   * @param name the target column's name
   * @param labels labels that occur in the training rows, sorted by code points
   */
  record Classes(String name, List<String> labels) implements TargetCode {
    /** Copies and checks the list. */
    public Classes {
      labels = List.copyOf(labels);
      if (new HashSet<>(labels).size() < labels.size()) {
        throw new IllegalArgumentException(
            "Target \"" + name + "\" names a class twice in " + labels + ". Name it once.");
      }
    }
  }

  /**
   * Fits the scale of a numeric target to what the output layer can reach: standardised for no
   * bend, into 0.1 to 0.9 for a sigmoid, -0.8 to 0.8 for tanh, from 0 on for the others that stop
   * at the bottom.
   *
   * @param name the target column's name
   * @param moments of the training rows
   * @param output activation of the output layer
   * @return center and scale
   */
  static Number fit(String name, Moments moments, Activation output) {
    double spread = moments.deviation() > 0 ? moments.deviation() : 1;
    double range = moments.high() - moments.low();
    double width = range > 0 ? range : 1;
    double low = moments.low();
    double high = moments.high();
    return switch (output) {
      case IDENTITY, LEAKY_RELU, SELU, ELU -> new Number(name, moments.mean(), spread, low, high);
      case SIGMOID -> new Number(name, low - 0.125 * width, 1.25 * width, low, high);
      case TANH -> new Number(name, low + 0.5 * range, 0.625 * width, low, high);
      case RELU, SOFTPLUS, SILU, MISH, GELU -> new Number(name, low, spread, low, high);
    };
  }
}
