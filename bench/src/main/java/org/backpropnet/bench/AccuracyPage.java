package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes the page and the picture of the results that are there, and prints a summary. */
public final class AccuracyPage {
  private final AccuracySetup setup;
  private final Participants participants;
  private final Comparison comparison;
  private final List<Contender> contenders;
  private final List<DataSet> sets;
  private final StringBuilder page = new StringBuilder();

  private AccuracyPage(AccuracySetup setup, List<Contender> contenders, List<DataSet> sets)
      throws IOException {
    this.setup = setup;
    this.contenders = contenders;
    this.sets = sets;
    participants = new Participants(setup.work());
    comparison = new Comparison(setup.results());
  }

  /**
   * Writes it.
   *
   * @param args see bench/README.md
   * @throws IOException if the disk fails
   */
  public static void main(String[] args) throws IOException {
    AccuracySetup setup = AccuracySetup.of(args);
    publish(setup, Contenders.wanted(setup), setup.sets());
  }

  /**
   * Prints the summary and writes the page: beside the results and, if wanted, as documentation.
   */
  static void publish(AccuracySetup setup, List<Contender> contenders, List<DataSet> sets)
      throws IOException {
    AccuracyPage page = new AccuracyPage(setup, contenders, sets);
    page.write();
    page.summary();
    page.save(setup.work().resolve("accuracy.md"));
    if (setup.docs()) {
      page.save(setup.page());
    }
  }

  private void save(Path file) throws IOException {
    Files.writeString(file, page, StandardCharsets.UTF_8);
    Path pictures = Files.createDirectories(file.toAbsolutePath().resolveSibling("pictures"));
    Set<String> ours =
        contenders.stream()
            .filter(Contender::ours)
            .map(Contender::name)
            .collect(Collectors.toSet());
    String chart = new AccuracyChart(standings(DataSet.Group.SMALL), ours).svg();
    Files.writeString(pictures.resolve("accuracy.svg"), chart, StandardCharsets.UTF_8);
    System.out.println("Written: " + file);
  }

  private List<DataSet> sets(DataSet.Group group) {
    return sets.stream().filter(s -> s.group() == group).toList();
  }

  private Standings standings(DataSet.Group group) {
    return new Standings(comparison, sets(group), contenders);
  }

  private void summary() {
    for (DataSet.Group group : List.of(DataSet.Group.SMALL, DataSet.Group.MEDIUM)) {
      Standings standings = standings(group);
      if (!standings.empty()) {
        System.out.println("\n" + tables(standings.sets().size(), group));
        System.out.println(standings.table());
        leftOut(group).forEach(System.out::print);
      }
    }
  }

  private static String tables(int count, DataSet.Group group) {
    String size = group == DataSet.Group.SMALL ? "small" : "medium";
    return "Means over " + count + " " + size + (count == 1 ? " table" : " tables");
  }

  /** Tables that are in no mean because a side has no result there. */
  private List<String> leftOut(DataSet.Group group) {
    Standings standings = standings(group);
    List<String> lines = new ArrayList<>();
    for (DataSet set : sets(group)) {
      String absent =
          standings.sides().stream()
              .filter(side -> !comparison.complete(set, side))
              .collect(Collectors.joining(", "));
      if (!absent.isEmpty()) {
        lines.add("In no mean: " + set.name() + ", for want of " + absent + ".\n");
      }
    }
    return lines;
  }

  private void write() {
    head();
    section("Small tables: means", DataSet.Group.SMALL);
    duels(DataSet.Group.SMALL);
    details(sets(DataSet.Group.SMALL));
    section("Medium tables: means", DataSet.Group.MEDIUM);
    duels(DataSet.Group.MEDIUM);
    details(sets(DataSet.Group.MEDIUM));
    if (!standings(DataSet.Group.TINY).empty()) {
      page.append("\n## Tables of less than 50 rows\n\nShown, but in no mean and no rank above.\n");
      details(sets(DataSet.Group.TINY));
    }
  }

  private void head() {
    page.append("# Accuracy\n\n");
    if (setup.quick()) {
      page.append("**A quick run, to try the harness: these are no results.**\n\n");
    }
    page.append("![Mean rank, log-loss and error of all sides](pictures/accuracy.svg)\n\n")
        .append("Every side with nothing set unless the table says otherwise, on the same folds.")
        .append(" Measured on ")
        .append(participants.date())
        .append(",\n")
        .append(participants.machine())
        .append(", by\n`mvn -Pbench -DskipTests verify -Dbench=accuracy`.")
        .append(" How, and what the measures mean: [bench/README.md](../bench/README.md).\n\n")
        .append("What was tried for the default plan, and what did not help: ")
        .append("[ablations.md](ablations.md).\n\n")
        .append("| side | what ran |\n|---|---|\n");
    for (Contender side : contenders) {
      page.append("| ")
          .append(side.name())
          .append(" | ")
          .append(participants.about(side))
          .append(" |\n");
    }
  }

  private void section(String title, DataSet.Group group) {
    Standings standings = standings(group);
    if (standings.empty()) {
      return;
    }
    page.append("\n## ").append(title).append("\n\n");
    page.append(tables(standings.sets().size(), group))
        .append(" (")
        .append(standings.sets(true).size())
        .append(" with categories to predict, ")
        .append(standings.sets(false).size())
        .append(" with numbers). Rank: mean place, 1 is best;\nby error or by log-loss, on tables")
        .append(" with numbers by RMSE. CPU: seconds of the first repeat of all these tables,\n")
        .append("without ZeroR's.\n\n")
        .append(standings.table());
    leftOut(group).forEach(line -> page.append('\n').append(line));
  }

  /** The first of ours against everybody else. */
  private void duels(DataSet.Group group) {
    Standings standings = standings(group);
    if (standings.empty() || standings.sides().size() < 2) {
      return;
    }
    String first = standings.sides().get(0);
    page.append("\n### ")
        .append(first)
        .append(" against each\n\nTables on which it is significantly better / not shown to")
        .append(" differ / worse.\n\n")
        .append("| against | error or RMSE | log-loss or RMSE | worse by error or RMSE |")
        .append(" worse by log-loss | CPU ratio |\n|---|---|---|---|---|---|\n");
    for (String other : standings.sides().subList(1, standings.sides().size())) {
      page.append("| ").append(other).append(" | ");
      page.append(new Duel(comparison, standings, first, other).cells()).append(" |\n");
    }
  }

  private void details(List<DataSet> some) {
    Standings all = new Standings(comparison, some, contenders);
    if (all.sides().isEmpty()) {
      return;
    }
    for (Measure measure :
        List.of(Measure.ERROR, Measure.LOG_LOSS, Measure.SCALED_RMSE, Measure.RMSE)) {
      detail(some, all.sides(), measure);
    }
    page.append("\n### CPU seconds of the first repeat, without ZeroR's\n\n");
    header(all.sides());
    for (DataSet set : some) {
      page.append("| ").append(set.name());
      for (String side : all.sides()) {
        page.append(" | ").append(Comparison.text(comparison.netCpu(set.name(), side), 2));
      }
      page.append(" |\n");
    }
    fewer(some, all.sides());
  }

  /** Tells who got fewer repeats than others, or was broken off. */
  private void fewer(List<DataSet> some, List<String> sides) {
    StringJoiner names = new StringJoiner("; ");
    for (DataSet set : some) {
      int most = sides.stream().mapToInt(s -> comparison.repeats(set.name(), s)).max().orElse(0);
      for (String side : sides) {
        int repeats = comparison.repeats(set.name(), side);
        if (repeats > 0 && repeats < most) {
          names.add(side + " on " + set.name() + ": " + repeats + " of " + most);
        }
      }
    }
    if (names.length() > 0) {
      page.append("\nFewer repeats: ").append(names).append(".\n");
    }
  }

  private void header(List<String> sides) {
    page.append("| table | ").append(String.join(" | ", sides)).append(" |\n|---|");
    page.append("---|".repeat(sides.size())).append('\n');
  }

  private void detail(List<DataSet> some, List<String> sides, Measure measure) {
    List<DataSet> rows =
        some.stream()
            .filter(
                set ->
                    sides.stream()
                        .anyMatch(s -> !Double.isNaN(comparison.mean(set.name(), s, measure))))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    page.append("\n### ")
        .append(measure.title())
        .append("\n\nBold: best. + or -: ")
        .append(sides.get(0))
        .append(" is significantly better or worse than this side.\n\n");
    header(sides);
    for (DataSet set : rows) {
      page.append("| ").append(set.name());
      double best =
          sides.stream()
              .mapToDouble(s -> comparison.mean(set.name(), s, measure))
              .filter(v -> !Double.isNaN(v))
              .min()
              .orElse(Double.NaN);
      for (String side : sides) {
        double value = comparison.mean(set.name(), side, measure);
        int verdict = comparison.verdict(set, measure, sides.get(0), side);
        String bold = value == best ? "**" : "";
        String mark = verdict > 0 ? " +" : verdict < 0 ? " -" : "";
        page.append(" | ").append(bold).append(measure.text(value)).append(bold).append(mark);
      }
      page.append(" |\n");
    }
  }
}
