package org.backpropnet.train;

/** Hears of every epoch and may end the training; what was learned so far is kept. */
@FunctionalInterface
public interface EpochListener {
  /** Hears and never stops. */
  EpochListener SILENT = report -> Answer.CONTINUE;

  /** What shall happen next. */
  enum Answer {
    /** Go on. */
    CONTINUE,
    /** Stop here and keep the best so far. */
    STOP
  }

  /**
   * Called after each epoch, on the training thread.
   *
   * @param report what the epoch brought
   * @return whether to go on
   */
  Answer epoch(EpochReport report);
}
