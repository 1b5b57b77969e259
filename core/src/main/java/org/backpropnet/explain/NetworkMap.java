package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.network.LayerSpec;

/** Section 2: what does the machine look like? */
final class NetworkMap {
  private static final int SHOWN = 8;
  private static final int HEIGHT = 360;
  private static final int HEAD = 26;
  private static final int FOOT = 24;

  private NetworkMap() {}

  static void write(Subject s, Paper p) {
    int hidden = s.spec.hidden().size();
    Fact knobs = p.fact("knobs", s.knobs(), "");
    Fact size = p.fact("size", length(s.weights), "");
    if (hidden == 0) {
      p.say("2.none", knobs);
    } else {
      p.say("2.layers", p.fact("layers", hidden, ""), knobs);
    }
    for (int l = 0; l < hidden; l++) {
      layer(s, l, p);
    }
    if (s.voters() > 1) {
      Fact voters = p.fact("voters", s.voters(), "");
      p.say(hidden == 0 ? "2.voted.none" : "2.voted", voters);
    }
    draw(s, s.spread(), p);
    p.note("2.colours");
    p.note("2.size", size);
  }

  private static void layer(Subject s, int l, Paper p) {
    LayerSpec layer = s.spec.hidden().get(l);
    Fact number = p.fact("layer." + l, l + 1, "");
    Fact units = p.fact("units." + l, layer.units(), "");
    String bend = layer.activation().label();
    String words = layer.activation().plainWords();
    if (s.voters() > 1) {
      Fact each = p.fact("each." + l, (double) layer.units() / s.voters(), "");
      p.note("2.layer.voted", number, units, bend, words, each);
    } else {
      p.note("2.layer", number, units, bend, words);
    }
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
    heads(s, d, columns, p);
    p.draw(d);
    rest(s, columns, spread, p);
    if (all(s) > columns.stream().mapToInt(column -> column.length).sum()) {
      p.note("2.plus");
    }
  }

  private static int all(Subject s) {
    return s.spec.inputs() + s.layers().stream().mapToInt(LayerSpec::units).sum();
  }

  private static void links(Drawing d, List<int[]> columns, List<double[]> pushes) {
    double[] most = new double[columns.size()];
    for (double[] push : pushes) {
      int l = (int) push[0];
      most[l] = Math.max(most[l], Math.abs(push[3]));
    }
    for (double[] push : pushes) {
      int l = (int) push[0];
      double width = most[l] > 0 ? 6 * Math.abs(push[3]) / most[l] : 0;
      if (width >= 0.2) {
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
          d.text(Chart.WIDTH - 4, at[1] - 10, "end", Html.brief(output(s, columns.get(c)[i]), 16));
        } else {
          d.text(at[0], at[1] - 8, "middle", String.valueOf(columns.get(c)[i] + 1));
        }
      }
    }
  }

  /** What each column of the map is, and how many of its kind are not drawn. */
  private static void heads(Subject s, Drawing d, List<int[]> columns, Paper p) {
    int last = columns.size() - 1;
    for (int c = 0; c <= last; c++) {
      String head = c == 0 ? "2.inputs" : c == last ? "2.answer" : "2.hidden";
      String anchor = c == last ? "end" : "middle";
      double x = c == last ? Chart.WIDTH - 4 : c == 0 ? 84 : place(columns, c, 0)[0];
      d.faint(x, 14, anchor, Words.of(head).replace("{0}", String.valueOf(c)));
      int all = c == 0 ? s.spec.inputs() : s.layout.units(c - 1);
      int left = all - columns.get(c).length;
      if (left > 0) {
        Fact more = p.fact("left." + c, left, "");
        d.faint(x, HEIGHT - 6, anchor, Words.of("2.left").replace("{0}", more.text()));
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
    double high = HEIGHT - HEAD - FOOT;
    return new double[] {x, HEAD + high * (i + 0.5) / Math.max(1, columns.get(c).length)};
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
