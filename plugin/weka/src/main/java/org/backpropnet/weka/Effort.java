package org.backpropnet.weka;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.backpropnet.train.CpuTime;

/** What a training has cost so far. What lies between its epochs is not its cost. */
public final class Effort implements Serializable {
  private static final long serialVersionUID = 1;

  private double seconds;
  private double cpuSeconds;

  /**
   * Does a part of the training.
   *
   * @param work in the calling thread
   * @return what the work brings
   * @throws Exception that of the work
   */
  public <T> T of(Callable<T> work) throws Exception {
    long before = System.nanoTime();
    CpuTime cpu = CpuTime.start();
    try {
      return work.call();
    } finally {
      cpuSeconds += cpu.stop();
      seconds += (System.nanoTime() - before) / 1e9;
    }
  }

  /** Forgets what was measured. */
  public void clear() {
    seconds = 0;
    cpuSeconds = 0;
  }

  /** Real time. */
  double seconds() {
    return seconds;
  }

  /** Processor time of all threads that worked; 0 where the Java machine cannot tell. */
  double cpuSeconds() {
    return cpuSeconds;
  }
}
