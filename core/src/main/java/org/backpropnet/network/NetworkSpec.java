package org.backpropnet.network;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.Require;

/**
 * The shape of a network. Inputs are numbered dense ones first, then the one-hot blocks.
 *
 * @param inputs number of inputs, at least 0 (0: the answer is a constant)
 * @param hidden hidden layers from input to output; none makes a linear or logistic model
 * @param outputs number of outputs, at least 1
 * @param output activation of the output layer; must be the one that the loss asks for
 * @param loss what is minimised, and with it the link from scores to answers
 */
public record NetworkSpec(
    int inputs, List<LayerSpec> hidden, int outputs, Activation output, Loss loss) {

  /** Checks and copies. */
  public NetworkSpec {
    Require.atLeast("inputs", inputs, 0, "");
    Require.atLeast("outputs", outputs, 1, "");
    hidden = List.copyOf(hidden);
    if (loss.outputActivation(output) != output) {
      throw new IllegalArgumentException(
          "output layer is "
              + output.label()
              + ", but the loss "
              + loss.label()
              + " goes with "
              + loss.outputActivation(output).label()
              + ".");
    }
  }

  /**
   * All layers that have weights: the hidden ones and the output layer.
   *
   * @return at least one layer
   */
  public List<LayerSpec> layers() {
    List<LayerSpec> layers = new ArrayList<>(hidden);
    layers.add(new LayerSpec(outputs, output));
    return layers;
  }

  /**
   * Number of units below a layer.
   *
   * @param layer index into {@link #layers()}
   * @return number of inputs of each of its units
   */
  public int inputsOf(int layer) {
    return layer == 0 ? inputs : hidden.get(layer - 1).units();
  }

  /**
   * Number of weights and biases.
   *
   * @return length of the parameter array
   */
  public int parameterCount() {
    return Parameters.of(this).length();
  }

  /**
   * The shape in one line.
   *
   * @return for instance "7 inputs - 16 tanh - 1 identity"
   */
  public String describe() {
    StringBuilder text = new StringBuilder().append(inputs).append(" inputs");
    for (LayerSpec layer : hidden) {
      text.append(" - ").append(layer.units()).append(' ').append(layer.activation().label());
    }
    String link = loss.link() == Loss.Link.SOFTMAX ? "softmax" : output.label();
    return text.append(" - ").append(outputs).append(' ').append(link).toString();
  }
}
