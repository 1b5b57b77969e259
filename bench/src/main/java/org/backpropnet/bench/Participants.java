package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ran and where, in a file beside the results: the page may be written elsewhere. */
final class Participants {
  private static final String MACHINE = "machine";
  private static final String DATE = "date";

  private final Path file;
  private final Map<String, String> lines = new LinkedHashMap<>();

  Participants(Path folder) throws IOException {
    file = folder.resolve("participants.txt");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t", 2);
        lines.put(parts[0], parts[1]);
      }
    }
  }

  /** Writes down who takes part now; others of earlier runs stay. */
  void note(List<Contender> sides) throws IOException {
    lines.put(DATE, LocalDate.now(ZoneOffset.UTC).toString());
    lines.put(MACHINE, About.machine());
    sides.forEach(side -> lines.put(side.name(), side.about()));
    List<String> text = new ArrayList<>();
    lines.forEach((name, about) -> text.add(name + "\t" + about));
    Files.write(file, text);
  }

  String date() {
    return lines.getOrDefault(DATE, "?");
  }

  String machine() {
    return lines.getOrDefault(MACHINE, "?");
  }

  String about(Contender side) {
    return lines.getOrDefault(side.name(), side.about());
  }
}
