package org.backpropnet.explain;

/** A drawing with two axes, in the units of what is drawn. */
final class Chart {
  /**
   * An axis.
   *
   * @param label what it counts
   * @param low where it begins
   * @param high where it ends
   */
  record Axis(String label, double low, double high) {
    /** An axis that shows all of a run, with a little room. */
    static Axis around(String label, double... values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        low = Double.isFinite(value) ? Math.min(low, value) : low;
        high = Double.isFinite(value) ? Math.max(high, value) : high;
      }
      if (!(low <= high)) {
        return new Axis(label, 0, 1);
      }
      double room = high > low ? 0.05 * (high - low) : Math.max(1, Math.abs(high)) * 0.1;
      return new Axis(label, low - room, high + room);
    }

    /** An axis from zero to a little above the highest of a run that is nowhere below zero. */
    static Axis fromZero(String label, double... values) {
      Axis around = around(label, values);
      return new Axis(label, Math.min(0, around.low()), around.high());
    }

    double share(double value) {
      double share = (value / 2 - low / 2) / (high / 2 - low / 2);
      return Math.max(-0.02, Math.min(1.02, share));
    }
  }

  /** How large a drawing is, before the page scales it. */
  record Size(int width, int height) {}

  static final int WIDTH = 440;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 26;
  private static final int BOTTOM = 40;

  final Drawing drawing;
  private final Axis across;
  private final Axis up;
  private final Size size;

  Chart(int height, String alt, Axis[] axes, Fact... from) {
    this(new Size(WIDTH, height), alt, axes, from);
  }

  Chart(Size size, String alt, Axis[] axes, Fact... from) {
    this.size = size;
    across = axes[0];
    up = axes[1];
    drawing = new Drawing(size.width(), size.height(), alt, from);
    ticks();
    int bottom = size.height() - BOTTOM;
    int right = size.width() - RIGHT;
    drawing.line(LEFT, bottom, right, bottom, "axis");
    drawing.line(LEFT, TOP, LEFT, bottom, "axis");
    drawing.faint((LEFT + right) / 2.0, bottom + 34, "middle", Html.brief(across.label(), 60));
    drawing.faint(4, 13, "start", Html.brief(up.label(), 60));
  }

  private void ticks() {
    int bottom = size.height() - BOTTOM;
    for (double tick : Ticks.of(up.low(), up.high(), size.height() > 150 ? 5 : 3)) {
      drawing.line(LEFT, y(tick), size.width() - RIGHT, y(tick), "grid");
      drawing.text(LEFT - 5, y(tick) + 4, "end", Numbers.text(tick));
    }
    for (double tick : Ticks.of(across.low(), across.high(), size.width() > 400 ? 6 : 5)) {
      drawing.line(x(tick), bottom, x(tick), bottom + 4, "axis");
      drawing.text(x(tick), bottom + 17, "middle", Numbers.text(tick));
    }
  }

  double x(double value) {
    return LEFT + across.share(value) * (size.width() - LEFT - RIGHT);
  }

  double y(double value) {
    return size.height() - BOTTOM - up.share(value) * (size.height() - TOP - BOTTOM);
  }

  Chart curve(double[] xs, double[] ys, String style) {
    double[] x = new double[xs.length];
    double[] y = new double[xs.length];
    int count = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
        x[count] = x(xs[i]);
        y[count++] = y(ys[i]);
      }
    }
    if (count > 0) {
      drawing.curve(java.util.Arrays.copyOf(x, count), java.util.Arrays.copyOf(y, count), style);
    }
    return this;
  }

  Chart dot(double x, double y, double radius, String style) {
    drawing.dot(x(x), y(y), radius, style);
    return this;
  }

  Chart line(double[] from, double[] to, String style) {
    drawing.line(x(from[0]), y(from[1]), x(to[0]), y(to[1]), style);
    return this;
  }
}
