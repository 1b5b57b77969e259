package org.backpropnet.explain;

import org.backpropnet.model.Model;
import org.backpropnet.network.Parameters;

/**
 * A network whose hidden units only add: its layers multiply into one.
 *
 * @param weights [outputs][inputs]
 * @param biases [outputs]
 */
record Collapse(double[][] weights, double[] biases) {
  static Collapse of(Model model) {
    Parameters layout = Parameters.of(model.spec());
    double[] w = model.copyOfParameters();
    int top = layout.layers() - 1;
    double[][] product = new double[layout.units(top)][layout.units(top)];
    double[] biases = new double[product.length];
    for (int o = 0; o < product.length; o++) {
      product[o][o] = 1;
    }
    for (int l = top; l >= 0; l--) {
      double[][] below = new double[product.length][layout.inputs(l)];
      for (int o = 0; o < product.length; o++) {
        for (int unit = 0; unit < layout.units(l); unit++) {
          biases[o] += product[o][unit] * w[layout.bias(l, unit)];
          for (int i = 0; i < below[o].length; i++) {
            below[o][i] += product[o][unit] * w[layout.weight(l, unit, i)];
          }
        }
      }
      product = below;
    }
    return new Collapse(product, biases);
  }

  /** [outputs] answers after the output layer's own bend and link, as the network has them. */
  double[] answer(Model model, double[] vector) {
    double[] outputs = new double[biases.length];
    for (int o = 0; o < outputs.length; o++) {
      double sum = biases[o];
      for (int i = 0; i < vector.length; i++) {
        sum += weights[o][i] * vector[i];
      }
      outputs[o] = model.spec().output().value(sum);
    }
    model.spec().loss().link(outputs);
    return outputs;
  }
}
