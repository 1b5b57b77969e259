package org.backpropnet.engine;

/**
 * Which way the slopes of a layer's weights are summed. All ways give the same chain of fma over
 * the rows for each weight; they differ in what lies side by side, and so in speed.
 */
enum Turn {
  /** Along the inputs of a unit: rows of the layer below, turned round. */
  INPUTS,
  /** Along the units: the blames, turned round. */
  UNITS,
  /** Row by row, four weights at once: too little lies side by side. */
  ROWS;

  /** So many numbers side by side make up for turning them round. */
  private static final int WIDE = 16;

  private static final int FEW_UNITS = 4;

  static Turn of(int inputs, int units) {
    if (units <= FEW_UNITS || Math.max(inputs, units) < WIDE) {
      return ROWS;
    }
    return inputs >= 48 || inputs >= units ? INPUTS : UNITS;
  }
}
