package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.model.Model;
import org.backpropnet.textbook.Trace;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Section 13: can units act like logic? */
final class Logic {
  private static final int MOST_ROWS = 300;
  private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private Logic() {}

  /** A hidden unit of the first layer, and how many rows switch it fully on or off. */
  private record Switch(int unit, double share) {}

  static void write(Subject s, Paper p) {
    xor(s.model.trained().plan().run().seed(), p);
    if (s.spec.hidden().isEmpty()) {
      p.say("13.none");
      return;
    }
    Activation bend = s.layers().get(0).activation();
    if (bend != Activation.SIGMOID && bend != Activation.TANH) {
      p.say("13.noswitch", bend.label());
      return;
    }
    own(s, bend, p);
  }

  /** Two units and one output, trained on the truth table of "either, but not both". */
  static Model xor(long seed) {
    double[][] cells = new double[4][];
    for (int i = 0; i < 4; i++) {
      double[] c = CORNERS[i];
      cells[i] = new double[] {c[0], c[1], c[0] == c[1] ? 0 : 1};
    }
    List<Column> columns =
        List.of(
            new Column.Numeric("a"),
            new Column.Numeric("b"),
            new Column.Nominal("either", List.of("no", "yes")));
    Table table = new ArrayTable(columns, cells);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.HIDDEN_LAYERS, "2 tanh")
            .with(Knob.OPTIMIZER, "l-bfgs")
            .with(Knob.EPOCHS, "200")
            .with(Knob.RESTARTS, "20")
            .with(Knob.WEIGHT_DECAY, "0")
            .with(Knob.VALIDATION_SHARE, "0")
            .withSeed(seed);
    return new Model(Training.start(table, "either", plan).run(EpochListener.SILENT));
  }

  static double[] xorAnswers(Model model) {
    double[][] cells = new double[4][];
    for (int i = 0; i < 4; i++) {
      cells[i] = new double[] {CORNERS[i][0], CORNERS[i][1]};
    }
    Table asked = new ArrayTable(List.of(new Column.Numeric("a"), new Column.Numeric("b")), cells);
    double[] yes = new double[4];
    double[][] answers = model.predict(asked);
    for (int i = 0; i < 4; i++) {
      yes[i] = 100 * answers[i][1];
    }
    return yes;
  }

  private static void xor(long seed, Paper p) {
    double[] yes = xorAnswers(xor(seed));
    p.say("13.xor");
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean either = CORNERS[i][0] != CORNERS[i][1];
      rows.add(
          List.of(
              p.fact("a." + i, CORNERS[i][0], ""),
              p.fact("b." + i, CORNERS[i][1], ""),
              Words.of(either ? "13.yes" : "13.no"),
              p.fact("says." + i, yes[i], "%")));
    }
    p.table("13.head", rows);
    p.say("13.why");
  }

  private static void own(Subject s, Activation bend, Paper p) {
    int[] rows = s.sample(s.learned(), 1, MOST_ROWS);
    Switch found = best(s, rows, bend);
    Fact unit = p.fact("unit", found.unit() + 1, "");
    Fact share = p.fact("share", found.share(), "%");
    if (found.share() < 50) {
      p.say("13.soft", unit, share);
      return;
    }
    Spread spread = s.spread();
    double[] pushes = new double[s.spec.inputs()];
    for (int i = 0; i < pushes.length; i++) {
      pushes[i] = s.weights[s.layout.weight(0, found.unit(), i)] * spread.of(0, i);
    }
    int[] two = Ranked.bySize(pushes, 2);
    if (two.length < 2) {
      p.say("13.one", unit, share, s.encoder.inputNames()[two[0]]);
      return;
    }
    gate(s, found, two, new double[][] {spread.mean()[0], spread.deviation()[0]}, p);
  }

  private static Switch best(Subject s, int[] rows, Activation bend) {
    double[] full = new double[s.layout.units(0)];
    for (int row : rows) {
      Trace trace = s.book.forward(s.weights, s.vector(row));
      for (int u = 0; u < full.length; u++) {
        double a = trace.a()[0][u];
        double far = bend == Activation.TANH ? Math.abs(a) : Math.abs(2 * a - 1);
        full[u] += far > 0.8 ? 100.0 / rows.length : 0;
      }
    }
    int unit = Ranked.bySize(full, 1)[0];
    return new Switch(unit, full[unit]);
  }

  private static void gate(Subject s, Switch found, int[] two, double[][] typical, Paper p) {
    String[] names = s.encoder.inputNames();
    p.say("13.switch", p.fact("which", found.unit() + 1, ""), p.fact("full", found.share(), "%"));
    List<List<Object>> rows = new ArrayList<>();
    boolean[] on = new boolean[4];
    for (int i = 0; i < 4; i++) {
      double[] at = typical[0].clone();
      for (int k = 0; k < 2; k++) {
        at[two[k]] += (CORNERS[i][k] > 0 ? 1 : -1) * typical[1][two[k]];
      }
      double z = s.book.forward(s.weights, at).z()[0][found.unit()];
      on[i] = z > 0;
      rows.add(
          List.of(
              Words.of(CORNERS[i][0] > 0 ? "13.high" : "13.low"),
              Words.of(CORNERS[i][1] > 0 ? "13.high" : "13.low"),
              p.fact("sum." + i, z, ""),
              Words.of(on[i] ? "13.on" : "13.off")));
    }
    p.say("13.columns", names[two[0]], names[two[1]]);
    p.table("13.head.own", rows);
    p.say("13.gate." + name(on), names[two[0]], names[two[1]]);
  }

  private static String name(boolean[] on) {
    int count = 0;
    for (boolean o : on) {
      count += o ? 1 : 0;
    }
    return switch (count) {
      case 0 -> "never";
      case 1 -> "and";
      case 2 -> on[0] == on[1] ? "first" : on[0] == on[2] ? "second" : "either";
      case 3 -> "or";
      default -> "always";
    };
  }
}
