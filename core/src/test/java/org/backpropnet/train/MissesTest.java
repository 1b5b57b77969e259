package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals from how far answers to rows held out missed. */
class MissesTest {
  private static Misses of(double... sizes) {
    List<Misses.Miss> misses = new ArrayList<>();
    for (double size : sizes) {
      misses.add(new Misses.Miss(size, 1));
    }
    return Misses.of(misses);
  }

  /** Of nine misses the ninth is promised to nine of ten: the tenth place is the new row's. */
  @Test
  void theRankCountsTheNewRowToo() {
    Misses nine = of(5, 3, 1, 2, 4, 9, 8, 7, 6);
    assertEquals(9, nine.margin(0.9));
    assertEquals(5, nine.margin(0.5));
    assertEquals(6, nine.margin(0.51));
    assertEquals(1, nine.margin(0.01));
    assertEquals(Double.POSITIVE_INFINITY, nine.margin(0.91), "nine rows cannot promise more");
    assertEquals(Double.POSITIVE_INFINITY, Misses.NONE.margin(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 90, Double.NaN})
  void aLevelOutsideOfItsRangeIsRefused(double level) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> of(1, 2).margin(level)).getMessage();
    assertEquals(
        "The level of an interval is "
            + level
            + ", but it must be above 0 and below 1. A usual level is 0.9.",
        message);
  }

  /** Against all misses sorted: never below the right one, never a thousandth of them above. */
  @Test
  void ofManyMissesAThousandAreKeptOnTheSafeSide() {
    SplitMix random = SplitMix.of(8, 1);
    double[] sizes = new double[12_345];
    java.util.Arrays.setAll(sizes, i -> random.nextDouble());
    Misses misses = of(sizes);
    java.util.Arrays.sort(sizes);
    assertEquals(Misses.MOST, misses.marks().length);
    for (double level = 0.005; level < 1; level += 0.005) {
      int rank = (int) Math.ceil(level * (sizes.length + 1) - 1e-9);
      double margin = misses.margin(level);
      assertTrue(margin >= sizes[rank - 1], "below at " + level);
      int most = Math.min(sizes.length, rank + sizes.length / Misses.MOST + 1);
      assertTrue(margin <= sizes[most - 1], "far above at " + level);
    }
  }

  @Test
  void aRowOfThreeTimesTheWeightMovesTheMarksAsThreeRowsDo() {
    List<Misses.Miss> weighted =
        List.of(new Misses.Miss(1, 3), new Misses.Miss(2, 1), new Misses.Miss(3, 2));
    // Thirds of the weight: 1 covers half of it, so the second third ends within 2.
    assertArrayEquals(new double[] {1, 2, 3}, Misses.of(weighted).marks());
    assertArrayEquals(
        new double[] {1, 1, 3},
        Misses.of(List.of(new Misses.Miss(1, 6), new Misses.Miss(2, 1), new Misses.Miss(3, 2)))
            .marks());
  }

  @Test
  void whatIsNotAscendingOrNotCompleteIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Misses(2, new double[] {2, 1}));
    assertThrows(IllegalArgumentException.class, () -> new Misses(1, new double[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> new Misses(1, new double[] {Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Misses(1, new double[] {Double.POSITIVE_INFINITY}));
    assertThrows(IllegalArgumentException.class, () -> new Misses(3, new double[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> new Misses(-1, new double[0]));
  }
}
