package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.train.Misses;

/** Section 17: how sure is it? */
final class Sureness {
  private static final int BINS = 5;

  /** Half of them, 10, are the fewest from which 9 of 10 can be promised. */
  private static final int FEWEST = 20;

  private static final double LEVEL = 0.9;

  private Sureness() {}

  static void write(Subject s, Judge judge, Paper p) {
    if (judge.count() < FEWEST) {
      p.say("17.few", p.fact("rows", judge.count(), ""));
      return;
    }
    double[][] answers = judge.answers();
    if (s.focus < 0) {
      interval(s, judge, answers, p);
    } else {
      reliability(s, judge, answers, p);
    }
    if (!judge.unseen()) {
      p.note("17.flatters");
    }
  }

  /** Every second row sets the width, others test it. */
  private static void interval(Subject s, Judge judge, double[][] answers, Paper p) {
    int[] rows = judge.rows().rows();
    int half = (rows.length + 1) / 2;
    double[] misses = new double[half];
    for (int i = 0; i < half; i++) {
      misses[i] = Math.abs(answers[2 * i][0] - s.table.value(rows[2 * i], s.target));
    }
    double width = Misses.of(misses).margin(LEVEL);
    int inside = 0;
    int tested = rows.length / 2;
    for (int i = 0; i < tested; i++) {
      double miss = Math.abs(answers[2 * i + 1][0] - s.table.value(rows[2 * i + 1], s.target));
      inside += miss <= width ? 1 : 0;
    }
    double answer = s.answer(s.trace.answer());
    Fact wide = p.fact("width", width);
    Fact from = p.fact("from", answer - width);
    Fact to = p.fact("to", answer + width);
    Fact middle = p.fact("answer", answer);
    p.stress("17.interval", middle, from, to);
    Fact test = p.fact("tested", tested, "");
    p.say("17.coverage", wide, test, p.fact("inside", 100.0 * inside / tested, "%"));
    Chart.Axis axis = Chart.Axis.around("", from.value(), to.value());
    Drawing d = new Drawing(Chart.WIDTH, 60, Words.of("17.alt"), from, to, middle);
    double left = 40 + 360 * axis.share(from.value());
    double right = 40 + 360 * axis.share(to.value());
    d.box(left, 20, right - left, 14, "range");
    d.dot(40 + 360 * axis.share(answer), 27, 6, "here");
    d.text(left, 52, "start", from.text());
    d.text(right, 52, "end", to.text());
    d.text((left + right) / 2, 13, "middle", middle.text());
    p.draw(d);
  }

  private static void reliability(Subject s, Judge judge, double[][] answers, Paper p) {
    double[] count = new double[BINS];
    double[] right = new double[BINS];
    double[] said = new double[BINS];
    List<String> classes = judge.judged().classes();
    int[] rows = judge.rows().rows();
    for (int r = 0; r < rows.length; r++) {
      int best = Ranked.bySize(answers[r], 1)[0];
      double chance = answers[r][best];
      int bin = (int) Math.min(BINS - 1, chance * BINS);
      count[bin]++;
      said[bin] += chance;
      right[bin] += classes.get(best).equals(s.classes().get(s.classOf(rows[r]))) ? 1 : 0;
    }
    p.say("17.classes", p.fact("rows", rows.length, ""));
    List<List<Object>> lines = new ArrayList<>();
    List<Fact> from = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        Fact sure = p.fact("said." + b, 100 * said[b] / count[b], "%");
        Fact held = p.fact("right." + b, 100 * right[b] / count[b], "%");
        from.add(sure);
        from.add(held);
        lines.add(List.of(p.fact("count." + b, count[b], ""), sure, held));
      }
    }
    p.table("17.head", lines);
    Chart.Axis[] axes = {
      new Chart.Axis(Words.of("17.across"), 0, 100), new Chart.Axis(Words.of("17.up"), 0, 100)
    };
    Chart chart = new Chart(230, Words.of("17.alt.classes"), axes, from.toArray(Fact[]::new));
    chart.line(new double[] {0, 0}, new double[] {100, 100}, "other");
    for (int i = 0; i < from.size(); i += 2) {
      chart.dot(from.get(i).value(), from.get(i + 1).value(), 6, "here");
    }
    p.draw(chart.drawing);
    p.note("17.how");
  }
}
