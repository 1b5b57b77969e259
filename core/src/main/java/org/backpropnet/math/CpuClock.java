package org.backpropnet.math;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of threads. Nothing that is learned depends on it; hosts report it. */
public final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean KNOWN = THREADS.isCurrentThreadCpuTimeSupported();

  private CpuClock() {}

  /**
   * Processor time that the calling thread has used since it began.
   *
   * @return nanoseconds; 0 where the Java machine cannot tell
   */
  public static long nanos() {
    return KNOWN ? Math.max(0, THREADS.getCurrentThreadCpuTime()) : 0;
  }
}
