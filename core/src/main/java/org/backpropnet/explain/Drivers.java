package org.backpropnet.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.backpropnet.data.InputCode;

/**
 * Section 16: why this prediction? Integrated gradients (Sundararajan, Taly and Yan 2017): the way
 * from the typical row to this one is walked in small steps; each step's change is shared out by
 * the slopes there, so that nothing is lost.
 *
 * @param base answer for the typical row
 * @param shares [codes] what each column adds
 */
record Drivers(double base, double[] shares) {
  private static final int STEPS = 100;
  private static final double WORK = 5e7;
  private static final int SHOWN = 12;
  private static final int MOST_ROWS = 400;

  /** [inputs] mean of what enters over the rows that were learned from. */
  static double[] typical(Subject s) {
    int[] rows = s.sample(s.learned(), 1, MOST_ROWS);
    double[] mean = new double[s.spec.inputs()];
    for (int row : rows) {
      double[] vector = s.vector(row);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / rows.length;
      }
    }
    return mean;
  }

  static Drivers of(Subject s, double[] typical, double[] vector) {
    int steps = (int) Math.max(12, Math.min(STEPS, WORK / (3.0 * s.spec.parameterCount())));
    double[] shares = new double[s.encoder.codes().size()];
    double[] at = typical.clone();
    double before = s.answerAt(at);
    double base = before;
    for (int k = 0; k < steps; k++) {
      for (int i = 0; i < at.length; i++) {
        at[i] = typical[i] + (vector[i] - typical[i]) * (k + 0.5) / steps;
      }
      double[] slopes = s.inputSlopes(at);
      for (int i = 0; i < at.length; i++) {
        at[i] = typical[i] + (vector[i] - typical[i]) * (k + 1) / steps;
      }
      double after = s.answerAt(at);
      share(
          s,
          slopes,
          new double[][] {typical, vector},
          new double[] {after - before, steps},
          shares);
      before = after;
    }
    return new Drivers(base, shares);
  }

  /** What slopes foretell is shared by them; what they missed, in proportion to their sizes. */
  private static void share(
      Subject s, double[] slopes, double[][] ends, double[] change, double[] shares) {
    double told = 0;
    double sizes = 0;
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] *= (ends[1][i] - ends[0][i]) / change[1];
      told += slopes[i];
      sizes += Math.abs(slopes[i]);
    }
    double missed = change[0] - told;
    double moved = 0;
    for (int i = 0; sizes == 0 && i < slopes.length; i++) {
      moved += Math.abs(ends[1][i] - ends[0][i]);
    }
    for (int i = 0; i < slopes.length; i++) {
      double part =
          sizes > 0
              ? Math.abs(slopes[i]) / sizes
              : moved > 0 ? Math.abs(ends[1][i] - ends[0][i]) / moved : 0;
      shares[s.codeOf[i]] += slopes[i] + missed * part;
    }
  }

  static void write(Subject s, double[] typical, Paper p) {
    Drivers drivers = of(s, typical, s.vector(s.row));
    Fact base = p.fact("base", drivers.base());
    Fact answer = p.fact("answer", s.answer(s.trace.answer()));
    p.say("16.intro", base, answer);
    int[] order = Ranked.bySize(drivers.shares(), SHOWN);
    Fact[] facts = new Fact[order.length];
    String[] names = new String[order.length];
    double rest = answer.value() - drivers.base();
    for (int k = 0; k < order.length; k++) {
      InputCode code = s.encoder.codes().get(order[k]);
      facts[k] = p.fact("share." + k, drivers.shares()[order[k]]);
      names[k] = code.name() + " = " + s.cell(s.row, s.column(code));
      rest -= facts[k].value();
    }
    Fact others = p.fact("others", rest);
    boolean more = Inputs.used(s.encoder.codes()).size() > SHOWN;
    waterfall(List.of(names), facts, new Fact[] {base, more ? others : null, answer}, p);
    p.stress("16.sum", base, answer);
    if (more) {
      p.note("16.others", others);
    }
    p.note("16.how");
  }

  private static void waterfall(List<String> names, Fact[] facts, Fact[] ends, Paper p) {
    int lines = names.size() + (ends[1] == null ? 2 : 3);
    Drawing d = new Drawing(Chart.WIDTH, 24 * lines + 6, Words.of("16.alt"), all(facts, ends));
    double low = Math.min(ends[0].value(), ends[2].value());
    double high = Math.max(ends[0].value(), ends[2].value());
    double at = ends[0].value();
    for (Fact fact : facts) {
      at += fact.value();
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    Chart.Axis axis = Chart.Axis.around("", low, high);
    bar(d, 0, Words.of("16.typical"), new double[] {axis.low(), ends[0].value()}, axis);
    number(d, 0, ends[0]);
    at = ends[0].value();
    for (int k = 0; k < facts.length; k++) {
      bar(d, k + 1, names.get(k), new double[] {at, at + facts[k].value()}, axis);
      String sign = facts[k].value() > 0 ? "+" : "";
      d.text(Chart.WIDTH - 2, 24 * (k + 1) + 18, "end", sign + facts[k].text());
      at += facts[k].value();
    }
    if (ends[1] != null) {
      bar(d, lines - 2, Words.of("16.rest"), new double[] {at, ends[2].value()}, axis);
      number(d, lines - 2, ends[1]);
    }
    bar(d, lines - 1, Words.of("16.answer"), new double[] {axis.low(), ends[2].value()}, axis);
    number(d, lines - 1, ends[2]);
    p.draw(d);
  }

  private static Fact[] all(Fact[] facts, Fact[] ends) {
    return Stream.concat(Arrays.stream(facts), Arrays.stream(ends))
        .filter(Objects::nonNull)
        .toArray(Fact[]::new);
  }

  private static void bar(Drawing d, int line, String name, double[] ends, Chart.Axis axis) {
    double from = 170 + 200 * axis.share(ends[0]);
    double to = 170 + 200 * axis.share(ends[1]);
    double y = 24 * line + 4;
    d.text(164, y + 14, "end", Html.brief(name, 22));
    String whole = ends[0] == axis.low() ? "whole" : to < from ? "down" : "up";
    d.box(Math.min(from, to), y + 2, Math.max(1, Math.abs(to - from)), 16, whole);
  }

  private static void number(Drawing d, int line, Fact fact) {
    d.text(Chart.WIDTH - 2, 24 * line + 18, "end", fact.text());
  }

  /** The two columns that move a row's answer most, in words. */
  String strongest(Subject s) {
    StringBuilder words = new StringBuilder();
    for (int c : Ranked.bySize(shares, 2)) {
      words.append(words.length() == 0 ? "" : ", ").append(s.encoder.codes().get(c).name());
      words.append(shares[c] < 0 ? " \u2193" : " \u2191");
    }
    return words.toString();
  }
}
