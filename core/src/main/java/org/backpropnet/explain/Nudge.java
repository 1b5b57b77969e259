package org.backpropnet.explain;

/** Section 8: what is a derivative, and why use it? */
final class Nudge {
  private static final int POINTS = 9;
  private static final double STEP = 0.01;

  private Nudge() {}

  static void write(Subject s, Slopes slopes, Paper p) {
    double[] g = slopes.gradient();
    int place = steepest(slopes);
    Links link = Links.of(slopes.learner().layout(), place);
    double scale = link.layer() == 0 ? Inputs.scale(s.code(link.input()), link.input()) : 1;
    String name = link.name(s);
    p.say("8.intro", p.fact("rows", slopes.count(), ""));
    if (s.voters() > 1) {
      p.note("8.voted", p.fact("voters", s.voters(), ""));
    }
    double slope = g[place];
    double[] xs = new double[POINTS];
    double[] ys = new double[POINTS];
    double[] at = slopes.start().clone();
    double reach = 20 * STEP;
    for (int i = 0; i < POINTS; i++) {
      double move = reach * (2.0 * i / (POINTS - 1) - 1);
      at[place] = slopes.start()[place] + move;
      xs[i] = move / scale;
      ys[i] = slopes.lossAt(at);
    }
    at[place] = slopes.start()[place] + STEP;
    Fact nudge = p.fact("nudge", STEP / scale, "");
    Fact now = p.fact("loss", slopes.loss(), "");
    Fact moved = p.fact("nudged", slopes.lossAt(at), "");
    Fact change = p.fact("change", moved.value() - now.value(), "");
    Fact steep = p.fact("slope", slope * scale, "");
    p.say("8.nudge", name, nudge, now, moved, change);
    p.stress("8.slope", steep, p.fact("told", slope * STEP, ""), change);
    draw(xs, ys, new Fact[] {steep, now}, p);
    p.note("8.why", p.fact("knobs", g.length, ""));
    if (scale != 1) {
      p.note("8.own", p.fact("stands", scale, ""), s.code(link.input()).name());
    }
  }

  private static void draw(double[] xs, double[] ys, Fact[] facts, Paper p) {
    Fact curve = p.series("curve", "", ys);
    Chart.Axis[] axes = {
      new Chart.Axis(Words.of("8.across"), xs[0], xs[POINTS - 1]),
      Chart.Axis.around(Words.of("8.up"), ys)
    };
    Chart chart = new Chart(210, Words.of("8.alt"), axes, curve, facts[0], facts[1]);
    chart.curve(xs, ys, "curve");
    double half = xs[POINTS - 1] / 2;
    double rise = facts[0].value() * half;
    chart.line(
        new double[] {-half, facts[1].value() - rise},
        new double[] {half, facts[1].value() + rise},
        "other");
    p.draw(chart.dot(0, facts[1].value(), 6, "here").drawing);
  }

  /** A bias is harder to imagine than a link, so the steepest link is taken. */
  private static int steepest(Slopes slopes) {
    double[] g = slopes.gradient();
    boolean[] weight = slopes.learner().layout().weightMask();
    int best = 0;
    for (int i = 1; i < g.length; i++) {
      best = weight[i] && Math.abs(g[i]) > Math.abs(g[best]) ? i : best;
    }
    return best;
  }
}
