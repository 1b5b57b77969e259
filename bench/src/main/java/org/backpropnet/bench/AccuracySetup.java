package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a run shall do, read from arguments name=value; an empty value is the default.
 *
 * @param given names and values
 */
record AccuracySetup(Map<String, String> given) {
  private static final String QUICK_SETS = "iris glass cpu";
  private static final List<String> CHOICES = List.of("sets", "sides", "repeats", "plans", "name");

  static AccuracySetup of(String[] args) {
    return new AccuracySetup(Setup.of(args).given());
  }

  private boolean yes(String name, boolean otherwise) {
    return Boolean.parseBoolean(given.getOrDefault(name, String.valueOf(otherwise)));
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
  }

  boolean quick() {
    return yes("quick", false);
  }

  /** Whether one process serves all tables, which saves its start and its warming up. */
  boolean warm() {
    return yes("warm", false);
  }

  /** Repeats of a table; a slow side may get fewer. */
  int repeats(DataSet set) {
    return number("repeats", quick() ? 1 : set.group() == DataSet.Group.MEDIUM ? 5 : 10);
  }

  /** Longest time of one fit. */
  int limitSeconds() {
    return number("limit", 900);
  }

  Path scripts() {
    return Path.of(given.getOrDefault("scripts", "bench/src/main/python"));
  }

  /** Where files and results lie; those of a quick run stay apart. */
  Path work() throws IOException {
    String form = given.getOrDefault("name", quick() ? "quick" : "full");
    Path folder = Path.of(given.getOrDefault("work", "bench/target/accuracy"), form);
    return Files.createDirectories(folder);
  }

  Results results() throws IOException {
    return new Results(work().resolve("results.csv"));
  }

  /**
   * Whether the documentation is written; a page in the folder of the results always is. A part of
   * a run is no documentation unless somebody says so.
   */
  boolean docs() {
    boolean all = CHOICES.stream().noneMatch(given::containsKey);
    return yes("docs", all) && !quick();
  }

  /** The page that is documentation. */
  Path page() {
    return Path.of(given.getOrDefault("page", "docs/accuracy.md"));
  }

  List<Plan> plans() throws IOException {
    return given.containsKey("plans")
        ? Plan.read(Path.of(given.get("plans")))
        : List.of(Plan.DEFAULT);
  }

  List<DataSet> sets() {
    List<DataSet> all = DataSets.all(Path.of(given.getOrDefault("data", "../shared/data")));
    String sets = given.getOrDefault("sets", quick() ? QUICK_SETS : "");
    if (sets.isEmpty()) {
      return all;
    }
    List<String> names = words(sets);
    for (String name : names) {
      if (all.stream().noneMatch(s -> named(s, name))) {
        System.out.println("SKIPPED: " + name + ", because there is no such table.");
      }
    }
    return all.stream().filter(s -> names.stream().anyMatch(n -> named(s, n))).toList();
  }

  /** By its own name, or by that of its group. */
  private static boolean named(DataSet set, String name) {
    return set.name().equals(name) || set.group().name().equalsIgnoreCase(name);
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("[ ,]+", -1));
  }

  boolean wants(Contender contender) {
    return wants(contender.group());
  }

  boolean wants(String group) {
    return !given.containsKey("sides") || words(given.get("sides")).contains(group);
  }
}
