package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;

/** Section 6: why squash the output, or not? */
final class Squash {
  private static final int CLASSES = 8;

  private Squash() {}

  static void write(Subject s, Paper p) {
    if (s.focus < 0) {
      numbers(s, p);
    } else {
      classes(s, p);
    }
  }

  private static void numbers(Subject s, Paper p) {
    TargetCode.Number code = (TargetCode.Number) s.encoder.target();
    int below = 0;
    int outside = 0;
    int beyond = 0;
    for (int row : s.usable) {
      double z = code.encode(s.table.value(row, s.target));
      below += z < 0 ? 1 : 0;
      outside += z <= 0 || z >= 1 ? 1 : 0;
      beyond += z <= -1 || z >= 1 ? 1 : 0;
    }
    Activation output = s.spec.output();
    if (output == Activation.IDENTITY) {
      p.say("6.numbers");
      p.say(
          "6.cost",
          p.fact("rows", s.usable.length, ""),
          p.fact("sigmoid", outside, ""),
          p.fact("tanh", beyond, ""),
          p.fact("relu", below, ""));
    } else {
      double low = code.decode(output.value(-30));
      double high = code.decode(output.value(30));
      p.say("6.squashed", output.label(), p.fact("low", low), p.fact("high", high));
    }
  }

  private static void classes(Subject s, Paper p) {
    double[] z = s.trace.z()[s.layers().size() - 1];
    double[] outputs = s.trace.answer();
    boolean two = outputs.length == 1;
    p.say(two ? "6.yes" : "6.softmax");
    double[] chances = two ? new double[] {1 - outputs[0], outputs[0]} : outputs;
    List<List<Object>> rows = new ArrayList<>();
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    Bars bars = new Bars();
    for (int k : Ranked.bySize(chances, CLASSES)) {
      double raw = two ? (k == 1 ? z[0] : -z[0]) : z[k];
      Fact percent = p.fact("chance." + rows.size(), 100 * chances[k], "%");
      rows.add(List.of(s.classes().get(k), p.fact("raw." + rows.size(), raw, ""), percent));
      bars.add(s.classes().get(k), percent);
    }
    p.table("6.head", rows);
    p.draw(bars.draw(Words.of("6.alt")));
    p.say("6.sum", p.fact("sum", 100 * sum, "%"));
  }
}
