package org.backpropnet.train;

import java.util.List;

/**
 * Where a walk goes back to when its loss becomes infinite. The weights that an epoch leaves behind
 * may already be ruined while their loss is not yet known, so they count as good only when the next
 * epoch, which begins with them, brings a loss of the usual size.
 */
final class WayBack {
  private static final int MOST_HALVINGS = 5;

  /** A loss this many times the lowest of the start is on its way to infinity. */
  private static final double RUNAWAY = 100;

  private double[][] good;
  private double[][] latest;
  private double lowest = Double.POSITIVE_INFINITY;

  /** Back to where the descent stands now. */
  WayBack(Descent descent) {
    latest = descent.save();
    good = latest;
  }

  /** The way back of a training that is resumed. */
  WayBack(Descent descent, double[][] good, double lowest) {
    this.good = good;
    this.lowest = lowest;
    latest = descent.save();
  }

  /** An epoch ended with finite numbers. */
  void passed(double loss, Descent descent) {
    good = loss <= RUNAWAY * lowest ? latest : good;
    lowest = Math.min(lowest, loss);
    latest = descent.save();
  }

  /**
   * Goes back, with half the learning rate from now on.
   *
   * @return what to note in the model
   * @throws TrainingDivergedException if the rate was halved often enough
   */
  String goBack(Descent descent, RateControl rate, int epoch, double pace) {
    if (rate.halvings() == MOST_HALVINGS || !rate.risky()) {
      throw new TrainingDivergedException(
          "The loss became infinite in epoch "
              + (epoch + 1)
              + " (learning rate halved "
              + rate.halvings()
              + " times before). Try a learning rate ten times smaller (it was "
              + pace
              + "), or look for extreme values in the table.");
    }
    rate.halve();
    descent.restore(good);
    latest = good;
    return "The loss became infinite in epoch "
        + (epoch + 1)
        + "; training went back to the last good epoch with half the learning rate.";
  }

  /** The lowest training loss of a start. */
  static double lowest(List<EpochReport> history, int start) {
    double lowest = Double.POSITIVE_INFINITY;
    for (EpochReport report : history) {
      lowest = report.start() == start ? Math.min(lowest, report.trainingLoss()) : lowest;
    }
    return lowest;
  }

  /** Weights and the optimiser's memory to go back to; not to be changed. */
  double[][] good() {
    return good;
  }
}
