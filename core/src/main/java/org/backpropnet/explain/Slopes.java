package org.backpropnet.explain;

import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.textbook.TextbookBackprop.Rows;
import org.backpropnet.train.Snapshots;

/**
 * The slope of the average error at the weights from which this training set out, by the textbook.
 *
 * @param rows sample of the rows that were learned from
 * @param start [P] weights before the first epoch
 * @param loss average error there
 * @param gradient [P] its slope by each weight
 */
record Slopes(Rows rows, double[] start, double loss, double[] gradient) {
  private static final int MOST = 500;
  private static final int PASSES = 12;

  static Slopes of(Subject s) {
    Rows rows = s.taught(s.sample(s.learned(), PASSES, MOST));
    float[] drawn = Snapshots.start(s.model.trained());
    double[] start = new double[drawn.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = drawn[i];
    }
    double[] gradient = s.book.gradient(start, rows, Penalty.NONE, Dropout.NONE);
    return new Slopes(rows, start, loss(s, rows, start), gradient);
  }

  static double loss(Subject s, Rows rows, double[] at) {
    return s.book.loss(at, rows, Penalty.NONE, Dropout.NONE);
  }

  double lossAt(Subject s, double[] at) {
    return loss(s, rows, at);
  }

  double squaredLength() {
    double sum = 0;
    for (double slope : gradient) {
      sum += slope * slope;
    }
    return sum;
  }

  int count() {
    return rows.weights().length;
  }
}
