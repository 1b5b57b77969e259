package org.backpropnet.math;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices a JVM that does not turn the kernels into vector instructions: training would be several
 * times slower there, and nothing else would tell. It measures once per JVM, beside the first large
 * training, for a few milliseconds, and changes no result.
 */
public final class SpeedCanary implements Runnable {
  /** Rows times weights from which a training takes seconds. Small ones are left alone. */
  private static final double LARGE = 1e9;

  /** The kernels of the training should be compiled by then. */
  private static final long FIRST_MILLIS = 1_000;

  private static final long PAUSE_MILLIS = 50;
  private static final int ROUNDS = 40;
  private static final int CALLS = 8;
  private static final int ROWS = 128;
  private static final int TERMS = 16;
  private static final int UNITS = 4;

  private static final AtomicBoolean WOKEN = new AtomicBoolean();

  private final float[] weights = new float[UNITS * TERMS];
  private final float[][] x = new float[TERMS][ROWS];
  private final float[][] z = new float[UNITS][ROWS];

  /** From an array, so that the compiler cannot know it, and so cannot vectorise the loop. */
  private final int[] step = {1};

  SpeedCanary() {
    Arrays.fill(weights, 0.5f);
  }

  /**
   * Says how much work is ahead. The first large piece wakes the canary in a thread of its own,
   * which also logs the choice of kernels: a logger costs a small training too much.
   *
   * @param rows of the table
   * @param parameters weights and biases of the network
   */
  public static void expect(int rows, int parameters) {
    if ((double) rows * parameters >= LARGE && WOKEN.compareAndSet(false, true)) {
      Thread thread = new Thread(new SpeedCanary(), "speed-canary");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      Thread.sleep(FIRST_MILLIS);
      System.Logger logger = System.getLogger(SpeedCanary.class.getPackageName());
      logger.log(Level.DEBUG, KernelChoice.here().reason());
      String warning = Fused.HARDWARE ? watch(Kernels.best()) : "";
      if (!warning.isEmpty()) {
        logger.log(Level.WARNING, warning);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Measures until the kernels are fast enough, or often enough to believe that they are not. */
  String watch(Kernels kernels) throws InterruptedException {
    long fast = Long.MAX_VALUE;
    long plain = Long.MAX_VALUE;
    String warning = "";
    for (int round = 0; round < ROUNDS; round++) {
      for (int batch = 0; batch < CALLS; batch++) {
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
          kernels.addProducts(new Kernels.Window(weights, 0, TERMS, 1), x, TERMS, z, 0, ROWS);
        }
        long between = System.nanoTime();
        for (int call = 0; call < CALLS * TERMS; call += 2) {
          plain(x[call % TERMS], x[call % TERMS + 1]);
        }
        fast = Math.min(fast, between - start);
        plain = Math.min(plain, System.nanoTime() - between);
      }
      warning = judge(fast, plain, System.getProperty("os.arch", ""));
      if (warning.isEmpty()) {
        break;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return warning;
  }

  /** The work of a kernel, four units by two terms, in a loop of which the step is not known. */
  private void plain(float[] x0, float[] x1) {
    float[] z0 = z[0];
    float[] z1 = z[1];
    float[] z2 = z[2];
    float[] z3 = z[3];
    float v = weights[0];
    float w = weights[1];
    for (int r = 0; r < ROWS; r += step[0]) {
      float p = x0[r];
      float q = x1[r];
      z0[r] = Fused.multiplyAdd(w, q, Fused.multiplyAdd(v, p, z0[r]));
      z1[r] = Fused.multiplyAdd(w, q, Fused.multiplyAdd(v, p, z1[r]));
      z2[r] = Fused.multiplyAdd(w, q, Fused.multiplyAdd(v, p, z2[r]));
      z3[r] = Fused.multiplyAdd(w, q, Fused.multiplyAdd(v, p, z3[r]));
    }
  }

  /**
   * Judges two times for the same work: with eight numbers to an instruction a kernel takes a
   * quarter of a plain loop's time or less, with four, as on ARM, about half.
   *
   * @param kernelNanos time of the kernel
   * @param plainNanos time of the loop that no compiler can vectorise
   * @param architecture os.arch
   * @return what to tell the user; empty if all is well
   */
  static String judge(long kernelNanos, long plainNanos, String architecture) {
    boolean eight = architecture.equals("amd64") || architecture.equals("x86_64");
    double needed = eight ? 3 : 1.5;
    double ratio = (double) plainNanos / Math.max(1, kernelNanos);
    if (ratio >= needed) {
      return "";
    }
    long tenths = Math.round(10 * ratio);
    return "This JVM ("
        + System.getProperty("java.vm.name")
        + ' '
        + System.getProperty("java.vm.version")
        + ") runs the training loops only "
        + tenths / 10
        + '.'
        + tenths % 10
        + " times as fast as a loop without vector instructions, where at least "
        + needed
        + " times is usual: training will be slow. Another JDK, or --add-modules "
        + KernelChoice.MODULE
        + ", may help.";
  }
}
