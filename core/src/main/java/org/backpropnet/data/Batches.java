package org.backpropnet.data;

import org.backpropnet.math.SplitMix;

/** The order in which an epoch goes through the rows: from the seed and the epoch alone. */
public final class Batches {
  private static final long STREAM = 0x4241544348L;

  private Batches() {}

  /**
   * The rows of an epoch, shuffled; a minibatch is a run of them.
   *
   * @param rows number of rows
   * @param seed the user's seed
   * @param epoch from 0
   * @return [rows] each row number once
   */
  public static int[] order(int rows, long seed, int epoch) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    SplitMix.of(seed, STREAM, epoch).shuffle(order);
    return order;
  }
}
