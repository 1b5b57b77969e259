package org.backpropnet.bench;

import java.util.List;
import java.util.Locale;

/**
 * Bars of the training speed, a group per task, each group on a scale of its own. The picture
 * brings its background and follows the reader's light or dark setting.
 */
final class Chart {
  private static final int WIDTH = 720;
  private static final int LEFT = 170;
  private static final int LONGEST = 460;
  private static final int BAR = 18;
  private static final String WHAT = "training samples/s";

  private static final String STYLE =
      """
      <style>
      .page { fill: #ffffff } .text { fill: #1f2328 } .ours { fill: #1a7f37 } .peer { fill: #818b98 }
      @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117 } .text { fill: #f0f6fc } .ours { fill: #3fb950 } .peer { fill: #767f8c }
      }
      </style>
      """;

  private final Measurements figures;
  private final StringBuilder body = new StringBuilder();
  private int y = 58;

  Chart(Measurements figures) {
    this.figures = figures;
  }

  /** The picture. */
  String svg(List<Task> tasks) {
    text(16, 26, "Training speed, samples per second, 1 thread, best of the rounds", "bold");
    for (Task task : tasks) {
      group(task);
    }
    String open =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="title desc" font-family="sans-serif" font-size="13">
        <title id="title">Training speed of Backprop Net and others</title>
        <desc id="desc">The figures stand in the table "Training" below the picture.</desc>
        """;
    String page = "<rect class=\"page\" width=\"%d\" height=\"%d\"/>%n".formatted(WIDTH, y);
    return open.formatted(WIDTH, y) + STYLE + page + body + "</svg>\n";
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
    text(16, y, task.name() + ": " + task.describe(), "bold");
    y += 8;
    double most = sides.stream().mapToDouble(s -> best(task, s)).max().orElse(1);
    for (String side : sides) {
      bar(side, best(task, side), most);
    }
    y += 30;
  }

  private double best(Task task, String side) {
    return figures.figures(new Quantity(task.name(), side, 1, WHAT)).highest();
  }

  private void bar(String side, double value, double most) {
    double length = Math.max(1, LONGEST * value / most);
    text(16, y + 13, side, "normal");
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
            side.startsWith("ours") ? "ours" : "peer",
            LEFT,
            y + 2,
            length,
            BAR - 4));
    text(LEFT + length + 6, y + 13, Figures.rate(value), "normal");
    y += BAR;
  }

  private void text(double x, double at, String words, String weight) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text class=\"text\" x=\"%.1f\" y=\"%.0f\" font-weight=\"%s\">%s</text>%n",
            x,
            at,
            weight,
            words));
  }
}
