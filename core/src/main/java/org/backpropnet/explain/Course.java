package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Recipe;

/** Section 12: how did it get better? */
final class Course {
  private static final int MOST = 240;

  private Course() {}

  static void write(Subject s, Paper p) {
    int start = s.voters() > 1 ? 0 : s.model.trained().best().start();
    List<EpochReport> all = of(s, start);
    if (all.isEmpty()) {
      p.say("12.none");
      return;
    }
    if (s.voters() > 1) {
      p.say("12.voted", p.fact("voters", s.voters(), ""));
    }
    int[] shown = Excerpt.pick(places(all.size()), MOST);
    double[] epochs = of(all, shown, EpochReport::epoch);
    double[] training = of(all, shown, EpochReport::trainingLoss);
    boolean held = Double.isFinite(all.get(0).validationLoss());
    Fact best = p.fact("best", kept(s, all), "");
    Fact first = p.fact("first", training[0], "");
    Fact last = p.fact("last", all.get(all.size() - 1).trainingLoss(), "");
    p.say("12.course", p.fact("epochs", all.size(), ""), first, last);
    Fact learned = p.series("training", "", training);
    Fact[] curves = {learned};
    if (held) {
      double[] validation = of(all, shown, EpochReport::validationLoss);
      curves = new Fact[] {learned, p.series("validation", "", validation)};
    }
    losses(epochs, curves, best, p);
    rates(epochs, p.series("rate", "", of(all, shown, EpochReport::learningRate)), p);
    gap(all, held, best, p);
    Recipe recipe = s.model.trained().recipe();
    if (recipe.batchSize() == 0 && (recipe.penalty().l1() > 0 || recipe.penalty().l2() > 0)) {
      p.note("12.price");
    }
    closing(s, held, p);
  }

  private static void closing(Subject s, boolean held, Paper p) {
    if (s.voters() > 1) {
      voters(s, held, p);
    } else if (s.model.trained().recipe().restarts() > 1) {
      p.note("12.starts", p.fact("starts", s.model.trained().recipe().restarts(), ""));
    }
    for (String sentence : s.model.trained().notes()) {
      p.note("12.said", sentence);
    }
  }

  private static void voters(Subject s, boolean held, Paper p) {
    List<List<Object>> rows = new ArrayList<>();
    for (int m = 0; m < s.voters(); m++) {
      List<EpochReport> all = of(s, m);
      EpochReport there = all.get(kept(s, all) - 1);
      List<Object> row = new ArrayList<>();
      row.add(p.fact("voter." + m, m + 1, ""));
      row.add(p.fact("went." + m, all.size(), ""));
      row.add(p.fact("learned." + m, there.trainingLoss(), ""));
      if (held) {
        row.add(p.fact("unseen." + m, there.validationLoss(), ""));
      }
      rows.add(row);
    }
    p.table(held ? "12.head.held" : "12.head", rows);
  }

  /** The epochs of a start. */
  private static List<EpochReport> of(Subject s, int start) {
    return s.model.trained().history().stream().filter(r -> r.start() == start).toList();
  }

  private static double[] of(List<EpochReport> all, int[] shown, ToDoubleFunction<EpochReport> of) {
    return Arrays.stream(shown).mapToDouble(i -> of.applyAsDouble(all.get(i))).toArray();
  }

  /**
   * The epoch whose weights were kept; of a network that votes, the best of its log, or the last.
   */
  private static int kept(Subject s, List<EpochReport> all) {
    if (s.voters() == 1) {
      return s.model.trained().best().epoch();
    }
    EpochReport best = all.get(all.size() - 1);
    for (EpochReport report : all) {
      best = report.validationLoss() <= best.validationLoss() ? report : best;
    }
    return best.epoch();
  }

  private static int[] places(int count) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private static void losses(double[] epochs, Fact[] curves, Fact best, Paper p) {
    double[] training = curves[0].values();
    boolean held = curves.length > 1;
    double[] checked = curves[curves.length - 1].values();
    double[] both = Arrays.copyOf(training, training.length + checked.length);
    System.arraycopy(checked, 0, both, training.length, checked.length);
    Chart.Axis[] axes = {across(epochs), Chart.Axis.fromZero(Words.of("12.up"), both)};
    Fact[] from = held ? new Fact[] {curves[0], curves[1], best} : new Fact[] {curves[0], best};
    Chart chart = new Chart(210, Words.of(held ? "12.alt.both" : "12.alt"), axes, from);
    chart.curve(epochs, training, "curve");
    if (held) {
      chart.curve(epochs, checked, "other");
    }
    double[] foot = {best.value(), axes[1].low()};
    p.draw(chart.line(foot, new double[] {best.value(), axes[1].high()}, "mark").drawing);
  }

  private static Chart.Axis across(double[] epochs) {
    return new Chart.Axis(Words.of("12.across"), 0, epochs[epochs.length - 1]);
  }

  private static void rates(double[] epochs, Fact rate, Paper p) {
    double highest = 0;
    for (double value : rate.values()) {
      highest = Math.max(highest, value);
    }
    Chart.Axis[] axes = {across(epochs), new Chart.Axis(Words.of("12.rate"), 0, highest * 1.05)};
    Chart chart = new Chart(110, Words.of("12.alt.rate"), axes, rate);
    p.draw(chart.curve(epochs, rate.values(), "curve").drawing);
  }

  private static void gap(List<EpochReport> all, boolean held, Fact best, Paper p) {
    if (!held) {
      p.say("12.unheld", best);
      return;
    }
    EpochReport there = all.get((int) Math.max(1, Math.min(all.size(), best.value())) - 1);
    Fact learned = p.fact("there", there.trainingLoss(), "");
    Fact checked = p.fact("checked", there.validationLoss(), "");
    boolean wide = there.validationLoss() > 1.5 * there.trainingLoss();
    p.say(wide ? "12.wide" : "12.narrow", best, learned, checked);
  }
}
