package org.backpropnet.explain;

import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.train.Snapshots;

/**
 * The network whose training is told: the one there is, or the first of those that vote. Its units
 * are the first of each layer, so that their numbers are those of the whole.
 *
 * @param spec its shape
 * @param layout where its weights lie
 * @param book its arithmetic
 * @param start [P] weights before the first epoch
 */
record Learner(NetworkSpec spec, Parameters layout, TextbookBackprop book, double[] start) {
  static Learner of(Subject s) {
    NetworkSpec spec = Snapshots.network(s.model.trained());
    double[] start = doubles(Snapshots.start(s.model.trained()));
    return new Learner(spec, Parameters.of(spec), new TextbookBackprop(spec), start);
  }

  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
