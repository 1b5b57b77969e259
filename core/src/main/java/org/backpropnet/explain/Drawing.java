package org.backpropnet.explain;

import java.util.Locale;

/**
 * A picture as inline SVG. It names the facts that its places come from, takes its colours from the
 * page's style sheet, so that it follows light and dark, and says in words what it shows.
 */
final class Drawing {
  private final StringBuilder shapes = new StringBuilder();
  private final String open;

  Drawing(int width, int height, String alt, Fact... from) {
    StringBuilder ids = new StringBuilder();
    for (Fact fact : from) {
      ids.append(ids.length() == 0 ? "" : " ").append(fact.id());
    }
    open =
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" data-facts=\"%s\">%n",
            width,
            height,
            Html.escape(alt),
            Html.escape(ids.toString()));
  }

  Drawing line(double x1, double y1, double x2, double y2, String style) {
    return shape("<path class=\"" + style + "\" d=\"M" + at(x1, y1) + "L" + at(x2, y2) + "\"/>");
  }

  /** A line whose width says something. */
  Drawing link(double[] from, double[] to, double width, String style) {
    double middle = (from[0] + to[0]) / 2;
    return shape(
        "<path class=\""
            + style
            + "\" stroke-width=\""
            + Numbers.place(width)
            + "\" d=\"M"
            + at(from[0], from[1])
            + "C"
            + at(middle, from[1])
            + " "
            + at(middle, to[1])
            + " "
            + at(to[0], to[1])
            + "\"/>");
  }

  Drawing box(double x, double y, double width, double height, String style) {
    return shape(
        "<rect class=\""
            + style
            + "\" x=\""
            + Numbers.place(x)
            + "\" y=\""
            + Numbers.place(y)
            + "\" width=\""
            + Numbers.place(Math.max(0, width))
            + "\" height=\""
            + Numbers.place(Math.max(0, height))
            + "\"/>");
  }

  /** Areas whose strength of colour, from 0 to 1, says something. */
  Drawing patch(String path, double strength) {
    String fill = String.format(Locale.ROOT, "%.2f", strength);
    return shape("<path class=\"shade\" fill-opacity=\"" + fill + "\" d=\"" + path + "\"/>");
  }

  Drawing path(String path, String style) {
    return shape("<path class=\"" + style + "\" d=\"" + path + "\"/>");
  }

  Drawing dot(double x, double y, double radius, String style) {
    return shape(
        "<circle class=\""
            + style
            + "\" cx=\""
            + Numbers.place(x)
            + "\" cy=\""
            + Numbers.place(y)
            + "\" r=\""
            + Numbers.place(radius)
            + "\"/>");
  }

  Drawing curve(double[] x, double[] y, String style) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      path.append(i == 0 ? "M" : "L").append(at(x[i], y[i]));
    }
    return shape("<path class=\"" + style + "\" d=\"" + path + "\"/>");
  }

  /** Anchor: start, middle or end. */
  Drawing text(double x, double y, String anchor, String words) {
    return shape(
        "<text x=\""
            + Numbers.place(x)
            + "\" y=\""
            + Numbers.place(y)
            + "\" text-anchor=\""
            + anchor
            + "\">"
            + Html.escape(words)
            + "</text>");
  }

  /** A smaller remark. */
  Drawing faint(double x, double y, String anchor, String words) {
    text(x, y, anchor, words);
    shapes.insert(shapes.lastIndexOf("<text") + "<text".length(), " class=\"faint\"");
    return this;
  }

  private Drawing shape(String line) {
    shapes.append(line).append('\n');
    return this;
  }

  private static String at(double x, double y) {
    return Numbers.place(x) + " " + Numbers.place(y);
  }

  String html() {
    return "<figure>\n" + open.replace("\r\n", "\n") + shapes + "</svg>\n</figure>\n";
  }
}
