package org.backpropnet.engine;

import java.util.function.IntConsumer;
import org.backpropnet.data.Thermometers;
import org.backpropnet.network.Parameters;

/**
 * The thermometers' weights in the first layer as a step needs them: units side by side, and with
 * the sums of the weights below each bin. All threads read them.
 */
final class ThermometerWeights {
  /**
   * [thermometers][bins + 1][units] the weights. The place behind the last bin belongs to missing
   * numbers: all is 0 there.
   */
  final float[][][] weights;

  /** The same for the sums of the weights of lower bins. */
  final float[][][] below;

  private final Parameters layout;
  private final Thermometers data;
  private final Team team;
  private final int units;

  /** [units][bins] the weights of one thermometer, on their way. */
  private final float[][] unitRows;

  private final IntConsumer prepare = this::prepare;
  private float[] parameters;

  ThermometerWeights(Parameters layout, Thermometers data, Team team) {
    this.layout = layout;
    this.data = data;
    this.team = team;
    // Without thermometers nothing is held.
    units = data.count() == 0 ? 0 : layout.units(0);
    weights = new float[data.count()][][];
    below = new float[data.count()][][];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = new float[data.binsOf(t) + 1][units];
      below[t] = new float[data.binsOf(t) + 1][units];
    }
    unitRows = new float[units][data.mostBins()];
  }

  /** Looks at the weights of a step, with all threads. */
  void prepare(float[] newParameters) {
    if (units > 0) {
      parameters = newParameters;
      team.run(prepare);
    }
  }

  private void prepare(int part) {
    int from = Team.start(units, part, team.size());
    int to = Team.start(units, part + 1, team.size());
    for (int t = 0; t < weights.length; t++) {
      team.listen();
      int count = data.binsOf(t);
      for (int u = from; u < to; u++) {
        int at = layout.weight(0, u, data.starts()[t]);
        System.arraycopy(parameters, at, unitRows[u], 0, count);
      }
      Transpose.turn(unitRows, from, to, weights[t], 0, count);
      for (int b = 0; b + 1 < count; b++) {
        add(below[t][b], weights[t][b], below[t][b + 1], from, to);
      }
    }
  }

  private static void add(float[] a, float[] b, float[] sum, int from, int to) {
    for (int u = from; u < to; u++) {
      sum[u] = a[u] + b[u];
    }
  }
}
