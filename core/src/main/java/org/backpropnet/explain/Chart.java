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

    double share(double value) {
      double share = (value / 2 - low / 2) / (high / 2 - low / 2);
      return Math.max(-0.02, Math.min(1.02, share));
    }
  }

  static final int WIDTH = 440;
  private static final int LEFT = 52;
  private static final int RIGHT = 12;
  private static final int TOP = 22;
  private static final int BOTTOM = 40;

  final Drawing drawing;
  private final Axis across;
  private final Axis up;
  private final int height;

  Chart(int height, String alt, Axis[] axes, Fact... from) {
    this.height = height;
    across = axes[0];
    up = axes[1];
    drawing = new Drawing(WIDTH, height, alt, from);
    drawing.line(LEFT, height - BOTTOM, WIDTH - RIGHT, height - BOTTOM, "axis");
    drawing.line(LEFT, TOP, LEFT, height - BOTTOM, "axis");
    drawing.text(LEFT, height - 22, "start", Numbers.text(tick(across.low())));
    drawing.text(WIDTH - RIGHT, height - 22, "end", Numbers.text(tick(across.high())));
    drawing.text((LEFT + WIDTH) / 2.0, height - 6, "middle", Html.brief(across.label(), 60));
    drawing.text(LEFT - 4, height - BOTTOM, "end", Numbers.text(tick(up.low())));
    drawing.text(LEFT - 4, TOP + 12, "end", Numbers.text(tick(up.high())));
    drawing.text(4, 13, "start", Html.brief(up.label(), 60));
  }

  /** Ends of an axis need no more than three digits, but years are told whole. */
  private static double tick(double value) {
    if (value == Math.rint(value) || !Double.isFinite(value)) {
      return value;
    }
    return new java.math.BigDecimal(value).round(new java.math.MathContext(3)).doubleValue();
  }

  double x(double value) {
    return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
  }

  double y(double value) {
    return height - BOTTOM - up.share(value) * (height - TOP - BOTTOM);
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

  Chart text(double x, double y, String anchor, String words) {
    drawing.text(x(x), y(y), anchor, words);
    return this;
  }
}
