package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that was measured, in a CSV file to which each figure is added at once. */
final class Measurements {
  private static final String HEAD = "task,side,threads,what,round,value";

  private final Path file;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Quantity> known = new HashSet<>();

  /**
   * One figure.
   *
   * @param quantity what it is about
   * @param round from 1
   * @param value a number, or a text without commas
   */
  record Line(Quantity quantity, int round, String value) {
    double number() {
      return Double.parseDouble(value);
    }
  }

  /**
   * Opens a file, which may hold the figures of a run that broke off.
   *
   * @param file the CSV
   * @throws IOException if the disk fails
   */
  Measurements(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      Files.writeString(file, HEAD + "\n");
    }
    for (String line : Files.readAllLines(file)) {
      String[] cell = line.split(",", -1);
      if (cell.length == 6 && !line.equals(HEAD)) {
        Quantity key = new Quantity(cell[0], cell[1], Integer.parseInt(cell[2]), cell[3]);
        remember(new Line(key, Integer.parseInt(cell[4]), cell[5]));
      }
    }
  }

  private void remember(Line line) {
    lines.add(line);
    known.add(line.quantity);
  }

  /** Adds a figure. */
  void add(Quantity key, int round, String value) throws IOException {
    Line line = new Line(key, round, value.replace(',', ';'));
    remember(line);
    String text =
        String.join(
            ",",
            key.task(),
            key.side(),
            Integer.toString(key.threads()),
            key.what(),
            Integer.toString(round),
            line.value);
    System.out.println(text);
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Whether there is any such figure. */
  boolean has(Quantity key) {
    return known.contains(key);
  }

  /** Whether that round has such a figure. */
  boolean has(Quantity key, int round) {
    return of(key).anyMatch(l -> l.round == round);
  }

  /** Figures of one key, in the order of measuring. */
  Stream<Line> of(Quantity key) {
    return lines.stream().filter(l -> l.quantity.equals(key));
  }

  /** All figures of a topic. */
  List<Line> of(String task) {
    return lines.stream().filter(l -> l.quantity.task().equals(task)).toList();
  }

  /** Numbers of one key. */
  Figures figures(Quantity key) {
    return new Figures(of(key).mapToDouble(Line::number).sorted().toArray());
  }

  /** The last text of one key; "-" if there is none. */
  String text(Quantity key) {
    return of(key).reduce((a, b) -> b).map(Line::value).orElse("-");
  }
}
