package org.backpropnet.knime.adapter;

import java.util.concurrent.CancellationException;
import org.backpropnet.data.Table;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/**
 * A training on a thread of its own, while the host's thread watches it. So a host that cannot
 * interrupt its threads can call a training off in the middle of an epoch, and only the host's own
 * thread talks to the host.
 */
public final class WatchedTraining {
  private static final long PAUSE_MILLIS = 40;

  /** Holds the table, and is forgotten when its rows are coded: they are not kept twice. */
  private Begin begin;

  private volatile int starts = 1;
  private volatile EpochReport latest;
  private volatile Trained trained;
  private volatile Throwable fault;

  @FunctionalInterface
  private interface Begin {
    Training training();
  }

  private WatchedTraining(Begin begin) {
    this.begin = begin;
  }

  /**
   * A training from the beginning.
   *
   * @param table rows to learn from
   * @param target name of the column to predict
   * @param plan what the user decided
   * @return not begun yet
   */
  public static WatchedTraining start(Table table, String target, TrainingPlan plan) {
    return new WatchedTraining(() -> Training.start(table, target, plan));
  }

  /**
   * A training that goes on.
   *
   * @param table the same rows as before
   * @param before what it had brought
   * @return not begun yet
   */
  public static WatchedTraining resume(Table table, Trained before) {
    return new WatchedTraining(() -> Training.resume(table, before));
  }

  /**
   * Trains to the end.
   *
   * @param <X> what the watch throws to call it off
   * @param watch is asked and told on the calling thread
   * @return what was learned
   * @throws X if the watch called it off; the training's threads have ended by then
   * @throws CancellationException if the calling thread was interrupted; the flag stays set
   */
  public <X extends Exception> Trained run(Watch<X> watch) throws X {
    Thread worker = new Thread(this::work, "Backprop Net training");
    worker.setDaemon(true);
    worker.start();
    boolean over = false;
    try {
      follow(worker, watch);
      over = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The thread was interrupted.");
    } finally {
      if (!over) {
        callOff(worker);
      }
    }
    if (fault instanceof Error error) {
      throw error;
    } else if (fault instanceof RuntimeException exception) {
      throw exception;
    }
    return trained;
  }

  private <X extends Exception> void follow(Thread worker, Watch<X> watch)
      throws X, InterruptedException {
    EpochReport told = null;
    while (worker.isAlive()) {
      worker.join(PAUSE_MILLIS);
      watch.check();
      EpochReport now = latest;
      if (now != null && !now.equals(told)) {
        watch.progress(ProgressText.share(now, starts), ProgressText.of(now, starts));
        told = now;
      }
    }
  }

  /** Waits for the end whatever comes: nothing may be left behind. */
  private static void callOff(Thread worker) {
    boolean interrupted = Thread.interrupted();
    worker.interrupt();
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      Training training = begin.training();
      begin = null;
      starts = training.recipe().restarts();
      trained =
          training.run(
              report -> {
                latest = report;
                return EpochListener.Answer.CONTINUE;
              });
    } catch (RuntimeException | Error e) {
      fault = e;
    }
  }
}
