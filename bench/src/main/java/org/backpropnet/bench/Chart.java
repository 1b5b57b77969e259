package org.backpropnet.bench;

import java.util.List;

/** Bars of the training speed, a group per task. */
final class Chart {
  private static final String WHAT = "training samples/s";

  private final Measurements figures;
  private final Bars bars =
      new Bars(170, "Training speed, samples per second, 1 thread, best of the rounds");

  Chart(Measurements figures) {
    this.figures = figures;
  }

  /** The picture. */
  String svg(List<Task> tasks) {
    for (Task task : tasks) {
      group(task);
    }
    return bars.svg(
        "Training speed of Backprop Net and others",
        "The figures stand in the table \"Training\" below the picture.");
  }

  private void group(Task task) {
    List<String> sides =
        figures.of(task.name()).stream()
            .map(Measurements.Line::quantity)
            .filter(q -> q.threads() == 1 && q.what().equals(WHAT))
            .map(Quantity::side)
            .distinct()
            .toList();
    if (sides.isEmpty()) {
      return;
    }
    bars.group(task.name() + ": " + task.describe());
    double most = sides.stream().mapToDouble(s -> best(task, s)).max().orElse(1);
    for (String side : sides) {
      double value = best(task, side);
      bars.bar(side, value / most, Figures.rate(value), side.startsWith("ours"));
    }
    bars.endGroup();
  }

  private double best(Task task, String side) {
    return figures.figures(new Quantity(task.name(), side, 1, WHAT)).highest();
  }
}
