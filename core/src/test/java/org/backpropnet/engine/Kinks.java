package org.backpropnet.engine;

import java.util.BitSet;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.Trace;

/**
 * On which side of each kink a network stands: a measured slope is the slope only where the nudge
 * stays on one side. Kinks are the zeros of sums in units whose formula changes there, misses of 0
 * or 1 in two losses, and weights of 0 under an L1 price.
 */
final class Kinks {
  private final NetworkSpec spec;
  private final TextbookBackprop.Rows rows;
  private final Penalty penalty;
  private final Dropout dropout;

  Kinks(NetworkSpec spec, TextbookBackprop.Rows rows, Penalty penalty, Dropout dropout) {
    this.spec = spec;
    this.rows = rows;
    this.penalty = penalty;
    this.dropout = dropout;
  }

  /** Whether a nudge of one number, up or down, crosses a kink. */
  boolean crossed(double[] at, int index, double nudge) {
    double kept = at[index];
    BitSet here = sides(at);
    at[index] = kept + nudge;
    boolean crossed = !sides(at).equals(here);
    at[index] = kept - nudge;
    crossed |= !sides(at).equals(here);
    at[index] = kept;
    return crossed;
  }

  private BitSet sides(double[] parameters) {
    BitSet sides = new BitSet();
    int next = 0;
    TextbookBackprop textbook = new TextbookBackprop(spec);
    for (int r = 0; r < rows.inputs().length; r++) {
      Trace trace = textbook.forward(parameters, rows.inputs()[r], dropout, r);
      List<LayerSpec> layers = spec.layers();
      for (int l = 0; l < layers.size(); l++) {
        for (double z : trace.z()[l]) {
          sides.set(next++, bends(layers.get(l).activation()) && z > 0);
        }
      }
      for (int o = 0; o < spec.outputs(); o++) {
        double miss = trace.answer()[o] - rows.targets()[r][o];
        sides.set(next++, spec.loss() == Loss.ABSOLUTE_ERROR && miss > 0);
        sides.set(next++, spec.loss() == Loss.HUBER && miss > 1);
        sides.set(next++, spec.loss() == Loss.HUBER && miss < -1);
      }
    }
    boolean[] priced = Parameters.of(spec).weightMask();
    for (int i = 0; i < priced.length; i++) {
      sides.set(next++, priced[i] && penalty.l1() > 0 && parameters[i] > 0);
    }
    return sides;
  }

  private static boolean bends(Activation activation) {
    return switch (activation) {
      case RELU, LEAKY_RELU, ELU, SELU -> true;
      case IDENTITY, SIGMOID, TANH, SOFTPLUS, SILU, MISH, GELU -> false;
    };
  }
}
