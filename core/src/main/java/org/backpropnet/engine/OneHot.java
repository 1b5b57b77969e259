package org.backpropnet.engine;

/**
 * The inputs of a batch that are 1, block by block: a category costs one entry a row, however many
 * labels it has.
 */
final class OneHot {
  /** [blocks][room] the input that is 1, or -1. */
  private final int[][] ones;

  OneHot(int blocks, int room) {
    ones = new int[blocks][room];
  }

  int blocks() {
    return ones.length;
  }

  /** Puts a row, its input that is 1 in each block, into place r. */
  void load(int r, int[] row) {
    for (int block = 0; block < ones.length; block++) {
      ones[block][r] = row[block];
    }
  }

  /** Adds to the sums of a unit the weights of the inputs that are 1; the unit's lie from at on. */
  void addWeights(float[] parameters, int at, float[] z, int from, int to) {
    for (int[] one : ones) {
      for (int r = from; r < to; r++) {
        if (one[r] >= 0) {
          z[r] += parameters[at + one[r]];
        }
      }
    }
  }

  /** Adds a unit's blames to the slopes of those weights, row after row. */
  void addSlopes(float[] blame, int count, float[] gradient, int at) {
    for (int[] one : ones) {
      for (int r = 0; r < count; r++) {
        if (one[r] >= 0) {
          gradient[at + one[r]] += blame[r];
        }
      }
    }
  }
}
