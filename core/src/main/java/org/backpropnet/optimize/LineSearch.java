package org.backpropnet.optimize;

/** Finds a point along a line that is low enough and flat enough (strong Wolfe conditions). */
final class LineSearch {
  private static final double LOWER = 1e-4;
  private static final double FLATTER = 0.9;
  private static final int TRIES = 25;

  private final Objective objective;
  private final double[] from;
  private final double[] direction;
  private Start start;
  private int tries;

  LineSearch(Objective objective, double[] from, double[] direction) {
    this.objective = objective;
    this.from = from;
    this.direction = direction;
  }

  record Start(double value, double slope, double length) {}

  record Point(double length, double value, double slope, double[] at, double[] gradient) {}

  /** A better point, or null if none was found. */
  Point run(Start begin) {
    start = begin;
    Point low = new Point(0, begin.value, begin.slope, from, null);
    double length = begin.length;
    while (tries < TRIES) {
      Point point = probe(length);
      if (!(point.value <= begin.value + LOWER * point.length * begin.slope)
          || (low.length > 0 && point.value >= low.value)) {
        return zoom(low, point);
      }
      if (Math.abs(point.slope) <= -FLATTER * begin.slope) {
        return point;
      }
      if (point.slope >= 0) {
        return zoom(point, low);
      }
      low = point;
      length *= 2;
    }
    return better(low);
  }

  private Point zoom(Point lowest, Point other) {
    Point low = lowest;
    Point high = other;
    while (tries < TRIES && low.length != high.length) {
      Point point = probe(between(low, high));
      if (!(point.value <= start.value + LOWER * point.length * start.slope)
          || point.value >= low.value) {
        high = point;
      } else {
        if (Math.abs(point.slope) <= -FLATTER * start.slope) {
          return point;
        }
        if (point.slope * (high.length - low.length) >= 0) {
          high = low;
        }
        low = point;
      }
    }
    return better(low);
  }

  private Point better(Point point) {
    return point.length > 0 && point.value < start.value ? point : null;
  }

  /** Minimum of the cubic through both ends, kept away from them; the middle if there is none. */
  private static double between(Point low, Point high) {
    double width = high.length - low.length;
    double bend = low.slope + high.slope - 3 * (high.value - low.value) / width;
    double root = bend * bend - low.slope * high.slope;
    double length = low.length + 0.5 * width;
    if (root >= 0) {
      double step = Math.sqrt(root);
      double guess =
          high.length
              - width
                  * (high.slope + Math.signum(width) * step - bend)
                  / (high.slope - low.slope + 2 * Math.signum(width) * step);
      double share = (guess - low.length) / width;
      if (share > 0.1 && share < 0.9) {
        length = guess;
      }
    }
    return length;
  }

  private Point probe(double length) {
    tries++;
    double[] at = from.clone();
    LbfgsRun.add(at, direction, length);
    double[] gradient = new double[at.length];
    double value = objective.valueAndGradient(at, gradient);
    return new Point(length, value, LbfgsRun.dot(gradient, direction), at, gradient);
  }
}
