package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;
import org.backpropnet.train.EpochReport;

/** What looks wrong with the table, the target or the training, in plain sentences. */
final class Diagnosis {
  private static final int FEW_ROWS = 30;
  private static final double RARE = 0.05;
  private static final double FAR = 2;

  private final Subject s;
  private final Paper p;
  private final List<Runnable> found = new ArrayList<>();

  private Diagnosis(Subject s, Paper p) {
    this.s = s;
    this.p = p;
  }

  static void write(Subject s, Judge judge, Paper p) {
    Diagnosis d = new Diagnosis(s, p);
    p.begin("d");
    if (s.constant()) {
      p.stress("d.constant", s.cell(s.usable[0], s.target));
    } else {
      d.rows();
      d.target();
      d.training();
      d.columns();
      d.success(judge);
      d.found.forEach(Runnable::run);
      if (d.found.isEmpty()) {
        p.line("<p class=\"fine\">" + Words.of("d.fine") + "</p>");
      }
    }
    p.end();
  }

  private void add(String key, Object... gaps) {
    found.add(() -> p.say(key, gaps));
  }

  private void rows() {
    if (s.usable.length < FEW_ROWS) {
      add("d.few", p.fact("rows", s.usable.length, ""));
    }
  }

  private void target() {
    if (s.focus < 0) {
      ColumnLook look = ColumnLook.of(s, s.target);
      if (look.whole() && look.distinct() <= 10 && look.count() >= 50) {
        add("d.classlike", p.fact("kinds", look.distinct(), ""));
      }
      return;
    }
    int[] counts = new int[s.classes().size()];
    for (int row : s.usable) {
      counts[s.classOf(row)]++;
    }
    int rarest = 0;
    for (int k = 1; k < counts.length; k++) {
      rarest = counts[k] < counts[rarest] ? k : rarest;
    }
    double share = (double) counts[rarest] / s.usable.length;
    if (share < RARE && s.usable.length >= FEW_ROWS) {
      add("d.rare", s.classes().get(rarest), p.fact("rare", 100 * share, "%"));
    }
    boolean numbers = s.classes().stream().allMatch(label -> label.matches("-?\\d+(\\.\\d+)?"));
    if (numbers && counts.length > 10) {
      add("d.numberlike", p.fact("classes", counts.length, ""));
    }
  }

  private void training() {
    for (String note : s.model.trained().notes()) {
      if (note.contains("halved") || note.contains("went back") || note.contains("ran away")) {
        add("d.rate", p.fact("rate", s.model.trained().recipe().learningRate(), ""), note);
        break;
      }
    }
    List<EpochReport> history = s.model.trained().history();
    if (history.isEmpty()) {
      return;
    }
    EpochReport last = history.get(history.size() - 1);
    if (last.validationLoss() > 2 * last.trainingLoss() && last.trainingLoss() > 0) {
      double times = last.validationLoss() / last.trainingLoss();
      add("d.byheart", p.fact("times", times, ""));
    }
  }

  private void columns() {
    List<InputCode> codes = s.encoder.codes();
    List<ColumnLook> looks = new ArrayList<>();
    ColumnLook target = ColumnLook.of(s, s.target);
    int k = 0;
    for (InputCode code : codes) {
      ColumnLook look = ColumnLook.of(s, s.column(code));
      one(code, look, target, k++);
      looks.add(look);
    }
    twins(codes, looks);
  }

  private void one(InputCode code, ColumnLook look, ColumnLook target, int k) {
    if (look.count() == 0) {
      add("d.empty", code.name());
      return;
    }
    if (look.numeric()) {
      if (look.outlier() > 50) {
        add("d.outlier", code.name(), p.fact("far." + k, look.extreme(), code.name()));
      }
      if (look.counter()) {
        add("d.id", code.name());
      }
      moved(code, look, k);
    } else {
      labels(code, look, k);
    }
    double same = look.correlation(target);
    if (look.numeric() && target.numeric() && Math.abs(same) > 0.999 && look.count() > 10) {
      add("d.leak", code.name(), p.fact("same." + k, same, ""));
    }
  }

  private void labels(InputCode code, ColumnLook look, int k) {
    Column.Nominal column = (Column.Nominal) s.table.columns().get(look.column());
    long dates =
        column.labels().stream()
            .filter(l -> l.matches("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.*"))
            .count();
    if (dates > 0.8 * column.labels().size()) {
      add("d.date", code.name());
    } else if (look.distinct() > 0.9 * look.count() && look.count() >= FEW_ROWS) {
      add("d.names", code.name(), p.fact("names." + k, look.distinct(), ""));
    }
  }

  /** A table from another world than the one that was learned from. */
  private void moved(InputCode code, ColumnLook look, int k) {
    if (s.parts == null && code instanceof InputCode.Number n && n.scale() < Double.MAX_VALUE) {
      double far = (look.mean() - n.center()) / n.scale();
      if (Math.abs(far) > FAR) {
        Fact before = p.fact("before." + k, n.center(), code.name());
        add("d.moved", code.name(), p.fact("now." + k, look.mean(), code.name()), before);
      }
    }
  }

  private void twins(List<InputCode> codes, List<ColumnLook> looks) {
    for (int a = 0; a < looks.size(); a++) {
      for (int b = a + 1; b < looks.size(); b++) {
        ColumnLook x = looks.get(a);
        ColumnLook y = looks.get(b);
        if (x.distinct() > 2
            && x.numeric() == y.numeric()
            && x.distinct() == y.distinct()
            && Math.abs(x.correlation(y)) > 0.99999) {
          add("d.twins", codes.get(a).name(), codes.get(b).name());
        }
      }
    }
  }

  /** Rows that the network has not seen tell whether it found anything. */
  private void success(Judge judge) {
    if (!judge.unseen() || judge.count() < 10) {
      return;
    }
    double net = judge.miss(s);
    double always = always(judge);
    if (net > 0.98 * always) {
      add("d.nothing", p.fact("miss", net), p.fact("always", always));
    }
  }

  private double always(Judge judge) {
    int[] rows = judge.rows().rows();
    double[] mean = new double[Math.max(1, s.classes().size())];
    for (int row : rows) {
      if (s.focus < 0) {
        mean[0] += s.table.value(row, s.target) / rows.length;
      } else {
        mean[s.classOf(row)] += 1.0 / rows.length;
      }
    }
    double sum = 0;
    for (int row : rows) {
      double miss = s.focus < 0 ? s.table.value(row, s.target) - mean[0] : 0;
      sum += s.focus < 0 ? miss * miss : 100 * (1 - mean[s.classOf(row)]);
    }
    return s.focus < 0 ? Math.sqrt(sum / rows.length) : sum / rows.length;
  }
}
