package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;

/** Section 5: what if there were no bends? */
final class NoBends {
  private static final int POINTS = 41;
  private static final int COLUMNS = 8;
  private static final int MOST_ROWS = 1000;

  private NoBends() {}

  static void write(Subject s, Judge judge, Paper p) {
    boolean straight =
        s.spec.hidden().stream().allMatch(layer -> layer.activation() == Activation.IDENTITY);
    String coded = Inputs.bends(s.encoder.codes()) ? "curves" : "lines";
    if (straight) {
      p.say("5.already." + coded);
      return;
    }
    p.say("5.intro." + coded);
    Collapse flat = Collapse.of(s.model);
    panels(s, flat, p);
    errors(s, judge, p);
    if (s.focus < 0) {
      lines(s, flat, p);
    }
  }

  private static void errors(Subject s, Judge judge, Paper p) {
    int[] rows = s.sample(judge.rows().rows(), 1, MOST_ROWS);
    Excerpt some = new Excerpt(s.table, rows);
    Collapse flat = Collapse.of(judge.judged());
    Fact on = p.fact("on", Judge.miss(s, judge.judged(), some));
    Fact off = p.fact("off", flatMiss(s, judge, flat, rows));
    Fact line = p.fact("line", Judge.miss(s, judge.line(), some));
    p.draw(
        new Bars()
            .add(Words.of("5.on"), on)
            .add(Words.of("5.off"), off)
            .add(Words.of("0.line"), line)
            .draw(Words.of("5.alt.bars")));
    String kind = s.focus < 0 ? "5.errors" : "5.errors.classes";
    p.say(kind, on, off, line, p.fact("rows", rows.length, ""));
    if (on.value() < line.value()) {
      String dials = Inputs.bends(s.encoder.codes()) ? "5.bought.curves" : "5.bought";
      p.stress(dials, p.fact("bought", 100 * (1 - on.value() / line.value()), "%"));
    } else {
      p.stress("5.nothing");
    }
  }

  private static double flatMiss(Subject s, Judge judge, Collapse flat, int[] rows) {
    var reader = judge.judged().encoder().bind(s.table.columns());
    double sum = 0;
    double weight = 0;
    for (int row : rows) {
      double[] outputs = flat.answer(judge.judged(), reader.vector(s.table, row));
      double counts = s.table.weight(row);
      weight += counts;
      if (judge.judged().encoder().target() instanceof TargetCode.Number n) {
        double miss = n.decode(outputs[0]) - s.table.value(row, s.target);
        sum += counts * miss * miss;
      } else {
        int k = judge.judged().classes().indexOf(s.classes().get(s.classOf(row)));
        double[] all = outputs.length == 1 ? new double[] {1 - outputs[0], outputs[0]} : outputs;
        sum += counts * 100 * (1 - (k < 0 ? 0 : all[k]));
      }
    }
    return s.focus < 0 ? Math.sqrt(sum / weight) : sum / weight;
  }

  private static void panels(Subject s, Collapse flat, Paper p) {
    InputCode code = Grid.strongest(s);
    if (code == null) {
      return;
    }
    Grid grid = Grid.of(s, code, POINTS);
    double[] on = new double[POINTS];
    double[] off = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double[] vector = grid.vector(s, s.row, i);
      on[i] = s.answerAt(vector);
      off[i] = s.answer(flat.answer(s.model, vector));
    }
    Fact with = p.series("with", s.unit, on);
    Fact without = p.series("without", s.unit, off);
    double[] both = java.util.Arrays.copyOf(on, 2 * POINTS);
    System.arraycopy(off, 0, both, POINTS, POINTS);
    Chart.Axis[] axes = {
      new Chart.Axis(code.name(), grid.low(), grid.high()), Chart.Axis.around(s.unit, both)
    };
    Chart chart = new Chart(220, p.fill(Words.of("5.alt"), code.name()), axes, with, without);
    chart.curve(grid.values(), on, "curve").curve(grid.values(), off, "other");
    p.draw(chart.drawing);
    p.note("5.legend", code.name());
  }

  private static void lines(Subject s, Collapse flat, Paper p) {
    double scale = ((TargetCode.Number) s.encoder.target()).scale();
    double[] sizes = flat.weights()[0];
    List<List<Object>> rows = new ArrayList<>();
    for (int i : Ranked.bySize(sizes, COLUMNS)) {
      double each = sizes[i] * scale / Inputs.scale(s.code(i), i);
      rows.add(List.of(s.encoder.inputNames()[i], p.fact("slope." + rows.size(), each)));
    }
    p.say("5.lines");
    p.table("5.head", rows);
    for (int i : Ranked.bySize(sizes, COLUMNS)) {
      if (s.code(i) instanceof InputCode.Category) {
        p.note("5.labels", s.encoder.inputNames()[i]);
        return;
      }
    }
  }
}
