package org.backpropnet.engine;

import java.util.Arrays;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Parameters;

/** What thermometers give to the first layer in double precision: two terms a number and unit. */
final class DoubleThermometers {
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

  /** Sums of bins, for one thread. */
  double[] room() {
    return new double[mostBins];
  }

  /** Adds the parts of some rows to the sums of a unit; the room is overwritten. */
  void addSums(double[] w, int unit, Rows rows, double[] below, double[] sums) {
    for (int t = 0; t < count(); t++) {
      int at = layout.weight(0, unit, starts[t]);
      double sum = 0;
      for (int b = 0; b < starts[t + 1] - starts[t]; b++) {
        below[b] = sum;
        sum += w[at + b];
      }
      for (int r = rows.from; r < rows.to; r++) {
        int bin = rows.bins[r][t];
        if (bin >= 0) {
          sums[r] += Fused.multiplyAdd(rows.fractions[r][t], w[at + bin], below[bin]);
        }
      }
    }
  }

  /** Adds the slopes of a unit's weights over some rows; the room is overwritten. */
  void addSlopes(int unit, Rows rows, double[] blames, double[] whole, double[] gradient) {
    for (int t = 0; t < count(); t++) {
      int at = layout.weight(0, unit, starts[t]);
      Arrays.fill(whole, 0);
      for (int r = rows.from; r < rows.to; r++) {
        int bin = rows.bins[r][t];
        if (bin >= 0) {
          whole[bin] += blames[r];
          double fraction = rows.fractions[r][t];
          gradient[at + bin] = Fused.multiplyAdd(fraction, blames[r], gradient[at + bin]);
        }
      }
      double above = 0;
      for (int b = starts[t + 1] - starts[t] - 1; b >= 0; b--) {
        gradient[at + b] += above;
        above += whole[b];
      }
    }
  }

  /** Places of a block, and what lies in all of them. */
  record Rows(int[][] bins, double[][] fractions, int from, int to) {}
}
