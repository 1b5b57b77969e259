package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Networks that vote (Hansen and Salamon 1990), as one: their units stand side by side, those of
 * one network see nothing of the others, and the output's sums are the mean of theirs. So whatever
 * can be done with a network can be done with a committee.
 */
final class Committee {
  private final NetworkSpec member;
  private final int size;

  Committee(NetworkSpec member, int size) {
    this.member = member;
    this.size = size;
  }

  /** The shape of the one network. */
  NetworkSpec spec() {
    return withUnits(member, size, 1);
  }

  /** The shape of a member, from that of the one network. */
  static NetworkSpec member(NetworkSpec committee, int size) {
    return withUnits(committee, 1, size);
  }

  private static NetworkSpec withUnits(NetworkSpec spec, int times, int by) {
    List<LayerSpec> hidden =
        spec.hidden().stream()
            .map(l -> new LayerSpec(l.units() * times / by, l.activation()))
            .toList();
    return new NetworkSpec(spec.inputs(), hidden, spec.outputs(), spec.output(), spec.loss());
  }

  /** The one network, from the best weights of each member; it ends where the last one did. */
  Best together(List<Best> members) {
    List<float[]> weights = new ArrayList<>();
    double loss = 0;
    for (Best best : members) {
      weights.add(best.parameters());
      loss += best.loss();
    }
    Best last = members.get(size - 1);
    return new Best(weights(weights), loss / size, last.start(), last.epoch());
  }

  /**
   * Its weights.
   *
   * @param members [size][P] weights and biases of each
   * @return weights and biases of {@link #spec}
   */
  float[] weights(List<float[]> members) {
    Parameters from = Parameters.of(member);
    NetworkSpec spec = spec();
    Parameters to = Parameters.of(spec);
    float[] all = new float[spec.parameterCount()];
    int last = from.layers() - 1;
    for (int m = 0; m < size; m++) {
      float[] weights = members.get(m);
      for (int l = 0; l <= last; l++) {
        int unit = l == last ? 0 : m * from.units(l);
        int input = l == 0 ? 0 : m * from.inputs(l);
        for (int u = 0; u < from.units(l); u++) {
          for (int k = 0; k < from.inputs(l); k++) {
            float weight = weights[from.weight(l, u, k)];
            all[to.weight(l, unit + u, input + k)] += l == last ? weight / size : weight;
          }
          float bias = weights[from.bias(l, u)];
          all[to.bias(l, unit + u)] += l == last ? bias / size : bias;
        }
      }
    }
    return all;
  }
}
