package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;

/** Section 18: where is it wrong? */
final class WorstRows {
  private static final int SHOWN = 10;

  private WorstRows() {}

  static void write(Subject s, Judge judge, double[] typical, Paper p) {
    int[] rows = judge.rows().rows();
    double[][] answers = judge.answers();
    double[] misses = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      misses[r] = miss(s, judge, answers[r], rows[r]);
    }
    p.say("18.intro", p.fact("rows", rows.length, ""));
    List<List<Object>> lines = new ArrayList<>();
    for (int r : Ranked.bySize(misses, SHOWN)) {
      int k = lines.size();
      String drivers = Drivers.of(s, typical, s.vector(rows[r])).strongest(s);
      Fact number = p.fact("row." + k, rows[r] + 1, "");
      if (s.focus < 0) {
        Fact said = p.fact("said." + k, answers[r][0]);
        Fact truth = p.fact("truth." + k, s.table.value(rows[r], s.target));
        lines.add(List.of(number, said, truth, p.fact("miss." + k, misses[r]), drivers));
      } else {
        int best = Ranked.bySize(answers[r], 1)[0];
        Fact share = p.fact("miss." + k, 100 - misses[r], "%");
        String said = judge.judged().classes().get(best);
        lines.add(List.of(number, said, s.cell(rows[r], s.target), share, drivers));
      }
    }
    p.table(s.focus < 0 ? "18.head.numbers" : "18.head.classes", lines);
    p.note("18.drivers");
  }

  private static double miss(Subject s, Judge judge, double[] answer, int row) {
    if (s.focus < 0) {
      return answer[0] - s.table.value(row, s.target);
    }
    int k = judge.judged().classes().indexOf(s.classes().get(s.classOf(row)));
    return 100 * (1 - (k < 0 ? 0 : answer[k]));
  }
}
