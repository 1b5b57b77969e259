package org.backpropnet.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import weka.experiment.PairedStatsCorrected;

/** Means, tests and times of results. */
final class Comparison {
  private static final double SIGNIFICANCE = 0.05;

  private final Results results;
  private final Map<String, List<Results.Result>> known = new HashMap<>();

  Comparison(Results results) {
    this.results = results;
  }

  private List<Results.Result> of(String set, String side) {
    return known.computeIfAbsent(set + "\t" + side, key -> results.of(set, side));
  }

  /** Mean over all parts, as Weka's Experimenter forms it; NaN if there is none. */
  double mean(String set, String side, Measure measure) {
    return of(set, side).stream()
        .mapToDouble(r -> measure.of(r.score()))
        .average()
        .orElse(Double.NaN);
  }

  /** Whether the first repeat is there. */
  boolean complete(DataSet set, String side) {
    return of(set.name(), side).stream().filter(r -> r.part().repeat() == 1).count() == set.parts();
  }

  boolean nominal(String set, String side) {
    return !Double.isNaN(mean(set, side, Measure.ERROR));
  }

  /** Repeats that were begun. */
  int repeats(String set, String side) {
    return of(set, side).stream().mapToInt(r -> r.part().repeat()).max().orElse(0);
  }

  /** Expected calibration error of each repeat with all its answers in ten bins; their mean. */
  double calibration(String set, String side) {
    Map<Integer, double[]> sums = new TreeMap<>();
    for (Results.Result result : of(set, side)) {
      double[] bins = result.score().bins();
      double[] sum = sums.computeIfAbsent(result.part().repeat(), r -> new double[bins.length]);
      for (int b = 0; b < bins.length; b++) {
        sum[b] += bins[b];
      }
    }
    return sums.values().stream().mapToDouble(Score::calibrationError).average().orElse(Double.NaN);
  }

  /** Processor time of the first repeat: compilers of a fresh process included. */
  double cpu(String set, String side) {
    double seconds = 0;
    boolean any = false;
    for (Results.Result result : of(set, side)) {
      if (result.part().repeat() == 1) {
        seconds += result.cpu();
        any = true;
      }
    }
    return any ? seconds : Double.NaN;
  }

  /** The same without ZeroR's, where that ran; Python counts from the end of its imports anyway. */
  double netCpu(String set, String side) {
    double nothing = side.startsWith(Contender.PYTHON) ? Double.NaN : cpu(set, Contender.NOTHING);
    double all = cpu(set, side);
    return Double.isNaN(nothing) ? all : Math.max(0, all - nothing);
  }

  /**
   * Whether one side is significantly better on a table: the paired t-test of Weka's Experimenter,
   * corrected for overlapping training rows (Nadeau and Bengio 2003), at 5 %.
   *
   * @return 1 if it is better, -1 if worse, 0 if neither is shown
   */
  int verdict(DataSet set, Measure measure, String side, String other) {
    Map<List<Integer>, Double> values = new HashMap<>();
    for (Results.Result r : of(set.name(), side)) {
      values.put(List.of(r.part().repeat(), r.part().fold()), measure.of(r.score()));
    }
    PairedStatsCorrected stats = new PairedStatsCorrected(SIGNIFICANCE, set.testShare());
    for (Results.Result r : of(set.name(), other)) {
      Double mine = values.get(List.of(r.part().repeat(), r.part().fold()));
      if (mine != null && !mine.isNaN()) {
        stats.add(mine, measure.of(r.score()));
      }
    }
    if (stats.count < 2) {
      return 0;
    }
    stats.calculateDerived();
    return -Integer.signum(stats.differencesSignificance);
  }

  /** A table and a side in one line. */
  String line(String set, String side) {
    String measures =
        nominal(set, side)
            ? String.format(
                Locale.ROOT,
                "error %5.1f %%, log-loss %.3f, Brier %.3f, calibration error %.3f",
                100 * mean(set, side, Measure.ERROR),
                mean(set, side, Measure.LOG_LOSS),
                mean(set, side, Measure.BRIER),
                calibration(set, side))
            : String.format(
                Locale.ROOT,
                "RMSE %.4g, by sd %.3f, mean distance %.4g",
                mean(set, side, Measure.RMSE),
                mean(set, side, Measure.SCALED_RMSE),
                mean(set, side, Measure.MAE));
    return String.format(
        Locale.ROOT,
        "%-18s %-26s %s, CPU %.2f s, repeats %d",
        set,
        side,
        measures,
        cpu(set, side),
        repeats(set, side));
  }

  static String text(double number, int digits) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", number);
  }
}
