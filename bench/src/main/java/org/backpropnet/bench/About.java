package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The machine on which all was measured. */
final class About {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private final Measurements figures;

  About(Measurements figures) {
    this.figures = figures;
  }

  static Quantity quantity(String what) {
    return new Quantity("about", "machine", 0, what);
  }

  /** Writes it down. */
  void note(boolean quick) throws IOException {
    figures.add(quantity("date"), 0, LocalDate.now(ZoneOffset.UTC).toString());
    figures.add(quantity("processor"), 0, processor());
    figures.add(quantity("cores"), 0, String.valueOf(Runtime.getRuntime().availableProcessors()));
    String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
    figures.add(quantity("system"), 0, system);
    figures.add(quantity("memory GB"), 0, memory());
    figures.add(quantity("form"), 0, quick ? "quick" : "full");
  }

  /** The same in one line. */
  static String machine() throws IOException {
    return processor()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + memory()
        + " GB, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private static String processor() throws IOException {
    return value(CPU, "model name", System.getProperty("os.arch"));
  }

  private static String memory() throws IOException {
    String text = value(Path.of("/proc/meminfo"), "MemTotal", "");
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? "?" : String.valueOf(Math.round(Long.parseLong(digits) / 1048576.0));
  }

  private static String value(Path file, String name, String otherwise) throws IOException {
    if (Files.isReadable(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.startsWith(name)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return otherwise;
  }
}
