package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.train.TimeEstimate.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that is told before a training: that more work takes longer, and how it is said. */
class TimeEstimateTest {
  private static final TrainingPlan GOOD = TrainingPlan.recommended();

  private static double seconds(double rows, int numbers, int categories, String plan) {
    Size size = new Size(rows, numbers, categories, 10L * categories, 3);
    return TimeEstimate.seconds(size, Cases.plan(plan));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seed=1", "preset=fast", "preset=best", "optimizer=adam", "numbers=scaled"})
  void moreRowsAndColumnsTakeLonger(String plan) {
    double before = 0;
    // Within one size of network each; from 4,000 rows on another method is taken.
    for (double rows : new double[] {30, 100, 500, 1_400}) {
      double now = seconds(rows, 5, 2, plan);
      assertTrue(now > before, rows + " rows: " + now);
      before = now;
    }
    before = 0;
    // Epochs become fewer up to 33,000 rows, so that the time stays; then they no longer do.
    for (double rows : new double[] {40_000, 100_000, 1e6, 1e7}) {
      double now = seconds(rows, 5, 2, plan);
      assertTrue(now > before, rows + " rows: " + now);
      before = now;
    }
    for (double rows : new double[] {200, 20_000}) {
      assertTrue(seconds(rows, 6, 2, plan) > seconds(rows, 5, 2, plan));
      assertTrue(seconds(rows, 5, 3, plan) > seconds(rows, 5, 2, plan));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 1_000, 3_000, 5_000, 20_000, 1e6})
  void betterPresetsTakeLonger(double rows) {
    double fast = seconds(rows, 8, 0, "preset=fast");
    double good = seconds(rows, 8, 0, "preset=good");
    double best = seconds(rows, 8, 0, "preset=best");
    assertTrue(fast < good && good < best, fast + ", " + good + ", " + best);
  }

  @Test
  void moreEpochsUnitsAndRestartsTakeLonger() {
    double plain = seconds(1_000, 8, 0, "optimizer=adam epochs=100");
    assertTrue(seconds(1_000, 8, 0, "optimizer=adam epochs=200") > plain);
    assertTrue(seconds(1_000, 8, 0, "optimizer=adam epochs=100 restarts=2") > plain);
    assertTrue(seconds(1_000, 8, 0, "optimizer=adam epochs=100 hiddenLayers=64") > plain);
  }

  @Test
  void aTimeBudgetBoundsIt() {
    assertEquals(9, seconds(1e6, 8, 0, "timeBudget=9"));
  }

  @Test
  void theSentenceNamesThePresets() {
    String words = TimeEstimate.words(new Size(20_000, 8, 0, 0, 0), GOOD);
    assertTrue(
        words.matches(
            "This training takes about \\d+ seconds of processor time, 3 times more or less"
                + " \\(preset fast about \\d+ seconds?, best about \\d+ seconds\\)\\."),
        words);
    String little = TimeEstimate.words(new Size(30, 2, 0, 0, 0), GOOD);
    assertTrue(little.contains("about a second of processor time"), little);
    String long1 = TimeEstimate.words(new Size(1e8, 20, 0, 0, 0), GOOD);
    assertTrue(long1.contains("hours of processor time"), long1);
  }

  @Test
  void theSizeIsThatOfTheRowsAndColumnsThatAreLearnedFrom() {
    Size size = Size.of(Cases.table(60), "kind");
    assertEquals(new Size(60, 2, 2, 5, 3), size);
  }
}
