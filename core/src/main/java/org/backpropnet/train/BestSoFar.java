package org.backpropnet.train;

/**
 * Which weights a training keeps. Rows held out judge every epoch; without them each start is
 * judged once, by its last training loss.
 */
final class BestSoFar {
  private final boolean heldOut;
  private Best best;

  /** Keeps nothing yet. */
  BestSoFar(boolean heldOut) {
    this.heldOut = heldOut;
  }

  /** Keeps the candidate if it is better; within a start, the last of equals. */
  void consider(Best candidate) {
    best = better(candidate);
  }

  /** What would be kept if the training ended with this candidate. */
  Best better(Best candidate) {
    if (best == null) {
      return candidate;
    }
    boolean sameStart = best.start() == candidate.start();
    boolean takes =
        sameStart ? !heldOut || candidate.loss() <= best.loss() : candidate.loss() < best.loss();
    return takes ? candidate : best;
  }

  void restore(Best kept) {
    best = kept;
  }

  /** Null before anything was considered. */
  Best get() {
    return best;
  }
}
