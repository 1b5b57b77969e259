package org.backpropnet.knime.adapter;

import java.util.Arrays;

/**
 * A column in memory: four bytes a cell as long as each number is a float, which most measured
 * numbers and all indices of labels are; eight from the first one on that is not.
 */
final class Numbers {
  private float[] narrow;
  private double[] wide;

  Numbers(int rows) {
    narrow = new float[rows];
  }

  void set(int row, double value) {
    if (wide == null) {
      float near = (float) value;
      if (near == value || Double.isNaN(value)) {
        narrow[row] = near;
        return;
      }
      widen();
    }
    wide[row] = value;
  }

  private void widen() {
    wide = new double[narrow.length];
    for (int r = 0; r < wide.length; r++) {
      wide[r] = narrow[r];
    }
    narrow = null;
  }

  double get(int row) {
    return wide == null ? narrow[row] : wide[row];
  }

  /** Gives back what was not used. */
  void shorten(int rows) {
    if (wide != null && wide.length > rows) {
      wide = Arrays.copyOf(wide, rows);
    } else if (wide == null && narrow.length > rows) {
      narrow = Arrays.copyOf(narrow, rows);
    }
  }

  boolean isNarrow() {
    return wide == null;
  }
}
