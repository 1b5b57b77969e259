package org.backpropnet.network;

import org.backpropnet.math.Require;
import org.backpropnet.math.SplitMix;

/**
 * Silences a share of the hidden units in each row and epoch, and scales the others up to make good
 * for it (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014). Which ones depends on
 * seed, epoch, row, layer and unit alone, so that a mask can be replayed.
 */
public final class Dropout {
  /** Silences nothing. */
  public static final Dropout NONE = new Dropout(0, 0, 0);

  private static final long STREAM = 0x44524F50L;

  private final double rate;

  /** The random number of this seed and epoch, from which those of rows and units go on. */
  private final long key;

  /**
   * The masks of one epoch.
   *
   * @param rate share to silence, from 0 to less than 1
   * @param seed the user's seed
   * @param epoch from 0
   */
  public Dropout(double rate, long seed, int epoch) {
    Require.below("dropout", rate, 0, 1);
    this.rate = rate;
    key = SplitMix.hash(seed, STREAM, epoch);
  }

  /**
   * Share of the units that are silenced.
   *
   * @return from 0 to less than 1
   */
  public double rate() {
    return rate;
  }

  /**
   * What a unit's output is multiplied by.
   *
   * @param row number of the row in the training data
   * @param layer hidden layer, from 0
   * @param unit from 0
   * @return 0 or 1 / (1 - rate); 1 if the rate is 0
   */
  public double factor(int row, int layer, int unit) {
    if (rate == 0) {
      return 1;
    }
    long bits = SplitMix.further(SplitMix.further(SplitMix.further(key, row), layer), unit);
    return SplitMix.unit(bits) < rate ? 0 : 1 / (1 - rate);
  }
}
