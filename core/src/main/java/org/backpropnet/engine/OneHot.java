package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.network.Parameters;

/**
 * The inputs of a batch that are 1, row by row: a category costs one entry a row, however many
 * labels it has, and an input that is 0 costs nothing. Four units are taken at once, for each entry
 * is then looked up once for all four, and their sums grow side by side.
 */
final class OneHot {
  /** Units at once; where fewer are left the last is taken again. */
  static final int WIDTH = 4;

  /** Place of the first unit's weights, and distance to those of the next. */
  private final int at;

  private final int step;
  private final int blocks;

  /** [room * blocks] of each row the inputs that are 1, one behind the other. */
  private final int[] ones;

  /** [room] behind the last of each row. */
  private final int[] ends;

  /** [room * blocks] for each input that is 1 anywhere the rows where it is, in their order. */
  private final int[] places;

  /** [inputs] behind the last place of each input. */
  private final int[] placeEnds;

  /** [inputs] those that are 1 anywhere, and how many they are. */
  private final int[] present;

  private int presentCount;

  /**
   * Room for rows.
   *
   * @param layout where the first layer's weights lie
   * @param blocks most inputs of a row that are 1
   * @param room most rows
   */
  OneHot(Parameters layout, int blocks, int room) {
    at = layout.weight(0, 0, 0);
    step = layout.inputs(0);
    this.blocks = blocks;
    ones = new int[Math.multiplyExact(blocks, room)];
    ends = new int[room];
    places = new int[ones.length];
    placeEnds = new int[blocks == 0 ? 0 : step];
    present = new int[placeEnds.length];
  }

  int blocks() {
    return blocks;
  }

  /** Puts a row, its input that is 1 in each block or -1, into place r. */
  void load(int r, int[] row) {
    int end = r * blocks;
    for (int one : row) {
      if (one >= 0) {
        ones[end++] = one;
      }
    }
    ends[r] = end;
  }

  /**
   * Adds to the sums of all units the weights of the inputs that are 1.
   *
   * @param w [P] all weights
   * @param z [units][room] added to
   * @param from first row
   * @param to row behind the last
   */
  void addWeights(float[] w, float[][] z, int from, int to) {
    int last = z.length - 1;
    for (int unit = 0; unit < z.length; unit += WIDTH) {
      float[] z0 = z[unit];
      float[] z1 = z[Math.min(unit + 1, last)];
      float[] z2 = z[Math.min(unit + 2, last)];
      float[] z3 = z[Math.min(unit + 3, last)];
      int at0 = at + unit * step;
      int at1 = at + Math.min(unit + 1, last) * step;
      int at2 = at + Math.min(unit + 2, last) * step;
      int at3 = at + Math.min(unit + 3, last) * step;
      for (int r = from; r < to; r++) {
        // All are read before one is written: some may be the same array.
        float sum0 = z0[r];
        float sum1 = z1[r];
        float sum2 = z2[r];
        float sum3 = z3[r];
        for (int i = r * blocks; i < ends[r]; i++) {
          int one = ones[i];
          sum0 += w[at0 + one];
          sum1 += w[at1 + one];
          sum2 += w[at2 + one];
          sum3 += w[at3 + one];
        }
        z0[r] = sum0;
        z1[r] = sum1;
        z2[r] = sum2;
        z3[r] = sum3;
      }
    }
  }

  /** The same in double precision. */
  void addWeights(double[] w, double[][] z, int from, int to) {
    int last = z.length - 1;
    for (int unit = 0; unit < z.length; unit += WIDTH) {
      double[] z0 = z[unit];
      double[] z1 = z[Math.min(unit + 1, last)];
      double[] z2 = z[Math.min(unit + 2, last)];
      double[] z3 = z[Math.min(unit + 3, last)];
      int at0 = at + unit * step;
      int at1 = at + Math.min(unit + 1, last) * step;
      int at2 = at + Math.min(unit + 2, last) * step;
      int at3 = at + Math.min(unit + 3, last) * step;
      for (int r = from; r < to; r++) {
        // All are read before one is written: some may be the same array.
        double sum0 = z0[r];
        double sum1 = z1[r];
        double sum2 = z2[r];
        double sum3 = z3[r];
        for (int i = r * blocks; i < ends[r]; i++) {
          int one = ones[i];
          sum0 += w[at0 + one];
          sum1 += w[at1 + one];
          sum2 += w[at2 + one];
          sum3 += w[at3 + one];
        }
        z0[r] = sum0;
        z1[r] = sum1;
        z2[r] = sum2;
        z3[r] = sum3;
      }
    }
  }

  /**
   * Looks up where each input is 1, which slopes ask for.
   *
   * @param count rows from the first on
   */
  void sort(int count) {
    Arrays.fill(placeEnds, 0);
    for (int r = 0; r < count; r++) {
      for (int i = r * blocks; i < ends[r]; i++) {
        placeEnds[ones[i]]++;
      }
    }
    presentCount = 0;
    int next = 0;
    for (int input = 0; input < placeEnds.length; input++) {
      int here = placeEnds[input];
      placeEnds[input] = next;
      next += here;
      if (here > 0) {
        present[presentCount++] = input;
      }
    }
    for (int r = 0; r < count; r++) {
      for (int i = r * blocks; i < ends[r]; i++) {
        places[placeEnds[ones[i]]++] = r;
      }
    }
  }

  /**
   * Adds blames to the slopes of the weights of the inputs that are 1, in the order of the rows
   * that were {@link #sort sorted}.
   *
   * @param blame [units][room] of all units
   * @param gradient [P] added to
   * @param from first unit
   * @param to unit behind the last, at most {@link #WIDTH} later
   */
  void addSlopes(float[][] blame, float[] gradient, int from, int to) {
    int last = to - 1;
    float[] blame0 = blame[from];
    float[] blame1 = blame[Math.min(from + 1, last)];
    float[] blame2 = blame[Math.min(from + 2, last)];
    float[] blame3 = blame[last];
    int at0 = at + from * step;
    int at1 = at + Math.min(from + 1, last) * step;
    int at2 = at + Math.min(from + 2, last) * step;
    int at3 = at + last * step;
    int i = 0;
    for (int p = 0; p < presentCount; p++) {
      int one = present[p];
      float sum0 = gradient[at0 + one];
      float sum1 = gradient[at1 + one];
      float sum2 = gradient[at2 + one];
      float sum3 = gradient[at3 + one];
      for (; i < placeEnds[one]; i++) {
        int r = places[i];
        sum0 += blame0[r];
        sum1 += blame1[r];
        sum2 += blame2[r];
        sum3 += blame3[r];
      }
      gradient[at0 + one] = sum0;
      gradient[at1 + one] = sum1;
      gradient[at2 + one] = sum2;
      gradient[at3 + one] = sum3;
    }
  }

  /** The same in double precision. */
  void addSlopes(double[][] blame, double[] gradient, int from, int to) {
    int last = to - 1;
    double[] blame0 = blame[from];
    double[] blame1 = blame[Math.min(from + 1, last)];
    double[] blame2 = blame[Math.min(from + 2, last)];
    double[] blame3 = blame[last];
    int at0 = at + from * step;
    int at1 = at + Math.min(from + 1, last) * step;
    int at2 = at + Math.min(from + 2, last) * step;
    int at3 = at + last * step;
    int i = 0;
    for (int p = 0; p < presentCount; p++) {
      int one = present[p];
      double sum0 = gradient[at0 + one];
      double sum1 = gradient[at1 + one];
      double sum2 = gradient[at2 + one];
      double sum3 = gradient[at3 + one];
      for (; i < placeEnds[one]; i++) {
        int r = places[i];
        sum0 += blame0[r];
        sum1 += blame1[r];
        sum2 += blame2[r];
        sum3 += blame3[r];
      }
      gradient[at0 + one] = sum0;
      gradient[at1 + one] = sum1;
      gradient[at2 + one] = sum2;
      gradient[at3 + one] = sum3;
    }
  }
}
