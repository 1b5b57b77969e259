package org.backpropnet.bench;

import java.util.Locale;

/**
 * A picture of bars in groups, each group on a scale of its own. It brings its background and
 * follows the reader's light or dark setting.
 */
final class Bars {
  private static final int WIDTH = 720;
  private static final int RIGHT = 630;
  private static final int BAR = 18;

  private static final String STYLE =
      """
      <style>
      .page { fill: #ffffff } .text { fill: #1f2328 } .ours { fill: #1a7f37 } .peer { fill: #818b98 }
      @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117 } .text { fill: #f0f6fc } .ours { fill: #3fb950 } .peer { fill: #767f8c }
      }
      </style>
      """;

  private final int left;
  private final StringBuilder body = new StringBuilder();
  private int y = 58;

  /**
   * Begins a picture.
   *
   * @param left where bars begin: behind the longest name
   * @param heading the line above all bars
   */
  Bars(int left, String heading) {
    this.left = left;
    text(16, 26, heading, "bold");
  }

  /** Begins a group. */
  void group(String heading) {
    text(16, y, heading, "bold");
    y += 8;
  }

  /** Leaves room behind a group. */
  void endGroup() {
    y += 30;
  }

  /**
   * Draws a bar.
   *
   * @param side whose it is
   * @param share of the longest
   * @param label behind it
   * @param ours whether it is one of ours
   */
  void bar(String side, double share, String label, boolean ours) {
    double length = Math.max(1, (RIGHT - left) * share);
    text(16, y + 13, side, "normal");
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
            ours ? "ours" : "peer",
            left,
            y + 2,
            length,
            BAR - 4));
    text(left + length + 6, y + 13, label, "normal");
    y += BAR;
  }

  /** The picture, with a title and a description for those who do not see it. */
  String svg(String title, String description) {
    String open =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="title desc" font-family="sans-serif" font-size="13">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        """;
    String page = "<rect class=\"page\" width=\"%d\" height=\"%d\"/>%n".formatted(WIDTH, y);
    return open.formatted(WIDTH, y, title, description) + STYLE + page + body + "</svg>\n";
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
