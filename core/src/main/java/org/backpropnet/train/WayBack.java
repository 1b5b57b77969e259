package org.backpropnet.train;

import java.util.List;
import org.backpropnet.math.Decimal;

/**
 * Where a walk goes back to when its loss becomes infinite. The weights that an epoch leaves behind
 * may already be ruined while their loss is not yet known, so they count as good only when the next
 * epoch, which begins with them, brings a loss of the usual size.
 */
final class WayBack {
  private static final int MOST_HALVINGS = 5;

  /** Targets are scaled to a size of about 1: a mean loss above this comes from ruined weights. */
  private static final double RUINED = 1e10;

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

  /** What became infinite in an epoch, in words; null if all is well. */
  static String fault(double loss, double validationLoss, Descent descent) {
    if (!(loss <= RUINED)) {
      return "The loss became " + Decimal.text(loss);
    }
    if (!Double.isFinite(validationLoss)) {
      return "The validation loss became " + Decimal.text(validationLoss);
    }
    return descent.finite() ? null : "A weight became infinite";
  }

  /**
   * Goes back, with half the learning rate from now on.
   *
   * @param fault what happened and when
   * @return what to note in the model
   * @throws TrainingDivergedException if the rate was halved often enough
   */
  String goBack(Descent descent, RateControl rate, String fault) {
    if (!rate.risky()) {
      throw new TrainingDivergedException(
          fault + ". Look for extreme values in the table, or choose the optimizer adam.");
    }
    if (rate.halvings() == MOST_HALVINGS) {
      throw new TrainingDivergedException(
          fault
              + ", though the learning rate was halved "
              + MOST_HALVINGS
              + " times before. Try a learning rate a hundred times smaller (it began as "
              + rate.full()
              + "), or look for extreme values in the table.");
    }
    rate.halve();
    descent.restore(good);
    latest = good;
    return fault + "; training went back to the last good epoch with half the learning rate.";
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
