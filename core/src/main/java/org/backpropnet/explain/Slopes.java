package org.backpropnet.explain;

import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.TextbookBackprop.Rows;

/**
 * The slope of the average error at the weights from which this training set out, by the textbook.
 *
 * @param learner the network that was trained
 * @param rows sample of the rows that were learned from
 * @param loss average error before the first epoch
 * @param gradient [P] its slope by each weight
 */
record Slopes(Learner learner, Rows rows, double loss, double[] gradient) {
  private static final int MOST = 500;
  private static final int PASSES = 12;

  static Slopes of(Subject s) {
    Rows rows = s.taught(s.sample(s.learned(), PASSES, MOST));
    Learner learner = Learner.of(s);
    double[] gradient = gradient(learner.book(), rows, learner.start());
    return new Slopes(learner, rows, loss(learner.book(), rows, learner.start()), gradient);
  }

  /** The average error at some weights, without the price of large weights. */
  static double loss(TextbookBackprop book, Rows rows, double[] at) {
    return book.loss(at, rows, Penalty.NONE, Dropout.NONE);
  }

  static double[] gradient(TextbookBackprop book, Rows rows, double[] at) {
    return book.gradient(at, rows, Penalty.NONE, Dropout.NONE);
  }

  double[] start() {
    return learner.start();
  }

  double lossAt(double[] at) {
    return loss(learner.book(), rows, at);
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
