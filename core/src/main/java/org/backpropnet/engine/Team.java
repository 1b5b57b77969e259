package org.backpropnet.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.backpropnet.math.CpuClock;

/**
 * A few threads that do the parts of one piece of work together, again and again. The caller is one
 * of them. Waiting spins first, then yields, then sleeps, so that a busy machine is not burdened.
 */
public final class Team {
  private static final int SPINS = 2_000;
  private static final int YIELDS = 200;
  private static final long NAP_NANOS = 50_000;

  /** Threads of all started teams of this JVM, their callers included. */
  private static final AtomicInteger BUSY = new AtomicInteger();

  /** Where the helpers of teams that a thread starts add their processor time, if it asked. */
  private static final ThreadLocal<LongAdder> COUNTED = new ThreadLocal<>();

  private final Thread[] helpers;
  private final AtomicInteger open = new AtomicInteger();
  private volatile IntConsumer work;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private volatile Thread caller;
  private boolean started;

  /**
   * A team that rests until {@link #start}; {@link #run} needs it started.
   *
   * @param size number of threads, the caller included; at least 1
   */
  public Team(int size) {
    helpers = new Thread[Math.max(1, size) - 1];
  }

  /**
   * Processors that no started team of this JVM uses: trainings side by side share the machine
   * instead of standing in each other's way.
   *
   * @return at least 1
   */
  public static int free() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - BUSY.get());
  }

  /**
   * Counts the processor time of the helpers of all teams that the calling thread starts from now
   * on.
   *
   * @param nanos gets the time of a helper when its team is closed; null to count no longer
   */
  public static void count(LongAdder nanos) {
    if (nanos == null) {
      COUNTED.remove();
    } else {
      COUNTED.set(nanos);
    }
  }

  /** Starts the helpers. After {@link #close} a team can be started again. */
  public void start() {
    if (!started) {
      started = true;
      BUSY.addAndGet(size());
    }
    closed = false;
    int now = round;
    LongAdder count = COUNTED.get();
    for (int h = 0; h < helpers.length; h++) {
      int part = h + 1;
      helpers[h] = new Thread(() -> help(part, now, count), "backpropnet-" + part);
      helpers[h].setDaemon(true);
      helpers[h].start();
    }
  }

  /**
   * Number of threads.
   *
   * @return at least 1
   */
  public int size() {
    return helpers.length + 1;
  }

  /**
   * Does one piece of work and waits for all parts.
   *
   * @param task called once with each part from 0 to {@link #size()} - 1
   * @throws CancellationException if the calling thread was told to stop; its flag stays set
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // only this caller writes the round
  public void run(IntConsumer task) {
    caller = Thread.currentThread();
    failure = null;
    listen();
    if (helpers.length == 0) {
      task.accept(0);
      return;
    }
    work = task;
    open.set(helpers.length);
    round++;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    try {
      task.accept(0);
    } finally {
      int waited = 0;
      while (open.get() > 0) {
        waited = pause(waited);
      }
    }
    Throwable thrown = failure;
    failure = null;
    if (thrown instanceof Error e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
  }

  /**
   * Ends a task whose caller was told to stop. Parts that take long ask now and then; the check
   * costs about as much as reading two fields.
   *
   * @throws CancellationException in whichever thread asks
   */
  void listen() {
    if (caller.isInterrupted()) {
      throw new CancellationException("Training was interrupted.");
    }
  }

  /** The rows of one part: equal runs, the same for every call with these numbers. */
  static int start(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }

  private void help(int part, int firstRound, LongAdder count) {
    work(part, firstRound);
    if (count != null) {
      count.add(CpuClock.nanos());
    }
  }

  private void work(int part, int firstRound) {
    int seen = firstRound;
    while (true) {
      int waited = 0;
      while (round == seen && !closed) {
        waited = pause(waited);
      }
      if (closed) {
        return;
      }
      seen++;
      try {
        work.accept(part);
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        open.decrementAndGet();
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // yielding saves time, correctness never needs it
  private static int pause(int waited) {
    if (waited < SPINS) {
      Thread.onSpinWait();
    } else if (waited < SPINS + YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(NAP_NANOS);
    }
    return waited + 1;
  }

  /** Ends the helpers and waits until they are gone. */
  public void close() {
    if (started) {
      started = false;
      BUSY.addAndGet(-size());
    }
    closed = true;
    boolean interrupted = false;
    for (int h = 0; h < helpers.length; h++) {
      while (helpers[h] != null && helpers[h].isAlive()) {
        try {
          LockSupport.unpark(helpers[h]);
          helpers[h].join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      helpers[h] = null;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
