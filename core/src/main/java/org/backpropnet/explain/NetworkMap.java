package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;

/** Section 2: what does the machine look like? */
final class NetworkMap {
  private static final int SHOWN = 8;
  private static final int HEIGHT = 330;

  private NetworkMap() {}

  static void write(Subject s, Paper p) {
    int hidden = s.spec.hidden().size();
    Fact knobs = p.fact("knobs", s.spec.parameterCount(), "");
    Fact size = p.fact("size", length(s.weights), "");
    if (hidden == 0) {
      p.say("2.none", knobs);
    } else {
      p.say("2.layers", p.fact("layers", hidden, ""), knobs);
    }
    for (int l = 0; l < hidden; l++) {
      p.note(
          "2.layer",
          p.fact("layer." + l, l + 1, ""),
          p.fact("units." + l, s.spec.hidden().get(l).units(), ""),
          s.spec.hidden().get(l).activation().label(),
          s.spec.hidden().get(l).activation().plainWords());
    }
    draw(s, Spread.of(s), p);
    p.note("2.size", size);
    p.note("2.colours");
  }

  private static double length(double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      // The place counts a little, so that two weights that change places are noticed.
      sum += w[i] * w[i] * (1 + 1e-6 * (i % 1009));
    }
    return Math.sqrt(sum);
  }

  private static void draw(Subject s, Spread spread, Paper p) {
    List<int[]> columns = new ArrayList<>();
    columns.add(Ranked.bySize(spread.reach(0), SHOWN));
    for (int l = 0; l < s.layers().size(); l++) {
      columns.add(Ranked.bySize(spread.reach(l + 1), SHOWN));
    }
    List<double[]> pushes = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (int l = 0; l < s.layers().size(); l++) {
      for (int to : columns.get(l + 1)) {
        for (int from : columns.get(l)) {
          double push = s.weights[s.layout.weight(l, to, from)] * spread.of(l, from);
          pushes.add(new double[] {l, to, from, push});
          all.add(push);
        }
      }
    }
    double[] drawn = all.stream().mapToDouble(Double::doubleValue).toArray();
    Fact fact = p.series("push", "", drawn);
    Drawing d = new Drawing(Chart.WIDTH, HEIGHT, Words.of("2.alt"), fact);
    links(d, columns, pushes);
    nodes(s, d, columns);
    p.draw(d);
    rest(s, columns, spread, p);
  }

  private static void links(Drawing d, List<int[]> columns, List<double[]> pushes) {
    double most = 1e-300;
    for (double[] push : pushes) {
      most = Math.max(most, Math.abs(push[3]));
    }
    for (double[] push : pushes) {
      double width = 6 * Math.abs(push[3]) / most;
      if (width >= 0.2) {
        int l = (int) push[0];
        double[] from = place(columns, l, index(columns.get(l), (int) push[2]));
        double[] to = place(columns, l + 1, index(columns.get(l + 1), (int) push[1]));
        d.link(from, to, width, push[3] < 0 ? "link down" : "link up");
      }
    }
  }

  private static void nodes(Subject s, Drawing d, List<int[]> columns) {
    String[] names = s.encoder.inputNames();
    for (int c = 0; c < columns.size(); c++) {
      for (int i = 0; i < columns.get(c).length; i++) {
        double[] at = place(columns, c, i);
        d.dot(at[0], at[1], 5, "node");
        if (c == 0) {
          d.text(at[0] - 10, at[1] + 4, "end", Html.brief(names[columns.get(0)[i]], 16));
        } else if (c == columns.size() - 1) {
          d.text(at[0] - 6, at[1] - 10, "middle", Html.brief(output(s, columns.get(c)[i]), 9));
        } else {
          d.text(at[0], at[1] - 8, "middle", String.valueOf(columns.get(c)[i] + 1));
        }
      }
    }
  }

  private static String output(Subject s, int o) {
    if (s.focus < 0) {
      return s.model.target();
    }
    return s.classes().get(s.spec.outputs() == 1 ? 1 : o);
  }

  private static double[] place(List<int[]> columns, int c, int i) {
    double x = 128 + c * (Chart.WIDTH - 160.0) / (columns.size() - 1);
    return new double[] {x, 10 + (HEIGHT - 10) * (i + 0.5) / Math.max(1, columns.get(c).length)};
  }

  private static int index(int[] values, int value) {
    int at = 0;
    while (values[at] != value) {
      at++;
    }
    return at;
  }

  private static void rest(Subject s, List<int[]> columns, Spread spread, Paper p) {
    double shown = 0;
    double all = 0;
    for (int l = 0; l < s.layers().size(); l++) {
      for (int to = 0; to < s.layout.units(l); to++) {
        for (int from = 0; from < s.layout.inputs(l); from++) {
          double push = Math.abs(s.weights[s.layout.weight(l, to, from)] * spread.of(l, from));
          all += push;
          shown += has(columns.get(l), from) && has(columns.get(l + 1), to) ? push : 0;
        }
      }
    }
    double share = all > 0 ? 100 * shown / all : 100;
    p.note("2.rest", p.fact("shown", share, "%"), p.fact("rest", 100 - share, "%"));
  }

  private static boolean has(int[] values, int value) {
    for (int v : values) {
      if (v == value) {
        return true;
      }
    }
    return false;
  }
}
