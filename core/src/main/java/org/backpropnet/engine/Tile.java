package org.backpropnet.engine;

import org.backpropnet.network.Parameters;

/** How many rows go through all layers together, so that what they touch stays in the cache. */
final class Tile {
  private static final int WIDEST = 256;
  private static final int NARROWEST = 16;

  /** Most products between two looks whether to stop: a few hundredths of a second. */
  private static final long MOST_PRODUCTS = 1L << 27;

  private Tile() {}

  static int rows(Parameters layout) {
    long largest = 1;
    for (int l = 0; l < layout.layers(); l++) {
      largest = Math.max(largest, (long) layout.units(l) * layout.inputs(l));
    }
    return (int) Math.max(NARROWEST, Math.min(WIDEST, MOST_PRODUCTS / largest));
  }
}
