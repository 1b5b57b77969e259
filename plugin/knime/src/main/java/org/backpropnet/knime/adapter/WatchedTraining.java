package org.backpropnet.knime.adapter;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.backpropnet.data.Table;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.TimeEstimate;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/**
 * A training on a thread of its own, while the host's thread watches it. So a host that cannot
 * interrupt its threads can call a training off in the middle of an epoch, and only the host's own
 * thread talks to the host.
 */
public final class WatchedTraining {
  // Both hold the table, and are forgotten when its rows are coded: they are not kept twice.
  private Supplier<Optional<String>> time;
  private Begin begin;

  private volatile String announcement;
  private volatile int starts = 1;
  private volatile EpochReport latest;
  private EpochReport told;

  @FunctionalInterface
  private interface Begin {
    Training training();
  }

  private WatchedTraining(Supplier<Optional<String>> time, Begin begin) {
    this.time = time;
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
    return new WatchedTraining(
        () -> TimeEstimate.announcement(table, target, plan),
        () -> Training.start(table, target, plan));
  }

  /**
   * A training that goes on.
   *
   * @param table the same rows as before
   * @param before what it had brought
   * @return not begun yet
   */
  public static WatchedTraining resume(Table table, Trained before) {
    return new WatchedTraining(Optional::empty, () -> Training.resume(table, before));
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
    return new WatchedWork<>("Backprop Net training", this::train).run(watch, () -> tell(watch));
  }

  private Trained train() {
    announcement = time.get().orElse(null);
    Training training = begin.training();
    time = null;
    begin = null;
    starts = training.recipe().restarts();
    return training.run(
        report -> {
          latest = report;
          return EpochListener.Answer.CONTINUE;
        });
  }

  private void tell(Watch<?> watch) {
    if (announcement != null) {
      watch.progress(0, announcement);
      announcement = null;
    }
    EpochReport now = latest;
    if (now != null && !now.equals(told)) {
      watch.progress(ProgressText.share(now, starts), ProgressText.of(now, starts));
      told = now;
    }
  }
}
