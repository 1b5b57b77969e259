package org.backpropnet.engine;

/**
 * Brings what another thread has just written into this core's cache. Asked for one line at a time,
 * in the middle of a loop, each line costs a round trip between the cores; asked for all at once
 * the lines come in one stream.
 */
final class Fetch {
  /** Numbers to a line of 64 bytes. */
  private static final int LINE = 16;

  private Fetch() {}

  /**
   * Reads a number of each line.
   *
   * @param numbers what is wanted
   * @param before what an earlier call gave; the sum is handed on, lest the compiler drop the loop
   * @return a number without a meaning
   */
  static float all(float[] numbers, float before) {
    float sum = before;
    for (int i = 0; i < numbers.length; i += LINE) {
      sum = Math.max(sum, numbers[i]);
    }
    return sum;
  }
}
