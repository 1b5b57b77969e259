package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.train.EpochReport;

/** Section 12: how did it get better? */
final class Course {
  private static final int MOST = 240;

  private Course() {}

  static void write(Subject s, Paper p) {
    int start = s.model.trained().best().start();
    List<EpochReport> all = new ArrayList<>(s.model.trained().history());
    all.removeIf(report -> report.start() != start);
    if (all.isEmpty()) {
      p.say("12.none");
      return;
    }
    int[] shown = Excerpt.pick(places(all.size()), MOST);
    double[] epochs = new double[shown.length];
    double[] training = new double[shown.length];
    double[] validation = new double[shown.length];
    double[] rates = new double[shown.length];
    for (int i = 0; i < shown.length; i++) {
      EpochReport report = all.get(shown[i]);
      epochs[i] = report.epoch();
      training[i] = report.trainingLoss();
      validation[i] = report.validationLoss();
      rates[i] = report.learningRate();
    }
    boolean held = Double.isFinite(validation[0]);
    Fact best = p.fact("best", s.model.trained().best().epoch(), "");
    Fact first = p.fact("first", training[0], "");
    Fact last = p.fact("last", all.get(all.size() - 1).trainingLoss(), "");
    p.say("12.course", p.fact("epochs", all.size(), ""), first, last);
    Fact learned = p.series("training", "", training);
    Fact[] curves =
        held ? new Fact[] {learned, p.series("validation", "", validation)} : new Fact[] {learned};
    losses(epochs, curves, best, p);
    rates(epochs, p.series("rate", "", rates), p);
    gap(all, held, best, p);
    if (s.model.trained().recipe().restarts() > 1) {
      boolean voted = s.model.trained().recipe().vote();
      p.note(
          voted ? "12.voted" : "12.starts",
          p.fact("starts", s.model.trained().recipe().restarts(), ""));
    }
    for (String sentence : s.model.trained().notes()) {
      p.note("12.said", sentence);
    }
  }

  private static int[] places(int count) {
    int[] places = new int[count];
    java.util.Arrays.setAll(places, i -> i);
    return places;
  }

  private static void losses(double[] epochs, Fact[] curves, Fact best, Paper p) {
    double[] training = curves[0].values();
    boolean held = curves.length > 1;
    double[] checked = curves[curves.length - 1].values();
    double[] both = java.util.Arrays.copyOf(training, training.length + checked.length);
    System.arraycopy(checked, 0, both, training.length, checked.length);
    Chart.Axis[] axes = {across(epochs), Chart.Axis.around(Words.of("12.up"), both)};
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
