package org.backpropnet.explain;

import java.util.List;

/**
 * A plane through weight space on which a walk can be drawn: from its first place to its last, and
 * across to the place furthest aside.
 *
 * @param origin [P] where the walk begins
 * @param east [P] from there to its end
 * @param north [P] as long, at a right angle
 */
record Plane(double[] origin, double[] east, double[] north) {
  /** Where no place lies aside, north is the direction that is given. */
  static Plane through(List<double[]> walk, double[] otherwise) {
    double[] origin = walk.get(0);
    double[] east = minus(walk.get(walk.size() - 1), origin);
    double[] north = otherwise.clone();
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
    return new Plane(origin, east, north);
  }

  /** [P] the weights so many lengths east and north of the origin. */
  double[] at(double eastward, double northward) {
    double[] place = origin.clone();
    for (int i = 0; i < place.length; i++) {
      place[i] += eastward * east[i] + northward * north[i];
    }
    return place;
  }

  /** Lengths east and north of a place, which may lie beside the plane. */
  double[] seen(double[] place) {
    double[] way = minus(place, origin);
    return new double[] {share(way, east), share(way, north)};
  }

  private static double share(double[] way, double[] direction) {
    double square = dot(direction, direction);
    return square > 0 ? dot(way, direction) / square : 0;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double[] without(double[] a, double[] direction) {
    double along = share(a, direction);
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
}
