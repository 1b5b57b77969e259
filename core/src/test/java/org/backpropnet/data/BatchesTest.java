package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which an epoch sees the rows. */
class BatchesTest {
  @Test
  void anEpochHoldsEachRowOnce() {
    for (int rows : new int[] {0, 1, 2, 50, 1000}) {
      int[] order = Batches.order(rows, 3, 7);
      Arrays.sort(order);
      assertArrayEquals(IntStream.range(0, rows).toArray(), order);
    }
  }

  @Test
  void theOrderComesFromSeedAndEpochAlone() {
    int[] order = Batches.order(50, 3, 7);
    Batches.order(50, 3, 8);
    assertArrayEquals(order, Batches.order(50, 3, 7));
    assertFalse(Arrays.equals(order, Batches.order(50, 3, 8)));
    assertFalse(Arrays.equals(order, Batches.order(50, 4, 7)));
  }

  @Test
  void everyRowComesIntoTheFirstBatchByAboutItsShareOfThirtySeeds() {
    int rows = 50;
    int batch = 10;
    int[] first = new int[rows];
    for (int seed = 0; seed < 30; seed++) {
      for (int epoch = 0; epoch < 40; epoch++) {
        int[] order = Batches.order(rows, seed, epoch);
        for (int i = 0; i < batch; i++) {
          first[order[i]]++;
        }
      }
    }
    // 240 expected; 5 standard deviations of a fair draw, sqrt(1200 x 0.2 x 0.8) = 13.9 each.
    for (int row = 0; row < rows; row++) {
      assertTrue(Math.abs(first[row] - 240) < 70, "row " + row + " came " + first[row] + " times");
    }
  }
}
