package org.backpropnet.textbook;

import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Backpropagation (Rumelhart, Hinton and Williams 1986) as one would write it on a blackboard. The
 * fast engine is tested against it.
 */
public final class TextbookBackprop {
  private final NetworkSpec spec;
  private final List<LayerSpec> layers;
  private final Parameters layout;

  /**
   * A textbook network.
   *
   * @param spec its shape
   */
  public TextbookBackprop(NetworkSpec spec) {
    this.spec = spec;
    this.layers = spec.layers();
    this.layout = Parameters.of(spec);
  }

  /**
   * Rows to learn from.
   *
   * @param inputs [rows][inputs]
   * @param targets [rows][outputs]
   * @param weights [rows] how much each row counts
   */
  public record Rows(double[][] inputs, double[][] targets, double[] weights) {}

  /**
   * Walks forwards with one row.
   *
   * @param parameters [P] weights and biases
   * @param input [inputs]
   * @return sums and activations of all layers
   */
  public Trace forward(double[] parameters, double[] input) {
    return forward(parameters, input, Dropout.NONE, 0);
  }

  /**
   * Walks forwards with one row, some hidden units silenced.
   *
   * @param parameters [P] weights and biases
   * @param input [inputs]
   * @param dropout which units
   * @param row number of the row, which the choice of units depends on
   * @return sums and activations of all layers
   */
  public Trace forward(double[] parameters, double[] input, Dropout dropout, int row) {
    double[][] z = new double[layers.size()][];
    double[][] a = new double[layers.size()][];
    double[] below = input;
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      Activation activation = layers.get(l).activation();
      z[l] = new double[units];
      a[l] = new double[units];
      for (int unit = 0; unit < units; unit++) {
        double sum = parameters[layout.bias(l, unit)];
        for (int i = 0; i < below.length; i++) {
          sum += parameters[layout.weight(l, unit, i)] * below[i];
        }
        z[l][unit] = sum;
        a[l][unit] = activation.value(sum);
        if (l < layers.size() - 1) {
          a[l][unit] *= dropout.factor(row, l, unit);
        }
      }
      below = a[l];
    }
    spec.loss().link(below);
    return new Trace(input, z, a);
  }

  /**
   * Walks backwards: how much the loss of this row would change per small change of each unit's sum
   * (the unit's blame).
   *
   * @param parameters [P] weights and biases
   * @param trace the walk forwards
   * @param target [outputs] truth
   * @return [layer][unit] slopes of the loss by z
   */
  public double[][] blame(double[] parameters, Trace trace, double[] target) {
    return blame(parameters, trace, target, new Mask(Dropout.NONE, 0));
  }

  private record Mask(Dropout dropout, int row) {}

  private double[][] blame(double[] parameters, Trace trace, double[] target, Mask mask) {
    int last = layers.size() - 1;
    double[][] delta = new double[layers.size()][];
    delta[last] = new double[target.length];
    spec.loss().slope(trace.answer(), target, delta[last]);
    if (!spec.loss().forClasses()) {
      for (int o = 0; o < target.length; o++) {
        delta[last][o] *= spec.output().slope(trace.z()[last][o], trace.a()[last][o]);
      }
    }
    for (int l = last - 1; l >= 0; l--) {
      Activation activation = layers.get(l).activation();
      delta[l] = new double[layers.get(l).units()];
      for (int unit = 0; unit < delta[l].length; unit++) {
        double blame = 0;
        for (int above = 0; above < delta[l + 1].length; above++) {
          blame += parameters[layout.weight(l + 1, above, unit)] * delta[l + 1][above];
        }
        double z = trace.z()[l][unit];
        double factor = mask.dropout().factor(mask.row(), l, unit);
        delta[l][unit] = blame * factor * activation.slope(z, activation.value(z));
      }
    }
    return delta;
  }

  /**
   * Mean loss of some rows, each by its weight, plus the price of the weights.
   *
   * @param parameters [P] weights and biases
   * @param rows the rows
   * @param penalty price of large weights
   * @param dropout which hidden units are silenced; row numbers are those of the arrays
   * @return the objective
   */
  public double loss(double[] parameters, Rows rows, Penalty penalty, Dropout dropout) {
    double sum = 0;
    double weight = 0;
    for (int r = 0; r < rows.weights().length; r++) {
      Trace trace = forward(parameters, rows.inputs()[r], dropout, r);
      sum += rows.weights()[r] * spec.loss().value(trace.answer(), rows.targets()[r]);
      weight += rows.weights()[r];
    }
    return sum / weight + layout.penalty(parameters, penalty);
  }

  /**
   * The slope of {@link #loss} by every weight and bias.
   *
   * @param parameters [P] weights and biases
   * @param rows the rows
   * @param penalty price of large weights
   * @param dropout which hidden units are silenced
   * @return [P] the gradient
   */
  public double[] gradient(double[] parameters, Rows rows, Penalty penalty, Dropout dropout) {
    double[] gradient = new double[layout.length()];
    double weight = 0;
    for (int r = 0; r < rows.weights().length; r++) {
      Trace trace = forward(parameters, rows.inputs()[r], dropout, r);
      double[][] delta = blame(parameters, trace, rows.targets()[r], new Mask(dropout, r));
      addProducts(trace, delta, rows.weights()[r], gradient);
      weight += rows.weights()[r];
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= weight;
    }
    layout.addPenaltySlope(parameters, penalty, gradient);
    return gradient;
  }

  /** A weight's slope is the blame of its unit times what came in through it. */
  private void addProducts(Trace trace, double[][] delta, double weight, double[] gradient) {
    for (int l = 0; l < layers.size(); l++) {
      double[] below = trace.below(l);
      for (int unit = 0; unit < delta[l].length; unit++) {
        double blame = weight * delta[l][unit];
        for (int i = 0; i < below.length; i++) {
          gradient[layout.weight(l, unit, i)] += blame * below[i];
        }
        gradient[layout.bias(l, unit)] += blame;
      }
    }
  }
}
