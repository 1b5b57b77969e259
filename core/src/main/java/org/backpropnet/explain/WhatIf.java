package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;

/** Section 15: what if I change one thing? */
final class WhatIf {
  private static final int COLUMNS = 4;
  private static final int POINTS = 25;
  private static final int MOST_ROWS = 120;
  private static final int LABELS = 8;

  private WhatIf() {}

  static void write(Subject s, Judge judge, List<InputCode> codes, Paper p) {
    p.say("15.intro", p.fact("row", s.row + 1, ""), p.fact("answer", s.answer(s.trace.answer())));
    p.line("<div id=\"try\" hidden></div>");
    int[] rows = s.sample(judge.rows().rows(), COLUMNS * POINTS, MOST_ROWS);
    Excerpt many = new Excerpt(s.table, rows);
    Fact count = p.fact("rows", rows.length, "");
    int k = 0;
    for (InputCode code : codes.subList(0, Math.min(COLUMNS, codes.size()))) {
      if (code.numeric()) {
        numbers(s, code, many, k++, p);
      } else {
        labels(s, code, k++, p);
      }
    }
    p.note("15.average", count);
    p.note("15.careful");
  }

  private static void numbers(Subject s, InputCode code, Excerpt many, int k, Paper p) {
    Grid grid = Grid.of(s, code, POINTS);
    Excerpt one = new Excerpt(s.table, new int[] {s.row});
    double[] own = new double[POINTS];
    double[] mean = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double value = grid.values()[i];
      own[i] = s.shown(s.model.predict(one.with(grid.column(), r -> value))[0]);
      for (double[] answer : s.model.predict(many.with(grid.column(), r -> value))) {
        mean[i] += s.shown(answer) / many.rowCount();
      }
    }
    Fact here = p.series("own." + k, s.unit, own);
    Fact all = p.series("mean." + k, s.unit, mean);
    double[] both = java.util.Arrays.copyOf(own, 2 * POINTS);
    System.arraycopy(mean, 0, both, POINTS, POINTS);
    Chart.Axis[] axes = {
      new Chart.Axis(code.name(), grid.low(), grid.high()), Chart.Axis.around(s.unit, both)
    };
    Chart chart = new Chart(190, p.fill(Words.of("15.alt"), code.name()), axes, here, all);
    chart.curve(grid.values(), own, "curve").curve(grid.values(), mean, "other");
    double now = s.table.value(s.row, grid.column());
    if (Double.isFinite(now)) {
      chart.dot(now, s.answer(s.trace.answer()), 6, "here");
    }
    p.draw(chart.drawing);
    Step step = Step.of(s, code);
    Fact size = p.fact("step." + k, step.size(), code.name());
    Fact average = p.fact("onward." + k, step.onward(s, many));
    if (Double.isFinite(now)) {
      p.say("15.more", code.name(), size, p.fact("here." + k, step.onward(s, one)), average);
    } else {
      p.say("15.missing", code.name(), size, average);
    }
  }

  private static void labels(Subject s, InputCode code, int k, Paper p) {
    int column = s.column(code);
    List<String> labels = ((Column.Nominal) s.table.columns().get(column)).labels();
    Excerpt one = new Excerpt(s.table, new int[] {s.row});
    double[] answers = new double[labels.size()];
    for (int l = 0; l < answers.length; l++) {
      int label = l;
      answers[l] = s.shown(s.model.predict(one.with(column, r -> label))[0]);
    }
    Bars bars = new Bars();
    int shown = 0;
    for (int l : extremes(answers)) {
      bars.add(labels.get(l), p.fact("label." + k + "." + shown++, answers[l]));
    }
    p.say("15.labels", code.name(), p.fact("labels." + k, labels.size(), ""));
    p.draw(bars.draw(p.fill(Words.of("15.alt.labels"), code.name())));
  }

  /** Labels with the highest answers, then those with the lowest. */
  private static List<Integer> extremes(double[] answers) {
    Integer[] order = new Integer[answers.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, (a, b) -> Double.compare(answers[b], answers[a]));
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      if (i < LABELS / 2 || i >= order.length - LABELS / 2) {
        shown.add(order[i]);
      }
    }
    return shown;
  }
}
