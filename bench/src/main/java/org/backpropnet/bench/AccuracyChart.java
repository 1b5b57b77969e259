package org.backpropnet.bench;

import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Bars of the means over the small tables; shorter is better. */
final class AccuracyChart {
  private final Standings standings;
  private final Set<String> ours;
  private final Bars bars = new Bars(215, "Means over the small tables: shorter is better");

  AccuracyChart(Standings standings, Set<String> ours) {
    this.standings = standings;
    this.ours = ours;
  }

  /** The picture. */
  String svg() {
    if (!standings.empty()) {
      group("Mean rank by error and RMSE", 2, s -> standings.rank(s, Measure.ERROR));
      group("Error, %", 2, s -> 100 * standings.mean(s, Measure.ERROR));
      group("Log-loss", 3, s -> standings.mean(s, Measure.LOG_LOSS));
      group("RMSE / sd", 3, s -> standings.mean(s, Measure.SCALED_RMSE));
      group("CPU seconds", 1, standings::cpu);
    }
    return bars.svg(
        "Accuracy of Backprop Net and others",
        "The figures stand in the first table below the picture.");
  }

  private void group(String heading, int digits, ToDoubleFunction<String> value) {
    double most = standings.sides().stream().mapToDouble(value).max().orElse(1);
    if (Double.isNaN(most)) {
      return;
    }
    bars.group(heading);
    for (String side : standings.sides()) {
      double number = value.applyAsDouble(side);
      double share = most > 0 ? number / most : 0;
      bars.bar(side, share, Comparison.text(number, digits), ours.contains(side));
    }
    bars.endGroup();
  }
}
