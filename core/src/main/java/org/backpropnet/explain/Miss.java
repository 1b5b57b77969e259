package org.backpropnet.explain;

import org.backpropnet.data.TargetCode;

/** Section 7: what is "error"? */
final class Miss {
  private static final int POINTS = 41;

  private Miss() {}

  static void write(Subject s, Paper p) {
    if (!s.truthKnown()) {
      p.say("7.unknown");
      return;
    }
    double[] truth = s.truth(s.row);
    double loss = s.spec.loss().value(s.trace.answer(), truth);
    Fact error = p.fact("loss", loss, "");
    Fact answer = p.fact("answer", s.answer(s.trace.answer()));
    if (s.focus < 0) {
      Fact wanted = p.fact("truth", s.truthShown(s.row));
      Fact miss = p.fact("miss", answer.value() - wanted.value());
      p.say("7.numbers", answer, wanted, miss);
      p.say("7." + s.spec.loss().label(), error);
      draw(s, truth[0], p);
    } else {
      int k = s.classOf(s.row);
      double[] all = s.model.bind(s.table.columns()).predict(s.table, s.row);
      p.say("7.classes", s.classes().get(k), p.fact("chance", 100 * all[k], "%"), error);
      surprise(all[k], loss, error, p);
    }
  }

  private static void draw(Subject s, double truth, Paper p) {
    TargetCode.Number code = (TargetCode.Number) s.encoder.target();
    double out = s.trace.answer()[0];
    double reach = Math.max(1, 1.5 * Math.abs(out - truth));
    double[] xs = new double[POINTS];
    double[] ys = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double at = truth + reach * (2.0 * i / (POINTS - 1) - 1);
      xs[i] = code.decode(at);
      ys[i] = s.spec.loss().value(new double[] {at}, new double[] {truth});
    }
    bowl(xs, ys, new double[] {code.decode(out), loss(s, truth)}, p, s);
  }

  private static double loss(Subject s, double truth) {
    return s.spec.loss().value(s.trace.answer(), new double[] {truth});
  }

  private static void bowl(double[] xs, double[] ys, double[] here, Paper p, Subject s) {
    Fact curve = p.series("curve", "", ys);
    Chart.Axis[] axes = {
      Chart.Axis.around(p.fill(Words.of("7.across")), xs[0], xs[POINTS - 1]),
      Chart.Axis.fromZero(Words.of("7.up"), ys)
    };
    Chart chart = new Chart(190, p.fill(Words.of("7.alt"), s.unit), axes, curve);
    p.draw(chart.curve(xs, ys, "curve").dot(here[0], here[1], 6, "here").drawing);
  }

  private static void surprise(double chance, double loss, Fact error, Paper p) {
    double[] xs = new double[POINTS];
    double[] ys = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double share = 0.02 + 0.98 * i / (POINTS - 1);
      xs[i] = 100 * share;
      ys[i] = -StrictMath.log(share);
    }
    Chart.Axis[] axes = {
      new Chart.Axis(Words.of("7.across.classes"), 0, 100),
      new Chart.Axis(Words.of("7.up"), 0, Math.max(4, Math.min(8, loss * 1.1)))
    };
    Chart chart = new Chart(190, Words.of("7.alt.classes"), axes, error);
    p.draw(chart.curve(xs, ys, "curve").dot(100 * chance, loss, 6, "here").drawing);
  }
}
