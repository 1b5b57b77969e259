package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;

/** Section 1: what goes in? */
final class Dials {
  private static final int MOST = 40;
  private static final double MOST_CELLS = 5e7;
  private static final int DRAWN = 10;
  private static final int ROW = 34;

  private Dials() {}

  /** A column of numbers over all rows of the table. */
  private record Ruler(double low, double high, double mean, int missing) {}

  static void write(Subject s, Paper p) {
    List<InputCode> used = Inputs.used(s.encoder.codes());
    Fact columns = p.fact("columns", used.size(), "");
    Fact inputs = p.fact("inputs", s.encoder.inputs(), "");
    Ruler aim = measure(s, s.target);
    p.series("target", "", aim.low(), aim.high(), aim.mean(), aim.missing());
    p.say("1.intro", columns, inputs, p.fact("rows", s.table.rowCount(), ""));
    double[] vector = s.vector(s.row);
    List<List<Object>> rows = new ArrayList<>();
    List<Fact> rulers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      InputCode code = used.get(i);
      int column = s.column(code);
      Fact ruler = ruler(s, code, column, i, p);
      if (i >= MOST) {
        continue;
      }
      Fact enters = p.series("enters." + i, "", entering(code, vector));
      Fact missing = p.fact("missing." + i, ruler.values()[ruler.values().length - 1], "");
      String cell = s.cell(s.row, column);
      Paper.Raw rule = ruled(code, i, p);
      rule = missing.value() > 0 ? p.phrase("1.rule.missing", rule, missing) : rule;
      rows.add(List.of(code.name(), cell, rule, coded(code, enters, i, p)));
      if (code.numeric()) {
        rulers.add(ruler);
        names.add(code.name());
      }
    }
    p.table("1.head", rows);
    if (used.size() > MOST) {
      p.note("1.more", p.fact("more", used.size() - MOST, ""));
    }
    if (!rulers.isEmpty()) {
      draw(s, names, rulers, p);
    }
    closing(s, used, p);
  }

  private static void closing(Subject s, List<InputCode> used, Paper p) {
    if (used.stream().anyMatch(InputCode.Number.class::isInstance)) {
      p.note("1.ruler");
    }
    if (stride(s) > 1) {
      p.note("1.sample", p.fact("stride", stride(s), ""));
    }
    p.note("1.missing");
    if (used.stream().anyMatch(InputCode.Category.class::isInstance)) {
      p.note("1.unseen");
    }
    if (Inputs.bends(used)) {
      p.note("1.bends");
    }
    for (String left : s.encoder.notes()) {
      p.note("1.dropped", left);
    }
  }

  /** Smallest, largest, mean and missing cells of all rows; for categories only the missing. */
  private static Fact ruler(Subject s, InputCode code, int column, int i, Paper p) {
    Ruler r = measure(s, column);
    return code.numeric()
        ? p.series("ruler." + i, code.name(), r.low(), r.high(), r.mean(), r.missing())
        : p.series("labels." + i, "", r.mean(), r.missing());
  }

  private static Ruler measure(Subject s, int column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int missing = 0;
    int looked = 0;
    for (int row = 0; row < s.table.rowCount(); row += stride(s)) {
      looked++;
      double value = s.table.value(row, column);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        // The place counts a little, so that two rows that change places are noticed.
        sum += value * (1 + row * 1e-6);
      } else {
        missing++;
      }
    }
    return new Ruler(low, high, sum / Math.max(1, looked - missing), missing);
  }

  /** Of very large tables every second row is looked at, or every third, and so on. */
  private static int stride(Subject s) {
    return 1 + (int) ((double) s.table.rowCount() * s.table.columns().size() / MOST_CELLS);
  }

  private static double[] entering(InputCode code, double[] vector) {
    return Inputs.of(code).stream().mapToDouble(i -> vector[i]).toArray();
  }

  private static Paper.Raw ruled(InputCode code, int i, Paper p) {
    if (code instanceof InputCode.Number n) {
      double scale = n.scale() == Double.MAX_VALUE ? 0 : n.scale();
      return p.phrase(
          "1.rule.number",
          p.fact("typical." + i, n.center(), code.name()),
          p.fact("spread." + i, scale, code.name()));
    }
    if (code instanceof InputCode.Thermometer t) {
      return p.phrase(
          "1.rule.thermometer",
          p.fact("bins." + i, t.bins(), ""),
          p.fact("from." + i, t.marks().get(0), code.name()),
          p.fact("to." + i, t.marks().get(t.bins()), code.name()));
    }
    int levels = ((InputCode.Category) code).levels().size();
    return p.phrase("1.rule.category", p.fact("levels." + i, levels, ""));
  }

  private static Object coded(InputCode code, Fact enters, int i, Paper p) {
    double[] values = enters.values();
    if (code instanceof InputCode.Number) {
      return p.phrase("1.enters.number", p.fact("enter." + i, values[0], ""));
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    String kind = code instanceof InputCode.Thermometer ? "thermometer" : "category";
    return p.phrase("1.enters." + kind, p.fact("enter." + i, sum, ""));
  }

  private static void draw(Subject s, List<String> names, List<Fact> rulers, Paper p) {
    int count = Math.min(DRAWN, rulers.size());
    Drawing d =
        new Drawing(
            Chart.WIDTH,
            ROW * count + 10,
            Words.of("1.alt"),
            rulers.subList(0, count).toArray(Fact[]::new));
    for (int i = 0; i < count; i++) {
      double y = ROW * i + 22;
      double[] r = rulers.get(i).values();
      Chart.Axis axis = new Chart.Axis("", r[0], r[1] > r[0] ? r[1] : r[0] + 1);
      d.text(120, y + 4, "end", Html.brief(names.get(i), 18));
      d.line(130, y, 430, y, "axis");
      d.text(130, y + 14, "start", Numbers.text(r[0]));
      d.text(430, y + 14, "end", Numbers.text(r[1]));
      double value = s.table.value(s.row, s.table.indexOf(names.get(i)));
      if (Double.isFinite(value)) {
        d.dot(130 + 300 * axis.share(value), y, 6, "here");
      }
    }
    p.draw(d);
  }
}
