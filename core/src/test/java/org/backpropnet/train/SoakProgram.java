package org.backpropnet.train;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.backpropnet.data.Table;
import org.backpropnet.engine.Team;
import org.backpropnet.math.SplitMix;

/**
 * Five hundred trainings, some at a time, that end in every way there is; then prints what they
 * left behind. To be run in a JVM of its own, where nothing else starts threads or takes memory.
 */
final class SoakProgram {
  static final int TRAININGS = 500;

  /** By now every kind of training has run, so that all classes are loaded. */
  static final int EARLY = 100;

  private static final int LANES = 4;
  private static final long SEED = 7;
  private static final int EPOCHS = 12;

  /** Longest wait before a training is interrupted: some are hit while they prepare. */
  private static final int LATEST_MILLIS = 12;

  private static final List<String> PLANS =
      List.of(
          "optimizer=adam hiddenLayers=9 batchSize=16 validationShare=0.2 dropout=0.1",
          "optimizer=momentum hiddenLayers=17,5 batchSize=40 validationShare=0 gradientClip=1",
          "optimizer=adamw hiddenLayers=40 batchSize=7 resumable=true",
          "optimizer=l-bfgs hiddenLayers=9 restarts=2",
          "optimizer=rprop hiddenLayers=6,6 weightDecay=0.01",
          "optimizer=rmsprop hiddenLayers=12 batchSize=90 weightDecay=0");

  /** How a training ends. */
  enum End {
    /** By itself. */
    ALONE,
    /** By the listener's wish. */
    STOPPED,
    /** Left half way, after a few single steps. */
    ABANDONED,
    /** By an exception of the listener. */
    FAILED,
    /** By an interrupt of its thread, at any moment. */
    INTERRUPTED
  }

  /** One training: what it does, and how it ends. */
  private record Case(String plan, String threads, int epochs, End end) {
    static Case of(int number) {
      SplitMix random = SplitMix.of(SEED, number);
      String plan = PLANS.get(random.nextInt(PLANS.size()));
      String threads = List.of("1", "2", "3", "auto").get(random.nextInt(4));
      List<End> ends = List.of(End.values());
      End end = ends.get(random.nextInt(ends.size()));
      return new Case(plan, threads, 1 + random.nextInt(EPOCHS - 2), end);
    }

    Training start() {
      // Only the interrupt ends one that is to be interrupted, however fast the machine is.
      String length = end == End.INTERRUPTED ? "1000000 restarts=1000" : EPOCHS + "";
      String target = plan.contains("adam") ? "kind" : "price";
      return Training.start(
          TABLE, target, Cases.plan(plan + " threads=" + threads + " epochs=" + length));
    }

    /** What must come out the same, whichever team does it. */
    String key() {
      return plan + " " + end + (end == End.ALONE ? "" : " after " + epochs);
    }

    float[] run() {
      Training training = start();
      if (end == End.ABANDONED) {
        for (int epoch = 0; epoch < epochs; epoch++) {
          training.next();
        }
        return training.result().best().parameters();
      }
      AtomicInteger heard = new AtomicInteger();
      return training
          .run(
              report -> {
                if (heard.incrementAndGet() < epochs || end == End.ALONE) {
                  return EpochListener.Answer.CONTINUE;
                }
                if (end == End.FAILED) {
                  throw new IllegalStateException("The listener fails on purpose.");
                }
                return end == End.STOPPED
                    ? EpochListener.Answer.STOP
                    : EpochListener.Answer.CONTINUE;
              })
          .best()
          .parameters();
    }
  }

  private static final Table TABLE = Cases.table(101);

  /** What each uninterrupted training gave when it ran alone. */
  private static final Map<String, float[]> EXPECTED = new HashMap<>();

  /** How many trainings ended how. */
  private static final Map<String, Integer> ENDS = new ConcurrentHashMap<>();

  private SoakProgram() {}

  /** Prints a line per fact; the first word names it. */
  public static void main(String[] arguments) throws InterruptedException {
    for (int number = 0; number < TRAININGS; number++) {
      Case one = Case.of(number);
      if (one.end != End.FAILED && one.end != End.INTERRUPTED && !EXPECTED.containsKey(one.key())) {
        EXPECTED.put(one.key(), new Case(one.plan, "1", one.epochs, one.end).run());
      }
    }
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    int live = ManagementFactory.getThreadMXBean().getThreadCount();
    int free = Team.free();
    soak(0, EARLY);
    long early = used();
    soak(EARLY, TRAININGS);
    long grown = used() - early;
    new TreeMap<>(ENDS).forEach((end, count) -> System.out.println("end " + end + ": " + count));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread)) {
        System.out.println("thread " + thread.getName());
      }
    }
    System.out.println("live " + (ManagementFactory.getThreadMXBean().getThreadCount() - live));
    System.out.println("processors " + (Team.free() - free));
    System.out.println("bytes " + grown);
  }

  /** Some lanes share the trainings with these numbers; each waits for its own. */
  private static void soak(int from, int to) throws InterruptedException {
    AtomicInteger next = new AtomicInteger(from);
    Thread[] lanes = new Thread[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] =
          new Thread(
              () -> {
                for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                  ENDS.merge(runOne(n), 1, Integer::sum);
                }
              });
      lanes[lane].start();
    }
    for (Thread lane : lanes) {
      lane.join();
    }
  }

  /** Runs a training in a thread of its own; how it ended, in words. */
  private static String runOne(int number) {
    Case one = Case.of(number);
    String[] end = new String[1];
    Thread thread = new Thread(() -> end[0] = outcome(one));
    thread.start();
    try {
      if (one.end == End.INTERRUPTED) {
        Thread.sleep(SplitMix.of(SEED, number, 1).nextInt(LATEST_MILLIS + 1));
        thread.interrupt();
      }
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts a lane.", e);
    }
    return end[0];
  }

  private static String outcome(Case one) {
    try {
      float[] weights = one.run();
      if (one.end == End.INTERRUPTED) {
        return "INTERRUPTED too late";
      }
      return one.end
          + (Arrays.equals(EXPECTED.get(one.key()), weights)
              ? " with the same bits"
              : " with other bits: " + one.key());
    } catch (CancellationException e) {
      return one.end + (Thread.currentThread().isInterrupted() ? " and flagged" : " without flag");
    } catch (IllegalStateException e) {
      return one.end == End.FAILED ? "FAILED as meant" : "failed by itself: " + e;
    }
  }

  /** Bytes in use; the collector is asked until nothing more goes. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
