package org.backpropnet.train;

import java.util.List;

/**
 * Tells when full-batch steps no longer bring much. On small tables the last tenth of a percent of
 * the loss changes answers on new rows by less than chance does, but costs most of the steps.
 */
final class Gain {
  /** Epochs that are looked at together. */
  static final int EPOCHS = 10;

  private static final double LEAST = 2e-3;

  private Gain() {}

  /**
   * Whether the last epochs together lowered the loss by less than a five-hundredth.
   *
   * @param history every epoch's report
   * @return false as long as the present start is younger than that
   */
  static boolean small(List<EpochReport> history) {
    EpochReport now = history.get(history.size() - 1);
    if (now.epoch() <= EPOCHS) {
      return false;
    }
    return small(history.get(history.size() - 1 - EPOCHS).trainingLoss(), now.trainingLoss());
  }

  /** The same of the loss that many epochs ago and now. */
  static boolean small(double before, double now) {
    return before - now < LEAST * now;
  }
}
