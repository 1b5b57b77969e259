package org.backpropnet.data;

/**
 * The thermometers of the training rows: a bin and a fraction each, however many inputs they stand
 * for. The inputs below the bin are 1, the bin's own is the fraction, those above are 0.
 *
 * @param starts [thermometers + 1] the first input of each, ascending; then the input behind the
 *     last
 * @param bins [rows][thermometers] the bin in which the number lies, from 0; -1 when missing
 * @param fractions [rows][thermometers] how far through the bin it lies, from 0 to 1
 */
public record Thermometers(int[] starts, int[][] bins, float[][] fractions) {
  /** No thermometer: nothing is held for any row. */
  public static final Thermometers NONE =
      new Thermometers(new int[1], new int[0][], new float[0][]);

  /**
   * Room for rows.
   *
   * @param starts as above
   * @param rows how many
   * @return to be filled
   */
  static Thermometers room(int[] starts, int rows) {
    int count = starts.length - 1;
    return count == 0
        ? NONE
        : new Thermometers(starts, new int[rows][count], new float[rows][count]);
  }

  /** Keeps a row in single precision. */
  void set(int r, EncodedRow row) {
    for (int t = 0; t < count(); t++) {
      bins[r][t] = row.bins()[t];
      fractions[r][t] = (float) row.fractions()[t];
    }
  }

  /**
   * Number of thermometers.
   *
   * @return at least 0
   */
  public int count() {
    return starts.length - 1;
  }

  /**
   * Number of inputs that they stand for.
   *
   * @return at least 0
   */
  public int inputs() {
    return starts[count()] - starts[0];
  }

  /**
   * Bins of the thermometer that has most.
   *
   * @return at least 0
   */
  public int mostBins() {
    int most = 0;
    for (int t = 0; t < count(); t++) {
      most = Math.max(most, binsOf(t));
    }
    return most;
  }

  /**
   * Bins of one.
   *
   * @param thermometer from 0
   * @return at least 1
   */
  public int binsOf(int thermometer) {
    return starts[thermometer + 1] - starts[thermometer];
  }
}
