package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Parameters;

/**
 * What thermometers give to the first layer in double precision: two terms a number and unit. Four
 * units are taken at once: each bin is looked up once for all, and their sums grow side by side.
 */
final class DoubleThermometers {
  /** Units at once; where fewer are left the last is taken again. */
  static final int WIDTH = 4;

  private final Parameters layout;
  private final int[] starts;
  private final int mostBins;

  DoubleThermometers(Parameters layout, int[] starts) {
    this.layout = layout;
    this.starts = starts;
    int most = 0;
    for (int t = 0; t + 1 < starts.length; t++) {
      most = Math.max(most, starts[t + 1] - starts[t]);
    }
    mostBins = most;
  }

  int count() {
    return starts.length - 1;
  }

  /**
   * Places of a block, and what lies in all of them.
   *
   * @param bins [thermometers][room] from 0; -1 when missing
   * @param fractions [thermometers][room] from 0 to 1
   * @param from first place
   * @param to behind the last
   */
  record Rows(int[][] bins, double[][] fractions, int from, int to) {}

  /** Adds the parts of some rows to the sums [units][room] of all units. */
  void addSums(double[] w, Rows rows, double[][] sums) {
    double[] below = new double[WIDTH * mostBins];
    for (int unit = 0; unit < sums.length; unit += WIDTH) {
      for (int t = 0; t < count(); t++) {
        int last = sums.length - 1;
        for (int j = 0; j < WIDTH; j++) {
          int at = layout.weight(0, Math.min(unit + j, last), starts[t]);
          double sum = 0;
          for (int b = 0; b < starts[t + 1] - starts[t]; b++) {
            below[WIDTH * b + j] = sum;
            sum += w[at + b];
          }
        }
        addSums(w, unit, t, below, rows, sums);
      }
    }
  }

  private void addSums(double[] w, int unit, int t, double[] below, Rows rows, double[][] sums) {
    int last = sums.length - 1;
    int at0 = layout.weight(0, unit, starts[t]);
    int at1 = layout.weight(0, Math.min(unit + 1, last), starts[t]);
    int at2 = layout.weight(0, Math.min(unit + 2, last), starts[t]);
    int at3 = layout.weight(0, Math.min(unit + 3, last), starts[t]);
    double[] sum0 = sums[unit];
    double[] sum1 = sums[Math.min(unit + 1, last)];
    double[] sum2 = sums[Math.min(unit + 2, last)];
    double[] sum3 = sums[Math.min(unit + 3, last)];
    int[] bins = rows.bins[t];
    double[] fractions = rows.fractions[t];
    for (int r = rows.from; r < rows.to; r++) {
      int bin = bins[r];
      if (bin >= 0) {
        double f = fractions[r];
        int b = WIDTH * bin;
        // All are read before one is written: some may be the same array.
        double next0 = sum0[r] + Fused.multiplyAdd(f, w[at0 + bin], below[b]);
        double next1 = sum1[r] + Fused.multiplyAdd(f, w[at1 + bin], below[b + 1]);
        double next2 = sum2[r] + Fused.multiplyAdd(f, w[at2 + bin], below[b + 2]);
        double next3 = sum3[r] + Fused.multiplyAdd(f, w[at3 + bin], below[b + 3]);
        sum0[r] = next0;
        sum1[r] = next1;
        sum2[r] = next2;
        sum3[r] = next3;
      }
    }
  }

  /** Room for one thread's slopes: [bins * WIDTH] blames, and blames times fractions. */
  record Slopes(double[] whole, double[] inside) {}

  Slopes room() {
    return new Slopes(new double[WIDTH * mostBins], new double[WIDTH * mostBins]);
  }

  /**
   * Adds the slopes of some units' weights over some rows.
   *
   * @param rows which
   * @param blames [units][room] of all units
   * @param unit first unit
   * @param to behind the last, at most {@link #WIDTH} later
   * @param room overwritten
   * @param gradient [P] added to
   */
  void addSlopes(Rows rows, double[][] blames, int unit, int to, Slopes room, double[] gradient) {
    for (int t = 0; t < count(); t++) {
      int bins = starts[t + 1] - starts[t];
      Arrays.fill(room.whole, 0, WIDTH * bins, 0);
      for (int j = 0; j < to - unit; j++) {
        int at = layout.weight(0, unit + j, starts[t]);
        for (int b = 0; b < bins; b++) {
          room.inside[WIDTH * b + j] = gradient[at + b];
        }
      }
      sumBins(rows, t, blames, unit, to - 1, room);
      for (int j = 0; j < to - unit; j++) {
        int at = layout.weight(0, unit + j, starts[t]);
        double above = 0;
        for (int b = bins - 1; b >= 0; b--) {
          gradient[at + b] = room.inside[WIDTH * b + j] + above;
          above += room.whole[WIDTH * b + j];
        }
      }
    }
  }

  private static void sumBins(
      Rows rows, int t, double[][] blames, int unit, int last, Slopes room) {
    double[] blame0 = blames[unit];
    double[] blame1 = blames[Math.min(unit + 1, last)];
    double[] blame2 = blames[Math.min(unit + 2, last)];
    double[] blame3 = blames[Math.min(unit + 3, last)];
    double[] whole = room.whole;
    double[] inside = room.inside;
    int[] bins = rows.bins[t];
    double[] fractions = rows.fractions[t];
    for (int r = rows.from; r < rows.to; r++) {
      int bin = bins[r];
      if (bin >= 0) {
        double f = fractions[r];
        int b = WIDTH * bin;
        whole[b] += blame0[r];
        whole[b + 1] += blame1[r];
        whole[b + 2] += blame2[r];
        whole[b + 3] += blame3[r];
        inside[b] = Fused.multiplyAdd(f, blame0[r], inside[b]);
        inside[b + 1] = Fused.multiplyAdd(f, blame1[r], inside[b + 1]);
        inside[b + 2] = Fused.multiplyAdd(f, blame2[r], inside[b + 2]);
        inside[b + 3] = Fused.multiplyAdd(f, blame3[r], inside[b + 3]);
      }
    }
  }
}
