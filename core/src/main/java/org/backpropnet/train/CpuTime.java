package org.backpropnet.train;

import java.util.concurrent.atomic.LongAdder;
import org.backpropnet.engine.Team;
import org.backpropnet.math.CpuClock;

/**
 * Processor time of a stretch of work: that of the thread that does it and of the threads that help
 * it. One stretch at a time in each thread.
 */
public final class CpuTime {
  private final LongAdder helpers = new LongAdder();
  private final long before = CpuClock.nanos();

  private CpuTime() {
    Team.count(helpers);
  }

  /**
   * Begins a stretch in the calling thread.
   *
   * @return to be ended in the same thread
   */
  public static CpuTime start() {
    return new CpuTime();
  }

  /**
   * Ends the stretch.
   *
   * @return seconds; 0 where the Java machine cannot tell
   */
  public double stop() {
    Team.count(null);
    return (CpuClock.nanos() - before + helpers.sum()) / 1e9;
  }
}
