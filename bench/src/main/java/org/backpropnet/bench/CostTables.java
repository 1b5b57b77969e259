package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The part of the page that is about ours alone: growth, memory, kernels, activations. */
final class CostTables {
  private final Measurements figures;
  private final StringBuilder page;

  CostTables(Measurements figures, StringBuilder page) {
    this.figures = figures;
    this.page = page;
  }

  void write(boolean quick) {
    if (!figures.of("costs rows").isEmpty()) {
      growth();
      memory(quick);
    }
    if (!figures.of(KernelRounds.KERNELS).isEmpty()) {
      kernels();
    }
    if (!figures.of(KernelRounds.ACTIVATIONS).isEmpty()) {
      page.append("\n## Activations, ns per number\n\n1,024 numbers from -4 to 4, in float.\n");
      matrix("", KernelRounds.ACTIVATIONS, "%.2f");
    }
  }

  private void memory(boolean quick) {
    page.append("\n## Memory of ours\n\n")
        .append("Heap beyond the user's table: held when the training has ended, peak with")
        .append(" garbage, and what the rows take as float.\nAllocated: by all threads, per")
        .append(" minibatch.\n");
    for (Task task : Task.all(quick)) {
      matrix(task.name(), "costs " + task.name(), "%,.2f");
    }
  }

  private List<String> sides(String topic) {
    return figures.of(topic).stream().map(l -> l.quantity().side()).distinct().toList();
  }

  private void growth() {
    page.append("\n## How the time grows\n\n")
        .append("Exponent e of time ~ size^e, fitted over all sizes, 3 epochs, 1 thread; 1 is")
        .append(" linear (target 0.95 to 1.05).\n");
    for (String topic : List.of("rows", "parameters")) {
      page.append("\n| seconds by ").append(topic).append(" |");
      List<String> sizes = names("costs " + topic);
      sizes.forEach(s -> page.append(' ').append(s).append(" |"));
      page.append(" exponent |\n|---|---|").append("---|".repeat(sizes.size())).append('\n');
      for (String side : sides("costs " + topic)) {
        page.append("| ").append(side).append(" |");
        List<double[]> points = new ArrayList<>();
        for (String size : sizes) {
          double seconds = one("costs " + topic, side, size);
          points.add(new double[] {Math.log(Double.parseDouble(size)), Math.log(seconds)});
          page.append(String.format(Locale.ROOT, " %.4g |", seconds));
        }
        page.append(String.format(Locale.ROOT, " %.2f |%n", slope(points)));
      }
    }
  }

  /** Least squares. */
  private static double slope(List<double[]> points) {
    double meanX = points.stream().mapToDouble(p -> p[0]).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> p[1]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    for (double[] p : points) {
      xy += (p[0] - meanX) * (p[1] - meanY);
      xx += (p[0] - meanX) * (p[0] - meanX);
    }
    return xy / xx;
  }

  private void kernels() {
    page.append("\n## Products of the layers, GFLOP/s, 1 thread\n\n")
        .append("Batch x inputs x units, as the engine cuts them, without turning round. Peak:")
        .append(" fused multiply-adds on registers alone,\nbest of before and after.\n\n");
    page.append("| |");
    List<String> sides = sides(KernelRounds.KERNELS);
    sides.forEach(s -> page.append(' ').append(s).append(" |"));
    page.append("\n|---|").append("---|".repeat(sides.size())).append("\n| peak |");
    for (String side : sides) {
      Quantity peak = new Quantity(KernelRounds.KERNELS, side, 1, KernelRounds.PEAK);
      page.append(String.format(Locale.ROOT, " %.1f |", figures.figures(peak).highest()));
    }
    page.append('\n');
    Targets targets = new Targets(figures);
    for (String task : List.of("T3", "T4", "T5")) {
      page.append("| ").append(task).append(", share of peak |");
      for (String side : sides) {
        page.append(String.format(Locale.ROOT, " %.0f %% |", 100 * targets.share(task, side)));
      }
      page.append('\n');
    }
    rows(KernelRounds.KERNELS, sides, "%.1f");
  }

  private void matrix(String corner, String topic, String format) {
    List<String> sides = sides(topic);
    page.append("\n| ").append(corner).append(" |");
    sides.forEach(s -> page.append(' ').append(s).append(" |"));
    page.append("\n|---|").append("---|".repeat(sides.size())).append('\n');
    rows(topic, sides, format);
  }

  private void rows(String topic, List<String> sides, String format) {
    for (String name : names(topic)) {
      page.append("| ").append(name).append(" |");
      for (String side : sides) {
        double value = one(topic, side, name);
        page.append(
            Double.isNaN(value) ? " - |" : String.format(Locale.ROOT, " " + format + " |", value));
      }
      page.append('\n');
    }
  }

  private List<String> names(String topic) {
    Set<String> names = new LinkedHashSet<>();
    figures.of(topic).forEach(l -> names.add(l.quantity().what()));
    names.remove("done");
    names.remove(KernelRounds.PEAK);
    return List.copyOf(names);
  }

  private double one(String topic, String side, String what) {
    return figures.figures(new Quantity(topic, side, 1, what)).median();
  }
}
