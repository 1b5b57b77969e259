package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.math.SplitMix;

/** Section 14: what matters overall? */
final class Importance {
  private static final int MOST_ROWS = 600;
  private static final int COLUMNS = 60;
  private static final int SHOWN = 20;

  /** This section needs many rows more than others, and gets so many times their work. */
  private static final double SHARE = 5;

  private static final double WORK = 2e9;
  private static final int FEWEST_ROWS = 24;
  private static final int FEWEST_COLUMNS = 12;
  private static final int SHUFFLES = 5;
  private static final long STREAM = 0x494D504FL;

  private Importance() {}

  /**
   * What was found about the columns.
   *
   * @param codes columns, the most important first
   */
  record Found(List<InputCode> codes) {}

  static Found write(Subject s, Judge judge, Paper p) {
    List<InputCode> codes = candidates(s);
    int passes = (1 + SHUFFLES) * Math.max(1, codes.size());
    int[] rows = s.sample(judge.rows().rows(), passes / SHARE, MOST_ROWS);
    Excerpt excerpt = new Excerpt(s.table, rows);
    double before = Judge.miss(s, s.model, excerpt);
    double[][] growth = new double[codes.size()][];
    double[] mean = new double[codes.size()];
    for (int c = 0; c < mean.length; c++) {
      growth[c] = growth(s, excerpt, s.column(codes.get(c)), before);
      for (double g : growth[c]) {
        mean[c] += g / SHUFFLES;
      }
    }
    String kind = s.focus < 0 ? "numbers" : "classes";
    p.say("14.intro." + kind, p.fact("rows", rows.length, ""), p.fact("before", before));
    int[] order = ordered(mean);
    Bars bars = new Bars();
    List<InputCode> found = new ArrayList<>();
    for (int k = 0; k < order.length; k++) {
      int c = order[k];
      found.add(codes.get(c));
      Fact value = p.fact("growth." + k, mean[c]);
      Fact swing = p.fact("swing." + k, deviation(growth[c], mean[c]));
      if (k < SHOWN) {
        bars.add(codes.get(c).name(), value, swing);
      }
    }
    p.draw(bars.draw(Words.of("14.alt")));
    slopes(s, found, excerpt, p);
    int left = Inputs.used(s.encoder.codes()).size() - Math.min(SHOWN, order.length);
    if (left > 0) {
      p.note("14.more", p.fact("more", left, ""));
    }
    p.note(judge.kind().equals("twin") ? "14.learned" : "14.careful");
    return new Found(found);
  }

  /** Of very many columns, or of a large network fewer, those whose links are strongest. */
  private static List<InputCode> candidates(Subject s) {
    List<InputCode> used = Inputs.used(s.encoder.codes());
    double each = (double) FEWEST_ROWS * (1 + SHUFFLES) * s.spec.parameterCount();
    int most = (int) Math.max(FEWEST_COLUMNS, Math.min(COLUMNS, WORK / each));
    if (used.size() <= most) {
      return used;
    }
    double[] reach = s.spread().reach(0);
    double[] strength = new double[used.size()];
    for (int c = 0; c < strength.length; c++) {
      for (int input : Inputs.of(used.get(c))) {
        strength[c] += reach[input];
      }
    }
    List<InputCode> strongest = new ArrayList<>();
    for (int c : Ranked.bySize(strength, most)) {
      strongest.add(used.get(c));
    }
    return strongest;
  }

  private static double[] growth(Subject s, Excerpt excerpt, int column, double before) {
    double[] growth = new double[SHUFFLES];
    long seed = s.model.trained().plan().run().seed();
    for (int k = 0; k < SHUFFLES; k++) {
      int[] places = new int[excerpt.rowCount()];
      java.util.Arrays.setAll(places, i -> i);
      SplitMix.of(seed, STREAM, column, k).shuffle(places);
      Excerpt mixed = excerpt.with(column, r -> excerpt.value(places[r], column));
      growth[k] = Judge.miss(s, s.model, mixed) - before;
    }
    return growth;
  }

  private static int[] ordered(double[] mean) {
    Integer[] order = new Integer[mean.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, (a, b) -> Double.compare(mean[b], mean[a]));
    int[] places = new int[order.length];
    java.util.Arrays.setAll(places, i -> order[i]);
    return places;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  private static void slopes(Subject s, List<InputCode> codes, Excerpt rows, Paper p) {
    List<List<Object>> lines = new ArrayList<>();
    for (int k = 0; k < Math.min(SHOWN, codes.size()); k++) {
      if (codes.get(k).numeric()) {
        Step step = Step.of(s, codes.get(k));
        double slope = step.average(s, rows);
        String name = codes.get(k).name();
        lines.add(
            List.of(name, p.fact("step." + k, step.size(), name), p.fact("slope." + k, slope)));
      }
    }
    if (!lines.isEmpty()) {
      p.say("14.slopes");
      p.table("14.head", lines);
    }
  }
}
