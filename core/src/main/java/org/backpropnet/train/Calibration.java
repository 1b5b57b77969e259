package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.math.Require;

/**
 * What rows that were not learned from say about a network: how sure it may be of its classes, or
 * how far its numbers miss.
 *
 * @param temperature what the scores of the classes were divided by; 1 leaves them as they were
 * @param misses how far the numbers were from the truth; none if the target has classes
 */
public record Calibration(double temperature, Misses misses) {
  /** Lowest temperature: scores are at most four times as large. */
  public static final double COLDEST = 0.25;

  /** Highest temperature: scores are at least a quarter. */
  public static final double HOTTEST = 4;

  /** Nothing was held out, or nothing was asked of it. */
  public static final Calibration NONE = new Calibration(1, Misses.NONE);

  /** Checks the range. */
  public Calibration {
    Require.between("temperature", temperature, COLDEST, HOTTEST);
  }

  /**
   * Whether there is anything to keep.
   *
   * @return true if the temperature is 1 and no miss is known
   */
  public boolean isNone() {
    return temperature == 1 && misses.rows() == 0;
  }

  /** What was found, in sentences. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (temperature != 1) {
      notes.add(
          "Temperature "
              + Labels.rounded(temperature)
              + ": weights and biases of the output layer were divided by it at the end, because"
              + " rows held out were answered too "
              + (temperature > 1 ? "surely" : "carefully")
              + ".");
    }
    double miss = misses.margin(0.9);
    if (Double.isFinite(miss)) {
      notes.add(
          "Nine of ten answers should miss by at most "
              + Labels.rounded(miss)
              + ", as with "
              + misses.rows()
              + " answers to rows held out.");
    }
    return notes;
  }
}
