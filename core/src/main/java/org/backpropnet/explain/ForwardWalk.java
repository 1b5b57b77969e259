package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;

/** Section 3: how does it make one prediction? */
final class ForwardWalk {
  private static final int TERMS = 5;

  private ForwardWalk() {}

  static void write(Subject s, Paper p) {
    p.say("3.intro", p.fact("row", s.row + 1, ""));
    int last = s.layers().size() - 1;
    int output = output(s);
    double[] terms = terms(s, last, output);
    if (last > 0) {
      int unit = Ranked.bySize(terms, 1)[0];
      // In a deep network the walk is shown where it begins and where it ends.
      int shown = last == 1 ? unit : strongest(s);
      sum(s, 0, shown, p);
      bend(s, shown, p);
      if (last > 1) {
        p.say("3.between", p.fact("between", last - 1, ""));
      }
    }
    sum(s, last, output, p);
    answer(s, output, p);
  }

  /** The output that speaks for the answer. */
  static int output(Subject s) {
    return s.spec.outputs() == 1 ? 0 : s.focus;
  }

  private static int strongest(Subject s) {
    return Ranked.bySize(s.slopes(s.trace)[0], 1)[0];
  }

  private static double[] terms(Subject s, int l, int unit) {
    double[] below = s.trace.below(l);
    double[] terms = new double[below.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = s.weights[s.layout.weight(l, unit, i)] * below[i];
    }
    return terms;
  }

  private static void sum(Subject s, int l, int unit, Paper p) {
    String tag = l == 0 && l < s.layers().size() - 1 ? "first" : "last";
    double[] terms = terms(s, l, unit);
    double[] below = s.trace.below(l);
    double[] left = terms.clone();
    List<List<Object>> rows = new ArrayList<>();
    for (int i : Ranked.bySize(terms, TERMS)) {
      if (terms[i] == 0) {
        continue;
      }
      String at = tag + "." + rows.size();
      double weight = s.weights[s.layout.weight(l, unit, i)];
      InputCode code = l == 0 ? s.code(i) : null;
      double scale = code == null ? 1 : Inputs.scale(code, i);
      Object name =
          code == null
              ? p.phrase("unit", p.fact("name" + at, i + 1, ""))
              : s.encoder.inputNames()[i];
      left[i] = 0;
      rows.add(
          List.of(
              name,
              p.fact("enters" + at, below[i] * scale, code == null ? "" : code.name()),
              p.fact("weight" + at, weight / scale, ""),
              p.fact("term" + at, terms[i], "")));
    }
    Fact others = p.fact("others" + tag, sum(left), "");
    Fact bias = p.fact("bias" + tag, s.weights[s.layout.bias(l, unit)], "");
    Fact sum = p.fact("sum" + tag, s.trace.z()[l][unit], "");
    if (tag.equals("first")) {
      p.say("3.first", p.fact("unit", unit + 1, ""));
    } else {
      p.say("3.last");
    }
    p.table(l == 0 ? "3.head.inputs" : "3.head.units", rows);
    p.say("3.sum", others, bias, sum);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static void bend(Subject s, int unit, Paper p) {
    p.say(
        "3.bend",
        p.fact("z", s.trace.z()[0][unit], ""),
        p.fact("a", s.trace.a()[0][unit], ""),
        s.layers().get(0).activation().label(),
        s.layers().get(0).activation().plainWords());
  }

  private static void answer(Subject s, int output, Paper p) {
    Fact answer = p.fact("answer", s.answer(s.trace.answer()));
    Fact says = p.fact("says", s.trace.answer()[output], "");
    if (s.encoder.target() instanceof TargetCode.Number n) {
      p.stress("3.number", says, p.fact("step", n.scale()), p.fact("middle", n.center()), answer);
    } else if (s.spec.outputs() == 1) {
      p.stress("3.yes", says, answer, s.classes().get(s.focus), s.classes().get(1));
    } else {
      p.stress("3.softmax", says, answer, s.classes().get(s.focus));
    }
  }
}
