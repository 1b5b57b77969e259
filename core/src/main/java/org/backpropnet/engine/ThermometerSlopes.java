package org.backpropnet.engine;

import org.backpropnet.data.Thermometers;
import org.backpropnet.network.Parameters;

/** The slopes of the thermometers' weights, over the rows of all passes. One object per thread. */
final class ThermometerSlopes {
  private final Parameters layout;
  private final Thermometers data;
  private final Pass[] passes;
  private final Team team;
  private final int part;
  private final BinSlopes first;
  private final BinSlopes second;

  ThermometerSlopes(Parameters layout, Thermometers data, Pass[] passes, Team team, int part) {
    this.layout = layout;
    this.data = data;
    this.passes = passes;
    this.team = team;
    this.part = part;
    int units = data.count() == 0 ? 0 : Math.min(ThermometerSums.BLOCK, layout.units(0));
    first = new BinSlopes(data.mostBins(), units);
    second = new BinSlopes(data.mostBins(), units);
  }

  /** Sums this thread's share; it overwrites. */
  void sum(float[] gradient) {
    if (data.count() == 0) {
      return;
    }
    for (int block = 0; block < passes[0].thermometers.blocks(part); block++) {
      int t = 0;
      for (; t + 2 <= data.count(); t += 2) {
        two(block, t, gradient);
      }
      if (t < data.count()) {
        one(block, t, gradient);
      }
    }
  }

  private void two(int block, int t, float[] gradient) {
    team.listen();
    int units = passes[0].thermometers.units(part, block);
    first.clear(data.binsOf(t), units);
    second.clear(data.binsOf(t + 1), units);
    for (Pass pass : passes) {
      pass.thermometers.addTwo(part, block, t, pass.count, first, second);
    }
    write(first, block, t, gradient);
    write(second, block, t + 1, gradient);
  }

  private void one(int block, int t, float[] gradient) {
    team.listen();
    first.clear(data.binsOf(t), passes[0].thermometers.units(part, block));
    for (Pass pass : passes) {
      pass.thermometers.addOne(part, block, t, pass.count, first);
    }
    write(first, block, t, gradient);
  }

  private void write(BinSlopes summed, int block, int t, float[] gradient) {
    int units = passes[0].thermometers.units(part, block);
    int firstUnit = passes[0].thermometers.firstUnit(part, block);
    summed.sumDown(data.binsOf(t), units);
    for (int u = 0; u < units; u++) {
      int at = layout.weight(0, firstUnit + u, data.starts()[t]);
      System.arraycopy(summed.of(u), 0, gradient, at, data.binsOf(t));
    }
  }
}
