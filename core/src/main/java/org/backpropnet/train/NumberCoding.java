package org.backpropnet.train;

import java.util.Locale;
import org.backpropnet.math.Require;

/**
 * How number columns enter a network.
 *
 * @param bins 0 for one input, centred and scaled; else most bins of a thermometer
 *     (piecewise-linear coding: Gorishniy, Rubachev and Babenko 2022), at least 2
 */
public record NumberCoding(int bins) {
  /** One input a column. */
  public static final NumberCoding SCALED = new NumberCoding(0);

  private static final int MOST = 1_000;
  private static final int USUAL = 16;

  /** Checks the range. */
  public NumberCoding {
    if (bins != 0) {
      Require.atLeast("numbers: bins of a thermometer", bins, 2, "A usual number is 16.");
      if (bins > MOST) {
        throw new IllegalArgumentException(
            "numbers: bins of a thermometer is " + bins + ", but it must be at most 1000.");
      }
    }
  }

  static NumberCoding parse(String knob, String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (words[0].equals("scaled") && words.length == 1) {
      return SCALED;
    }
    if (words[0].equals("thermometer") && words.length <= 2) {
      int bins = words.length == 1 ? USUAL : Labels.count(knob, words[1]);
      return new NumberCoding(Math.max(1, bins));
    }
    throw new IllegalArgumentException(
        knob
            + " is \""
            + text
            + "\", but it must be auto, scaled, or thermometer with a number of bins, for instance"
            + " \"thermometer 16\".");
  }

  @Override
  public String toString() {
    return bins == 0 ? "scaled" : "thermometer " + bins;
  }
}
