package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.textbook.TextbookBackprop.Rows;
import org.backpropnet.train.Best;

/** Section 11: what is gradient descent? */
final class Hill {
  private static final int MOST_ROWS = 150;
  private static final int SIDE = 15;
  private static final double TILE = 21;
  private static final double LEFT = 62;
  private static final double TOP = 10;

  private Hill() {}

  /** A plane through weight space, and the places of a walk on it. */
  private record Plane(double[] origin, double[] east, double[] north, List<double[]> walk) {}

  static void write(Subject s, Slopes slopes, Paper p) {
    Rows rows = s.taught(s.sample(s.learned(), SIDE * SIDE, MOST_ROWS));
    List<Best> story = s.model.trained().snapshots();
    List<double[]> walk = new ArrayList<>();
    for (Best best : story) {
      walk.add(doubles(best.parameters()));
    }
    if (walk.size() < 2) {
      walk = List.of(slopes.start(), s.weights);
    }
    Plane plane = plane(walk, slopes.gradient());
    p.say(s.weights.length == 2 ? "11.whole" : "11.slice", p.fact("knobs", s.weights.length, ""));
    draw(s, rows, plane, p);
    List<List<Object>> table = new ArrayList<>();
    for (int i = 0; i < walk.size(); i++) {
      int epoch = story.size() > 1 ? story.get(i).epoch() : i == 0 ? 0 : end(s).epoch();
      table.add(
          List.of(
              p.fact("epoch." + i, epoch, ""),
              p.fact("loss." + i, Slopes.loss(s, rows, walk.get(i)), "")));
    }
    p.table("11.head", table);
    p.say("11.walk", p.fact("rows", rows.weights().length, ""));
    p.say(
        "11.stop",
        p.fact("last", s.model.trained().history().size(), ""),
        p.fact("best", end(s).epoch(), ""));
    if (story.isEmpty()) {
      p.note("11.nolog");
    }
  }

  private static Best end(Subject s) {
    return s.model.trained().best();
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static Plane plane(List<double[]> walk, double[] gradient) {
    double[] origin = walk.get(0);
    double[] east = minus(walk.get(walk.size() - 1), origin);
    double[] north = gradient.clone();
    double most = 0;
    for (double[] place : walk.subList(1, walk.size() - 1)) {
      double[] aside = without(minus(place, origin), east);
      if (dot(aside, aside) > most) {
        most = dot(aside, aside);
        north = aside;
      }
    }
    north = without(north, east);
    double length = Math.sqrt(dot(north, north));
    double wanted = Math.sqrt(dot(east, east));
    for (int i = 0; i < north.length; i++) {
      north[i] *= length > 0 ? wanted / length : 0;
    }
    return new Plane(origin, east, north, walk);
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double[] without(double[] a, double[] direction) {
    double square = dot(direction, direction);
    double along = square > 0 ? dot(a, direction) / square : 0;
    double[] rest = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      rest[i] = a[i] - along * direction[i];
    }
    return rest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** From -0.4 to 1.4 of the way east, from -0.9 to 0.9 of its length north. */
  private static double east(int column) {
    return -0.4 + 1.8 * column / (SIDE - 1);
  }

  private static double north(int line) {
    return 0.9 - 1.8 * line / (SIDE - 1);
  }

  private static void draw(Subject s, Rows rows, Plane plane, Paper p) {
    double[] losses = new double[SIDE * SIDE];
    double[] at = new double[plane.origin().length];
    for (int cell = 0; cell < losses.length; cell++) {
      double e = east(cell % SIDE);
      double n = north(cell / SIDE);
      for (int i = 0; i < at.length; i++) {
        at[i] = plane.origin()[i] + e * plane.east()[i] + n * plane.north()[i];
      }
      losses[cell] = Slopes.loss(s, rows, at);
    }
    Fact hill = p.series("hill", "", losses);
    double[] path = new double[2 * plane.walk().size()];
    for (int i = 0; i < plane.walk().size(); i++) {
      double[] way = minus(plane.walk().get(i), plane.origin());
      path[2 * i] = share(way, plane.east());
      path[2 * i + 1] = share(way, plane.north());
    }
    Fact walked = p.series("path", "", path);
    int size = (int) (SIDE * TILE + 2 * TOP + 24);
    Drawing d = new Drawing(Chart.WIDTH, size, Words.of("11.alt"), hill, walked);
    shades(d, losses);
    walk(d, path);
    d.text(LEFT, size - 4, "start", Words.of("11.legend"));
    p.draw(d);
  }

  private static double share(double[] way, double[] direction) {
    double square = dot(direction, direction);
    return square > 0 ? dot(way, direction) / square : 0;
  }

  /** By rank, so that one steep corner does not make all else look flat. */
  private static void shades(Drawing d, double[] losses) {
    double[] sorted = losses.clone();
    java.util.Arrays.sort(sorted);
    for (int cell = 0; cell < losses.length; cell++) {
      int rank = java.util.Arrays.binarySearch(sorted, losses[cell]);
      double strength = 0.06 + 0.84 * Math.max(0, rank) / losses.length;
      int line = cell / SIDE;
      d.shade(LEFT + TILE * (cell % SIDE), TOP + TILE * line, TILE, strength);
    }
  }

  private static void walk(Drawing d, double[] path) {
    double[] x = new double[path.length / 2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = LEFT + TILE * (0.5 + (path[2 * i] + 0.4) / 1.8 * (SIDE - 1));
      y[i] = TOP + TILE * (0.5 + (0.9 - path[2 * i + 1]) / 1.8 * (SIDE - 1));
    }
    d.curve(x, y, "walk");
    for (int i = 0; i < x.length; i++) {
      d.dot(x[i], y[i], i == 0 || i == x.length - 1 ? 6 : 4, i == 0 ? "begin" : "here");
    }
  }
}
