package org.backpropnet.knime.adapter;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Work on a thread of its own, while the host's thread watches it. So a host that cannot interrupt
 * its threads can call the work off at any time, and only the host's own thread talks to the host.
 */
final class WatchedWork<T> {
  private static final long PAUSE_MILLIS = 40;

  private final String name;
  private final Supplier<T> work;
  private volatile T result;
  private volatile Throwable fault;

  WatchedWork(String name, Supplier<T> work) {
    this.name = name;
    this.work = work;
  }

  /**
   * Works to the end.
   *
   * @param watch is asked on the calling thread
   * @param tell called on the calling thread many times a second
   * @return what the work brought
   * @throws X if the watch called it off; the work's threads have ended by then
   * @throws CancellationException if the calling thread was interrupted; the flag stays set
   */
  <X extends Exception> T run(Watch<X> watch, Runnable tell) throws X {
    Thread worker = new Thread(this::work, name);
    worker.setDaemon(true);
    worker.start();
    boolean over = false;
    try {
      while (worker.isAlive()) {
        worker.join(PAUSE_MILLIS);
        watch.check();
        tell.run();
      }
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
    return result;
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
      result = work.get();
    } catch (RuntimeException | Error e) {
      fault = e;
    }
  }
}
