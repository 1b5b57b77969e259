package org.backpropnet.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sides over several tables: only tables on which all of them ran count. */
final class Standings {
  private final Comparison comparison;
  private final List<DataSet> sets;
  private final List<String> sides;

  /**
   * Finds what can be compared.
   *
   * @param comparison all results
   * @param wanted tables
   * @param contenders sides; those without any result are left out, and so is ZeroR
   */
  Standings(Comparison comparison, List<DataSet> wanted, List<Contender> contenders) {
    this.comparison = comparison;
    sides =
        contenders.stream()
            .filter(c -> !c.nothing())
            .map(Contender::name)
            .filter(name -> wanted.stream().anyMatch(set -> comparison.complete(set, name)))
            .toList();
    sets =
        wanted.stream()
            .filter(set -> sides.stream().allMatch(side -> comparison.complete(set, side)))
            .toList();
  }

  List<DataSet> sets() {
    return sets;
  }

  List<String> sides() {
    return sides;
  }

  boolean empty() {
    return sets.isEmpty() || sides.isEmpty();
  }

  /** Tables with categories to predict, or those with numbers. */
  List<DataSet> sets(boolean nominal) {
    return sets.stream()
        .filter(set -> comparison.nominal(set.name(), sides.get(0)) == nominal)
        .toList();
  }

  /** Mean over the tables to which a measure applies. */
  double mean(String side, Measure measure) {
    return sets.stream()
        .mapToDouble(set -> comparison.mean(set.name(), side, measure))
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  double calibration(String side) {
    return sets(true).stream()
        .mapToDouble(set -> comparison.calibration(set.name(), side))
        .average()
        .orElse(Double.NaN);
  }

  /** Processor seconds of one cross-validation of every table. */
  double cpu(String side) {
    return sets.stream().mapToDouble(set -> comparison.netCpu(set.name(), side)).sum();
  }

  /** Mean over all tables of the place among the sides; equals share the mean of their places. */
  double rank(String side, Measure ofClasses) {
    double sum = 0;
    for (DataSet set : sets) {
      Measure measure = comparison.nominal(set.name(), side) ? ofClasses : Measure.SCALED_RMSE;
      ToDoubleFunction<String> value = s -> comparison.mean(set.name(), s, measure);
      double mine = value.applyAsDouble(side);
      double before = sides.stream().filter(s -> value.applyAsDouble(s) < mine).count();
      double equal = sides.stream().filter(s -> value.applyAsDouble(s) == mine).count();
      sum += before + (equal + 1) / 2;
    }
    return sum / sets.size();
  }

  /** A Markdown table, which a console shows well enough, too. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("| side | rank by error | rank by log-loss | accuracy % | log-loss | Brier |")
        .append(" calibration error | RMSE / sd | CPU s |\n|---|")
        .append("---|".repeat(8))
        .append('\n');
    for (String side : sides) {
      text.append("| ").append(side);
      cell(text, rank(side, Measure.ERROR), 2);
      cell(text, rank(side, Measure.LOG_LOSS), 2);
      cell(text, 100 * (1 - mean(side, Measure.ERROR)), 2);
      cell(text, mean(side, Measure.LOG_LOSS), 4);
      cell(text, mean(side, Measure.BRIER), 4);
      cell(text, calibration(side), 3);
      cell(text, mean(side, Measure.SCALED_RMSE), 4);
      cell(text, cpu(side), 1);
      text.append(" |\n");
    }
    return text.toString();
  }

  private static void cell(StringBuilder text, double number, int digits) {
    text.append(" | ").append(Comparison.text(number, digits));
  }
}
