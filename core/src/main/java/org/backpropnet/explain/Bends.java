package org.backpropnet.explain;

import java.util.Arrays;
import org.backpropnet.function.Activation;
import org.backpropnet.textbook.Trace;

/** Section 4: why an activation function? */
final class Bends {
  private static final int MOST_ROWS = 300;
  private static final int DOTS = 40;
  private static final int UNITS = 6;
  private static final int POINTS = 61;
  private static final double FLAT_BELOW = 0.1;
  private static final double STEEP_ABOVE = 0.5;

  private Bends() {}

  static void write(Subject s, Paper p) {
    if (s.spec.hidden().isEmpty()) {
      p.say("4.none");
      return;
    }
    p.say("4.intro");
    int[] rows = s.sample(s.learned(), 1, MOST_ROWS);
    Trace[] traces =
        Arrays.stream(rows)
            .mapToObj(r -> s.book.forward(s.weights, s.vector(r)))
            .toArray(Trace[]::new);
    int layers = s.spec.hidden().size();
    int each = Math.max(1, UNITS / layers);
    double[][] reach = s.spread().reach();
    for (int l = 0; l < layers; l++) {
      Activation bend = s.layers().get(l).activation();
      if (bend == Activation.IDENTITY) {
        p.note("4.straight", p.fact("straight." + l, l + 1, ""));
        continue;
      }
      p.line("<div class=\"panels\">");
      for (int unit : Ranked.bySize(reach[l + 1], each)) {
        panel(traces, new int[] {l, unit}, bend, p);
      }
      p.line("</div>");
      dead(s, traces, l, p);
    }
    p.note("4.sample", p.fact("rows", rows.length, ""));
  }

  private static void panel(Trace[] traces, int[] at, Activation bend, Paper p) {
    double[] z = sums(traces, at[0], at[1]);
    String tag = "." + at[0] + "." + at[1];
    double[] slopes =
        Arrays.stream(z).map(sum -> Math.abs(bend.slope(sum, bend.value(sum)))).toArray();
    double steepest = steepest(bend);
    long flat = Arrays.stream(slopes).filter(slope -> slope < FLAT_BELOW * steepest).count();
    long steep = Arrays.stream(slopes).filter(slope -> slope > STEEP_ABOVE * steepest).count();
    double[] dots = Arrays.copyOf(z, Math.min(DOTS, z.length));
    Fact shown = p.series("dots" + tag, "", dots);
    Fact still = p.fact("flat" + tag, 100.0 * flat / z.length, "%");
    Fact awake = p.fact("steep" + tag, 100.0 * steep / z.length, "%");
    Fact unit = p.fact("unit" + tag, at[1] + 1, "");
    Fact layer = p.fact("layer" + tag, at[0] + 1, "");
    double[] xs = grid(z);
    double[] ys = Arrays.stream(xs).map(bend::value).toArray();
    Chart.Axis[] axes = {
      new Chart.Axis(Words.of("4.across"), xs[0], xs[POINTS - 1]),
      Chart.Axis.around(Words.of("4.up"), ys)
    };
    Chart chart = new Chart(new Chart.Size(320, 170), Words.of("4.alt"), axes, shown);
    chart.curve(xs, ys, "curve");
    for (double sum : dots) {
      chart.dot(sum, bend.value(sum), 3, "row");
    }
    p.line("<div>");
    p.draw(chart.drawing);
    p.note("4.unit", unit, layer, bend.label(), still, awake);
    p.line("</div>");
  }

  private static double[] sums(Trace[] traces, int layer, int unit) {
    return Arrays.stream(traces).mapToDouble(t -> t.z()[layer][unit]).toArray();
  }

  private static double[] grid(double[] z) {
    double low = Arrays.stream(z).min().orElse(-1);
    double high = Arrays.stream(z).max().orElse(1);
    // A bend that no row comes near would look like a line.
    low = Math.min(low, -1);
    high = Math.max(high, 1);
    double[] xs = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      xs[i] = low + (high - low) * i / (POINTS - 1);
    }
    return xs;
  }

  private static double steepest(Activation bend) {
    double steepest = 0;
    for (int i = -60; i <= 60; i++) {
      double z = i / 10.0;
      steepest = Math.max(steepest, Math.abs(bend.slope(z, bend.value(z))));
    }
    return steepest;
  }

  private static void dead(Subject s, Trace[] traces, int layer, Paper p) {
    int dead = 0;
    int first = -1;
    for (int unit = 0; unit < s.layout.units(layer); unit++) {
      int at = unit;
      double low = Arrays.stream(traces).mapToDouble(t -> t.a()[layer][at]).min().orElse(0);
      double high = Arrays.stream(traces).mapToDouble(t -> t.a()[layer][at]).max().orElse(0);
      if (high - low < 1e-9) {
        dead++;
        first = first < 0 ? unit : first;
      }
    }
    Fact count = p.fact("dead." + layer, dead, "");
    Fact number = p.fact("number." + layer, layer + 1, "");
    if (dead == 0) {
      p.note("4.alive", number, count);
    } else {
      p.say("4.dead", number, count, p.fact("first." + layer, first + 1, ""));
    }
  }
}
