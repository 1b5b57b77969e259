package org.backpropnet.math;

import java.util.Arrays;

/**
 * Plain kernels that hand over to faster ones in the midst of the work. The faster ones are slow,
 * many times over, until the JVM has compiled them; so a thread of its own calls them until they
 * are, once so much has been computed that more is likely to come. The bits are the same all along.
 */
final class WarmingKernels implements Kernels, Runnable {
  /** Products after which a JVM is likely to compute for seconds: a tenth of one, about. */
  private static final long ENOUGH = 2_000_000_000L;

  /** When the faster kernels have not shown themselves by then, they will not. */
  private static final int MOST_ROUNDS = 2_000;

  private static final int LEAST_ROUNDS = 100;
  private static final int CALLS = 20;
  private static final int UNITS = 14;
  private static final int TERMS = 32;
  private static final int ROWS = 120;

  private final Kernels plain;
  private final Kernels fast;
  private volatile Kernels inUse;

  /** About how many products were computed: threads may overwrite each other's counts. */
  private long products;

  private boolean started;

  WarmingKernels(Kernels plain, Kernels fast) {
    this.plain = plain;
    this.fast = fast;
    inUse = plain;
  }

  @Override
  public void addProducts(Window w, float[][] x, int terms, float[][] z, int from, int to) {
    inUse.addProducts(w, x, terms, z, from, to);
    count((long) terms * z.length * (to - from));
  }

  @Override
  public void addProducts(DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to) {
    inUse.addProducts(w, x, terms, z, from, to);
    count((long) terms * z.length * (to - from));
  }

  private void count(long more) {
    if (!started) {
      products += more;
      if (products > ENOUGH) {
        start();
      }
    }
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      Thread thread = new Thread(this, "backpropnet-kernels");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    float[] weights = new float[UNITS * TERMS];
    Arrays.fill(weights, 0.5f);
    double[] doubles = new double[UNITS * TERMS];
    Arrays.fill(doubles, 0.5);
    Both both =
        new Both(
            new Window[] {new Window(weights, 0, TERMS, 1), new Window(weights, 0, 1, UNITS)},
            new DoubleWindow[] {
              new DoubleWindow(doubles, 0, TERMS, 1), new DoubleWindow(doubles, 0, 1, UNITS)
            });
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long slow = both.time(plain);
      long quick = both.time(fast);
      if (quick <= slow && round > LEAST_ROUNDS) {
        inUse = fast;
        return;
      }
    }
  }

  /** Some work in both precisions, with every way that weights lie and with odd ends. */
  private record Both(Window[] singles, DoubleWindow[] doubles) {
    long time(Kernels kernels) {
      float[][] x = new float[TERMS][ROWS];
      float[][] z = new float[UNITS][ROWS];
      double[][] xs = new double[TERMS][ROWS];
      double[][] zs = new double[UNITS][ROWS];
      long start = System.nanoTime();
      for (int call = 0; call < CALLS; call++) {
        int rows = ROWS - call % 8;
        kernels.addProducts(singles[call % 2], x, TERMS, z, 0, rows);
        kernels.addProducts(doubles[call % 2], xs, TERMS, zs, 0, rows);
      }
      return System.nanoTime() - start;
    }
  }

  @Override
  public String toString() {
    return fast + ", once warm";
  }
}
