package org.backpropnet.train;

import java.util.List;
import java.util.function.LongSupplier;

/** The time that a training may take, counted from its beginning; 0 seconds set no limit. */
final class TimeBudget {
  /** What is kept for epochs that take longer than the trial did. */
  private static final double USED = 0.9;

  private final double seconds;
  private final LongSupplier nanoTime;
  private final long begun;
  private boolean measured;

  TimeBudget(double seconds) {
    this(seconds, System::nanoTime);
  }

  /** With a clock of one's own. */
  TimeBudget(double seconds, LongSupplier nanoTime) {
    this.seconds = seconds;
    this.nanoTime = nanoTime;
    begun = nanoTime.getAsLong();
  }

  /** Whether there is a limit, and no trial epoch has told yet what fits into it. */
  boolean isUnmeasured() {
    return seconds > 0 && !measured;
  }

  /**
   * Plans only as many epochs of each start as fit into the time left, judged by a trial epoch. The
   * descent stands afterwards where it stood before.
   */
  Recipe shortened(Recipe recipe, Descent descent, double rate, List<String> notes) {
    measured = true;
    double[][] before = descent.save();
    long from = nanoTime.getAsLong();
    descent.epoch(0, rate);
    descent.validationLoss();
    double trial = Math.max(1e-6, (nanoTime.getAsLong() - from) * 1e-9);
    descent.restore(before);
    double left = USED * (seconds - (nanoTime.getAsLong() - begun) * 1e-9);
    int fit = (int) Math.max(1, Math.min(1e9, left / trial / recipe.restarts()));
    if (fit >= recipe.epochs()) {
      return recipe;
    }
    notes.add(
        "The time budget shortened the training from "
            + recipe.epochs()
            + " to "
            + fit
            + " epochs.");
    return recipe.withEpochs(fit);
  }

  boolean isOver(long elapsedMillis) {
    return seconds > 0 && elapsedMillis > 1000 * seconds;
  }

  long elapsedMillis() {
    return (nanoTime.getAsLong() - begun) / 1_000_000;
  }
}
