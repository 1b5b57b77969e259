package org.backpropnet.data;

import org.backpropnet.math.Require;

/**
 * How number columns are coded.
 *
 * @param most most bins of a thermometer, at least 2; 0 for a scaled number
 * @param uneven the same for columns whose numbers lie so unevenly that scaling would press most of
 *     them together; 0 to scale them, too
 */
public record NumberBins(int most, int uneven) {
  /** Numbers are scaled. */
  public static final NumberBins NONE = new NumberBins(0, 0);

  /** Checks the ranges. */
  public NumberBins {
    if (most != 0) {
      Require.atLeast("most bins of a thermometer", most, 2, "");
    }
    if (uneven != 0) {
      Require.atLeast("most bins of an uneven column", uneven, 2, "");
    }
  }
}
