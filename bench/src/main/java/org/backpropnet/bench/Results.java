package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores of all parts, in a CSV file to which each is added at once. */
final class Results {
  private static final String HEAD =
      "set,side,repeat,fold,stamp,cpu,rows,error,logloss,brier,rmse,scaled,mae,bins";

  private final Path file;
  private final Map<Part, Result> results = new LinkedHashMap<>();

  /**
   * What was predicted.
   *
   * @param set name of the table
   * @param side who
   * @param repeat from 1
   * @param fold from 1
   */
  record Part(String set, String side, int repeat, int fold) {}

  /**
   * What came of it.
   *
   * @param part what was predicted
   * @param stamp of the rows and the program: figures with another are of an older state
   * @param cpu seconds of processor time
   * @param score how good it was
   */
  record Result(Part part, String stamp, double cpu, Score score) {}

  /**
   * Opens a file, which may hold the results of a run that broke off.
   *
   * @param file the CSV
   * @throws IOException if the disk fails
   */
  Results(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      Files.writeString(file, HEAD + "\n");
    }
    for (String line : Files.readAllLines(file)) {
      String[] cell = line.split(",", -1);
      if (cell.length == 14 && !line.equals(HEAD)) {
        Part part =
            new Part(cell[0], cell[1], Integer.parseInt(cell[2]), Integer.parseInt(cell[3]));
        remember(new Result(part, cell[4], Double.parseDouble(cell[5]), Score.read(cell, 6)));
      }
    }
  }

  /** The newest stands last. */
  private void remember(Result result) {
    results.remove(result.part);
    results.put(result.part, result);
  }

  void add(Result result) throws IOException {
    Part p = result.part;
    remember(result);
    String text =
        String.join(
            ",",
            p.set,
            p.side,
            Integer.toString(p.repeat),
            Integer.toString(p.fold),
            result.stamp,
            Double.toString(result.cpu),
            result.score.text());
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Whether a part is done by the program and on the rows of today. */
  boolean has(Part part, String stamp) {
    Result result = results.get(part);
    return result != null && result.stamp.equals(stamp);
  }

  /** All parts of a side on a table; those of an older state of either are left out. */
  List<Result> of(String set, String side) {
    List<Result> found = new ArrayList<>();
    for (Result result : results.values()) {
      if (result.part.set.equals(set) && result.part.side.equals(side)) {
        found.add(result);
      }
    }
    String newest = found.isEmpty() ? "" : found.get(found.size() - 1).stamp;
    found.removeIf(result -> !result.stamp.equals(newest));
    return found;
  }
}
