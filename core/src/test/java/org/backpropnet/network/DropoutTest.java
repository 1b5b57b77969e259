package org.backpropnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void theSilencedShareIsTheRateAndTheRestMakesGoodForIt(double rate) {
    Dropout dropout = new Dropout(rate, 7, 3);
    int silent = 0;
    for (int row = 0; row < 200; row++) {
      for (int unit = 0; unit < 100; unit++) {
        double factor = dropout.factor(row, 1, unit);
        assertTrue(factor == 0 || factor == 1 / (1 - rate));
        silent += factor == 0 ? 1 : 0;
      }
    }
    // Five standard deviations of a binomial count of 20,000.
    assertEquals(rate, silent / 20_000.0, 5 * Math.sqrt(rate * (1 - rate) / 20_000));
  }

  @Test
  void masksDifferByEpochRowLayerAndUnitAndCanBeReplayed() {
    Dropout dropout = new Dropout(0.5, 7, 3);
    int[] changes = new int[4];
    for (int i = 0; i < 1_000; i++) {
      double here = dropout.factor(i, 1, i);
      assertEquals(here, new Dropout(0.5, 7, 3).factor(i, 1, i));
      changes[0] += here != new Dropout(0.5, 7, 4).factor(i, 1, i) ? 1 : 0;
      changes[1] += here != dropout.factor(i + 1, 1, i) ? 1 : 0;
      changes[2] += here != dropout.factor(i, 2, i) ? 1 : 0;
      changes[3] += here != dropout.factor(i, 1, i + 1) ? 1 : 0;
    }
    for (int change : changes) {
      // Half of 1,000, five standard deviations of 15.8 each way.
      assertEquals(500, change, 80);
    }
  }

  @Test
  void noDropoutLeavesEveryUnitAsItIs() {
    assertEquals(1, Dropout.NONE.factor(5, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void impossibleRatesAreRefused(double rate) {
    assertThrows(IllegalArgumentException.class, () -> new Dropout(rate, 1, 0));
  }
}
