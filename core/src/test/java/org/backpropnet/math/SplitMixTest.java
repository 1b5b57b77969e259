package org.backpropnet.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
  @Test
  void theSequenceIsThePublishedOne() {
    // SplitMix64 with seed 1234567, as printed by its authors' C program (unsigned).
    String[] published = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    SplitMix random = new SplitMix(1234567);
    for (String number : published) {
      assertEquals(number, Long.toUnsignedString(random.nextLong()));
    }
  }

  @Test
  void wholeNumbersFallEvenlyBelowTheirBound() {
    // Chi-squared with 9 degrees of freedom exceeds 40 once in 100,000 seeds; the seed is 1 to 20.
    for (long seed = 1; seed <= 20; seed++) {
      SplitMix random = new SplitMix(seed);
      int[] count = new int[10];
      for (int i = 0; i < 10_000; i++) {
        count[random.nextInt(10)]++;
      }
      double chi = Arrays.stream(count).mapToDouble(c -> (c - 1000.0) * (c - 1000) / 1000).sum();
      assertTrue(chi < 40, "chi-squared is " + chi + " with seed " + seed);
    }
  }

  @Test
  void aBoundOfOneGivesZeroAndTheLargestBoundIsKept() {
    SplitMix random = new SplitMix(5);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(0, random.nextInt(1));
      int large = random.nextInt(Integer.MAX_VALUE);
      assertTrue(large >= 0 && large < Integer.MAX_VALUE);
    }
  }

  @Test
  void fractionsLieFromZeroToBelowOneWithMeanOneHalf() {
    SplitMix random = new SplitMix(6);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      double u = random.nextDouble();
      assertTrue(u >= 0 && u < 1);
      sum += u;
    }
    // Five standard errors: 5 / sqrt(12 * 100,000) = 0.0046.
    assertEquals(0.5, sum / 100_000, 0.0046);
    assertTrue(SplitMix.unit(-1L) < 1);
    assertEquals(0, SplitMix.unit(0));
  }

  @Test
  void aShuffleKeepsEveryNumberOnce() {
    int[] values = IntStream.range(0, 1_000).toArray();
    SplitMix.of(7, 1).shuffle(values);
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, 1_000).toArray(), sorted);
    assertTrue(!Arrays.equals(values, sorted), "the order did not change");
  }

  @Test
  void allOrdersOfThreeAreEquallyLikely() {
    int[] count = new int[27];
    for (int seed = 0; seed < 6_000; seed++) {
      int[] values = {0, 1, 2};
      new SplitMix(seed).shuffle(values);
      count[values[0] * 9 + values[1] * 3 + values[2]]++;
    }
    // 1,000 expected each; five standard deviations are 5 * sqrt(1000 * 5 / 6) = 144.
    Arrays.stream(count).filter(c -> c > 0).forEach(c -> assertEquals(1_000, c, 144));
    assertEquals(6, Arrays.stream(count).filter(c -> c > 0).count());
  }

  @Test
  void aPlaceGivesTheSameBitsWheneverItIsAskedAndOthersElsewhere() {
    assertEquals(SplitMix.hash(1, 2, 3), SplitMix.hash(1, 2, 3));
    long places =
        IntStream.range(0, 10_000)
            .mapToLong(i -> SplitMix.hash(1, i / 100, i % 100))
            .distinct()
            .count();
    assertEquals(10_000, places);
    assertTrue(SplitMix.hash(1, 2, 3) != SplitMix.hash(1, 3, 2));
  }
}
