package org.backpropnet.engine;

import org.backpropnet.network.Parameters;

/**
 * How many rows go through all layers together: long runs suit the loops, but what they touch
 * should stay in the second cache.
 */
final class Tile {
  private static final int WIDEST = 1024;

  /** So many rows make a long run, whatever the layers. */
  private static final int WIDE = 256;

  /** Numbers of all layers: of 2 MB, more than half rests while a layer is at work. */
  private static final long MOST_NUMBERS = 1L << 19;

  private static final int NARROWEST = 16;

  /** Most products between two looks whether to stop: a few hundredths of a second. */
  private static final long MOST_PRODUCTS = 1L << 27;

  private Tile() {}

  static int rows(Parameters layout) {
    long largest = 1;
    long numbers = 1;
    for (int l = 0; l < layout.layers(); l++) {
      // Sum, activation and blame of each unit.
      numbers += 3L * layout.units(l);
      largest = Math.max(largest, (long) layout.units(l) * layout.inputs(l));
    }
    long wide = Math.max(WIDE, Math.min(WIDEST, MOST_NUMBERS / numbers));
    return (int) Math.max(NARROWEST, Math.min(wide, MOST_PRODUCTS / largest));
  }
}
