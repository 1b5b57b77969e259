package org.backpropnet.engine;

import org.backpropnet.data.Thermometers;
import org.backpropnet.math.Fused;
import org.backpropnet.network.Parameters;

/**
 * What the thermometers of a few rows give to the first layer, row by row; the bits are those of
 * {@link ThermometerSums}.
 */
final class RowThermometers {
  private final Parameters layout;
  private final Thermometers data;
  private final int[] starts;

  /** [units][inputs] for each bin the blames of the rows in it. */
  private final float[][] whole;

  RowThermometers(Parameters layout, Thermometers data) {
    this.layout = layout;
    this.data = data;
    starts = data.starts();
    whole = new float[data.count() == 0 ? 0 : layout.units(0)][data.inputs()];
  }

  /** Adds a row's part to the sums of all units. */
  void addSums(float[] parameters, int row, float[] sums) {
    for (int unit = 0; unit < whole.length; unit++) {
      int[] bins = data.bins()[row];
      float sum = 0;
      for (int t = 0; t < bins.length; t++) {
        int at = layout.weight(0, unit, starts[t]);
        if (bins[t] >= 0) {
          float below = sum(parameters, at, at + bins[t]);
          sum += Fused.multiplyAdd(data.fractions()[row][t], parameters[at + bins[t]], below);
        }
      }
      sums[unit] += sum;
    }
  }

  private static float sum(float[] numbers, int from, int to) {
    float sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  /** Notes a row's blames; the slopes are whole after {@link #sumDown}. */
  void addSlopes(int row, float[] blames, float[] gradient) {
    for (int unit = 0; unit < whole.length; unit++) {
      int[] bins = data.bins()[row];
      for (int t = 0; t < bins.length; t++) {
        if (bins[t] >= 0) {
          int at = layout.weight(0, unit, starts[t] + bins[t]);
          float fraction = data.fractions()[row][t];
          gradient[at] = Fused.multiplyAdd(fraction, blames[unit], gradient[at]);
          whole[unit][starts[t] - starts[0] + bins[t]] += blames[unit];
        }
      }
    }
  }

  /** Adds to each slope the blames of the rows that lie in a higher bin, and forgets them. */
  void sumDown(float[] gradient) {
    for (int unit = 0; unit < whole.length; unit++) {
      int at = layout.weight(0, unit, starts[0]);
      for (int t = 0; t < starts.length - 1; t++) {
        float above = 0;
        for (int i = starts[t + 1] - starts[0] - 1; i >= starts[t] - starts[0]; i--) {
          gradient[at + i] += above;
          above += whole[unit][i];
          whole[unit][i] = 0;
        }
      }
    }
  }
}
