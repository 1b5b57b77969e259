package org.backpropnet.explain;

import java.util.Arrays;

/** The picture of the hill: shades and lines of equal height, and the walk on them. */
final class HillMap {
  /** Heights are known for so many places in each direction. */
  static final int SIDE = 15;

  private static final int FINE = 6;
  private static final int BANDS = 16;
  private static final int LINES = 10;
  private static final double LEFT = 70;
  private static final double TOP = 12;

  /** A whole number of tenths, so that tiles meet where places have one decimal. */
  private static final double TILE = 3.5;

  private static final double WIDTH = TILE * (FINE * (SIDE - 1) + 1);

  private final double[] heights;
  private final double[] sorted;
  private final Drawing drawing;

  private HillMap(double[] heights, Drawing drawing) {
    this.heights = heights;
    this.drawing = drawing;
    sorted = heights.clone();
    Arrays.sort(sorted);
  }

  /** From -0.4 to 1.4 of the way east. */
  static double east(int column) {
    return -0.4 + 1.8 * column / (SIDE - 1);
  }

  /** From 0.9 to -0.9 of its length north. */
  static double north(int line) {
    return 0.9 - 1.8 * line / (SIDE - 1);
  }

  static Drawing draw(Fact hill, Fact walked) {
    int height = (int) (WIDTH + 2 * TOP + 40);
    Drawing drawing = new Drawing(Chart.WIDTH, height, Words.of("11.alt"), hill, walked);
    HillMap map = new HillMap(hill.values(), drawing);
    map.shades();
    map.lines();
    map.walk(walked.values());
    drawing.text(LEFT, height - 20, "start", Words.of("11.legend.hill"));
    drawing.text(LEFT, height - 4, "start", Words.of("11.legend.walk"));
    return drawing;
  }

  /** By rank, so that one steep corner does not make all else look flat. */
  private double strength(int line, int column) {
    int rank = Arrays.binarySearch(sorted, heights[SIDE * line + column]);
    return (double) Math.max(0, rank) / heights.length;
  }

  private double between(int y, int x) {
    int line = Math.min(SIDE - 2, y / FINE);
    int column = Math.min(SIDE - 2, x / FINE);
    double down = (double) y / FINE - line;
    double right = (double) x / FINE - column;
    double above = (1 - right) * strength(line, column) + right * strength(line, column + 1);
    double below =
        (1 - right) * strength(line + 1, column) + right * strength(line + 1, column + 1);
    return (1 - down) * above + down * below;
  }

  private void shades() {
    int fine = FINE * (SIDE - 1);
    StringBuilder[] bands = new StringBuilder[BANDS];
    Arrays.setAll(bands, b -> new StringBuilder());
    for (int y = 0; y <= fine; y++) {
      for (int x = 0; x <= fine; ) {
        int band = (int) Math.min(BANDS - 1, BANDS * between(y, x));
        int from = x;
        while (x <= fine && (int) Math.min(BANDS - 1, BANDS * between(y, x)) == band) {
          x++;
        }
        String wide = Numbers.place(TILE * (x - from));
        bands[band]
            .append("M" + Numbers.place(LEFT + TILE * from) + " " + Numbers.place(TOP + TILE * y))
            .append("h" + wide + "v" + Numbers.place(TILE) + "h-" + wide + "z");
      }
    }
    for (int b = 0; b < BANDS; b++) {
      if (bands[b].length() > 0) {
        drawing.patch(bands[b].toString(), 0.04 + 0.8 * b / (BANDS - 1));
      }
    }
  }

  private void lines() {
    double drawn = Double.NaN;
    for (int k = 1; k < LINES; k++) {
      double height = sorted[k * sorted.length / LINES];
      StringBuilder path = new StringBuilder();
      for (int cell = 0; height != drawn && cell < (SIDE - 1) * (SIDE - 1); cell++) {
        crossings(cell / (SIDE - 1), cell % (SIDE - 1), height, path);
      }
      drawn = height;
      if (path.length() > 0) {
        drawing.path(path.toString(), "contour");
      }
    }
  }

  /** Where a height is crossed on the four sides of a cell; crossings come in pairs. */
  private void crossings(int line, int column, double height, StringBuilder path) {
    int[][] corners = {
      {line, column}, {line, column + 1}, {line + 1, column + 1}, {line + 1, column}
    };
    int count = 0;
    for (int i = 0; i < 4; i++) {
      int[] a = corners[i];
      int[] b = corners[(i + 1) % 4];
      double from = heights[SIDE * a[0] + a[1]];
      double to = heights[SIDE * b[0] + b[1]];
      if ((from < height) != (to < height)) {
        double t = Math.max(0, Math.min(1, (height - from) / (to - from)));
        path.append(count++ % 2 == 0 ? "M" : "L")
            .append(Numbers.place(x(a[1] + t * (b[1] - a[1]))))
            .append(' ')
            .append(Numbers.place(y(a[0] + t * (b[0] - a[0]))));
      }
    }
  }

  private static double x(double column) {
    return LEFT + TILE * (0.5 + FINE * column);
  }

  private static double y(double line) {
    return TOP + TILE * (0.5 + FINE * line);
  }

  private void walk(double[] path) {
    double[] x = new double[path.length / 2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = x((path[2 * i] + 0.4) / 1.8 * (SIDE - 1));
      y[i] = y((0.9 - path[2 * i + 1]) / 1.8 * (SIDE - 1));
    }
    drawing.curve(x, y, "walk");
    for (int i = 0; i < x.length; i++) {
      drawing.dot(x[i], y[i], i == 0 || i == x.length - 1 ? 6 : 4, i == 0 ? "begin" : "here");
    }
  }
}
