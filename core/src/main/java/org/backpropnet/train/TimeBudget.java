package org.backpropnet.train;

/** The time that a training may take, counted from its beginning; 0 seconds set no limit. */
final class TimeBudget {
  /** What is kept for epochs that take longer than the trial did. */
  private static final double USED = 0.9;

  private final double seconds;
  private final long begun = System.nanoTime();

  TimeBudget(double seconds) {
    this.seconds = seconds;
  }

  boolean limited() {
    return seconds > 0;
  }

  /**
   * Plans only as many epochs of each start as fit into the time left, judged by a trial epoch. The
   * descent stands afterwards where it stood before.
   */
  Recipe shortened(Recipe recipe, Descent descent, double rate) {
    double[][] before = descent.save();
    long from = System.nanoTime();
    descent.epoch(0, rate);
    descent.validationLoss();
    double trial = Math.max(1e-6, (System.nanoTime() - from) * 1e-9);
    descent.restore(before);
    double left = USED * (seconds - (System.nanoTime() - begun) * 1e-9);
    int fit = (int) Math.max(1, Math.min(1e9, left / trial / recipe.restarts()));
    return fit < recipe.epochs() ? recipe.withEpochs(fit) : recipe;
  }

  static String note(int planned, int fit) {
    return "The time budget shortened the training from " + planned + " to " + fit + " epochs.";
  }

  boolean isOver(long elapsedMillis) {
    return limited() && elapsedMillis > 1000 * seconds;
  }

  long elapsedMillis() {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
