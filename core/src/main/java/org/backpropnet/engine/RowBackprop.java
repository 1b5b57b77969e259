package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.data.Dataset;
import org.backpropnet.function.Activation;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Loss and gradient of a few rows, one after the other: the way for training on single rows, where
 * arrays over rows would be too short to pay. The bits are those of {@link Backprop}.
 */
final class RowBackprop {
  private final NetworkSpec spec;
  private final Parameters layout;
  private final Dataset data;
  private final Answers answers;
  private final RowThermometers thermometers;
  private final Activation[] activations;
  private final float[][] z;
  private final float[][] a;
  private final float[][] delta;

  /** The output layer's activations and blames as arrays over one row. */
  private final float[][] output;

  private final float[][] blame;

  RowBackprop(NetworkSpec spec, Dataset data) {
    this.spec = spec;
    this.data = data;
    layout = Parameters.of(spec);
    answers = new Answers(spec);
    thermometers = new RowThermometers(layout, data.thermometers());
    activations = new Activation[layout.layers()];
    z = new float[layout.layers()][];
    a = new float[layout.layers()][];
    delta = new float[layout.layers()][];
    for (int l = 0; l < layout.layers(); l++) {
      activations[l] = spec.layers().get(l).activation();
      z[l] = new float[layout.units(l)];
      a[l] = new float[layout.units(l)];
      delta[l] = new float[layout.units(l)];
    }
    output = new float[spec.outputs()][1];
    blame = new float[spec.outputs()][1];
  }

  /** The sum of the rows' losses, and the gradient with each row's slope times the scale. */
  double gradient(
      float[] parameters,
      int[] rows,
      int from,
      int to,
      Dropout dropout,
      double scale,
      float[] gradient) {
    Arrays.fill(gradient, 0f);
    double loss = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      for (int l = 0; l < z.length; l++) {
        forward(parameters, row, l, dropout);
      }
      loss += answer(row, scale);
      for (int l = z.length - 2; l >= 0; l--) {
        backward(parameters, row, l, dropout);
      }
      for (int l = 0; l < z.length; l++) {
        addSlopes(row, l, gradient);
      }
      thermometers.addSlopes(row, delta[0], gradient);
    }
    thermometers.sumDown(gradient);
    return loss;
  }

  private float[] below(int row, int l) {
    return l == 0 ? data.dense()[row] : a[l - 1];
  }

  private void forward(float[] parameters, int row, int l, Dropout dropout) {
    float[] x = below(row, l);
    float[] sums = z[l];
    for (int unit = 0; unit < sums.length; unit++) {
      int at = layout.weight(l, unit, 0);
      float sum = parameters[layout.bias(l, unit)];
      for (int k = 0; k < x.length; k++) {
        sum = Fused.multiplyAdd(parameters[at + k], x[k], sum);
      }
      sums[unit] = sum;
    }
    if (l == 0 && data.blocks() > 0) {
      addActive(parameters, row, sums);
    }
    if (l == 0) {
      thermometers.addSums(parameters, row, sums);
    }
    activations[l].apply(sums, a[l], 0, sums.length);
    if (dropout.rate() > 0 && l < z.length - 1) {
      mask(a[l], row, l, dropout);
    }
  }

  private void addActive(float[] parameters, int row, float[] sums) {
    for (int unit = 0; unit < sums.length; unit++) {
      int at = layout.weight(0, unit, 0);
      for (int active : data.active()[row]) {
        if (active >= 0) {
          sums[unit] += parameters[at + active];
        }
      }
    }
  }

  private static void mask(float[] numbers, int row, int l, Dropout dropout) {
    for (int unit = 0; unit < numbers.length; unit++) {
      numbers[unit] *= (float) dropout.factor(row, l, unit);
    }
  }

  private double answer(int row, double scale) {
    int last = z.length - 1;
    for (int o = 0; o < output.length; o++) {
      output[o][0] = a[last][o];
    }
    double weight = data.weights()[row];
    double loss = weight * answers.look(data.targets()[row], output, 0, weight * scale, blame);
    for (int o = 0; o < output.length; o++) {
      delta[last][o] = blame[o][0];
    }
    if (!spec.loss().forClasses()) {
      activations[last].scaleBySlope(z[last], a[last], delta[last], 0, output.length);
    }
    return loss;
  }

  private void backward(float[] parameters, int row, int l, Dropout dropout) {
    float[] above = delta[l + 1];
    float[] own = delta[l];
    Arrays.fill(own, 0f);
    for (int unit = 0; unit < above.length; unit++) {
      int at = layout.weight(l + 1, unit, 0);
      float d = above[unit];
      for (int k = 0; k < own.length; k++) {
        own[k] = Fused.multiplyAdd(parameters[at + k], d, own[k]);
      }
    }
    boolean masked = dropout.rate() > 0;
    if (masked) {
      // The slope needs the activation before silencing.
      activations[l].apply(z[l], a[l], 0, own.length);
    }
    activations[l].scaleBySlope(z[l], a[l], own, 0, own.length);
    if (masked) {
      mask(own, row, l, dropout);
      mask(a[l], row, l, dropout);
    }
  }

  private void addSlopes(int row, int l, float[] gradient) {
    float[] x = below(row, l);
    for (int unit = 0; unit < delta[l].length; unit++) {
      float d = delta[l][unit];
      int at = layout.weight(l, unit, 0);
      for (int k = 0; k < x.length; k++) {
        gradient[at + k] = Fused.multiplyAdd(d, x[k], gradient[at + k]);
      }
      if (l == 0 && data.blocks() > 0) {
        for (int active : data.active()[row]) {
          if (active >= 0) {
            gradient[at + active] += d;
          }
        }
      }
      gradient[layout.bias(l, unit)] += d;
    }
  }
}
