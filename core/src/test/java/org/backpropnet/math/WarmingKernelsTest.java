package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Plain kernels work until so much is computed that warming the others pays. */
class WarmingKernelsTest {
  /** Kernels that only count the calls from one thread. */
  private static final class Counting implements Kernels {
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger warmUps = new AtomicInteger();

    private void count() {
      (Thread.currentThread() == caller ? calls : warmUps).incrementAndGet();
    }

    @Override
    public void addProducts(Window w, float[][] x, int terms, float[][] z, int from, int to) {
      count();
    }

    @Override
    public void addProducts(
        DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to) {
      count();
    }
  }

  private final Counting plain = new Counting();
  private final Counting fast = new Counting();
  private final Kernels kernels = new WarmingKernels(plain, fast);

  /** As if so many products had been asked for; a tenth of what the warm-up waits for, each. */
  private void compute(int times) {
    float[][] z = new float[1_000][];
    for (int i = 0; i < times; i++) {
      kernels.addProducts((Kernels.Window) null, null, 1_000, z, 0, 200);
    }
  }

  @Test
  void littleWorkNeitherStartsAThreadNorChangesKernels() {
    compute(9);
    assertEquals(9, plain.calls.get());
    assertEquals(0, fast.calls.get() + fast.warmUps.get());
  }

  @Test
  void muchWorkHandsOverToTheFasterOnesAfterTheyWereCalledOftenEnough() throws Exception {
    compute(11);
    for (int wait = 0; wait < 600 && fast.calls.get() == 0; wait++) {
      Thread.sleep(50);
      compute(1);
    }
    assertTrue(fast.calls.get() > 0, "never handed over within 30 s");
    assertTrue(fast.warmUps.get() > 4_000, "compiled code needs thousands of calls");
    int plainCalls = plain.calls.get();
    compute(5);
    assertEquals(plainCalls, plain.calls.get(), "once over, always over");
  }
}
