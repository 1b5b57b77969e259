package org.backpropnet.weka.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Trained;

/**
 * One training as the window sees it, and what the window's buttons ask of it. The training's
 * thread writes reports and reads wishes; the window does it the other way round.
 */
public final class LiveTraining implements EpochListener {
  /** A picture of the weights is taken so often at most. */
  private static final long PICTURE_MILLIS = 500;

  /** Copying more weights than this for a picture would slow the training down. */
  private static final int MOST_WEIGHTS = 1_000_000;

  private static final long NAP_MILLIS = 50;

  private final int number;
  private final int starts;
  private final Supplier<Trained> weights;
  private final Queue<EpochReport> reports = new ConcurrentLinkedQueue<>();
  private volatile Trained picture;
  private volatile boolean stopped;
  private volatile boolean paused;
  private volatile boolean ended;
  private long nextPicture;

  /**
   * A training that is about to begin.
   *
   * @param number from 1, to tell it from others
   * @param starts how often it begins anew
   * @param weights what was learned so far; asked for on the training's thread only
   */
  LiveTraining(int number, int starts, Supplier<Trained> weights) {
    this.number = number;
    this.starts = starts;
    this.weights = weights;
  }

  @Override
  public Answer epoch(EpochReport report) {
    reports.add(report);
    if (report.elapsedMillis() >= nextPicture) {
      nextPicture = report.elapsedMillis() + PICTURE_MILLIS;
      takePicture();
    }
    waitWhilePaused();
    return stopped ? Answer.STOP : Answer.CONTINUE;
  }

  private void takePicture() {
    Trained now = weights.get();
    if (now.best() != null && now.best().parameters().length <= MOST_WEIGHTS) {
      picture = now.withoutState();
    }
  }

  /** Whoever interrupts the training ends its pause, too. */
  private void waitWhilePaused() {
    try {
      while (paused && !stopped) {
        Thread.sleep(NAP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the training is over, however it ended. */
  public void end() {
    ended = true;
  }

  /** Asks the training to end after this epoch and to keep the best so far. */
  void stopAndKeep() {
    stopped = true;
  }

  /** Asks the training to wait after this epoch, or to go on. */
  void pause(boolean wait) {
    paused = wait;
  }

  boolean isOver() {
    return ended;
  }

  int number() {
    return number;
  }

  int starts() {
    return starts;
  }

  /** The weights as they were a moment ago; null if there was no picture of them yet. */
  Trained picture() {
    return picture;
  }

  /** The reports that came since the last call. */
  List<EpochReport> fresh() {
    List<EpochReport> fresh = new ArrayList<>();
    for (EpochReport next = reports.poll(); next != null; next = reports.poll()) {
      fresh.add(next);
    }
    return fresh;
  }
}
