package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run shall do, read from arguments name=value: scripts, work, page, rounds, quick, tasks,
 * steps, jdk25. An empty value is the default.
 *
 * @param given names and values
 */
record Setup(Map<String, String> given) {
  private static final String PYTHON = "/usr/bin/python3";

  /** Reads arguments. */
  static Setup of(String[] args) {
    Map<String, String> given = new java.util.TreeMap<>();
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      if (parts.length == 2 && !parts[1].isBlank()) {
        given.put(parts[0], parts[1]);
      }
    }
    return new Setup(given);
  }

  /** Whether only the harness is tried. */
  boolean quick() {
    return Boolean.parseBoolean(given.getOrDefault("quick", "false"));
  }

  int rounds() {
    return Integer.parseInt(given.getOrDefault("rounds", quick() ? "2" : "5"));
  }

  /** Where tables and figures lie; figures of a quick run stay apart. */
  Path work() throws IOException {
    String form = quick() ? "quick" : "full";
    return Files.createDirectories(Path.of(given.getOrDefault("work", "target"), form));
  }

  /** The page to write; that of a quick run is no documentation. */
  Path page() throws IOException {
    return quick() ? work().resolve("performance.md") : Path.of(given.get("page"));
  }

  /** The picture of the page. */
  Path picture() throws IOException {
    Path folder = page().toAbsolutePath().resolveSibling("pictures");
    return Files.createDirectories(folder).resolve("performance.svg");
  }

  /** What is said about the targets that were missed: written by hand, put into the page. */
  Path notes() throws IOException {
    return page().toAbsolutePath().resolveSibling("performance-notes.md");
  }

  Measurements measurements() throws IOException {
    return new Measurements(work().resolve("measurements.csv"));
  }

  List<Task> tasks() {
    List<String> names = List.of(given.getOrDefault("tasks", "T1 T2 T3 T4 T5").split("[ ,]+", -1));
    return Task.all(quick()).stream().filter(t -> names.contains(t.name())).toList();
  }

  /** Whether a part of the run is wanted: training, cold, costs or kernels. */
  boolean wants(String step) {
    return !given.containsKey("steps") || given.get("steps").contains(step);
  }

  /** Ours on every JVM that is there. */
  List<Side> ours() {
    List<Side> sides = new ArrayList<>();
    addOurs(sides, System.getProperty("java.home"));
    if (given.containsKey("jdk25")) {
      addOurs(sides, given.get("jdk25"));
    } else {
      System.out.println("SKIPPED: ours on JDK 25. -Dbackpropnet.jdk25=HOME_OF_A_JDK_25 adds it.");
    }
    return sides;
  }

  private static void addOurs(List<Side> sides, String home) {
    String java = Path.of(home, "bin", "java").toString();
    String version = "JDK " + version(home);
    sides.add(new Side("ours " + version, child(java, null, "ours"), Side.Role.OURS));
    String name = "ours " + version + " Vector";
    sides.add(new Side(name, child(java, Side.VECTOR, "ours"), Side.Role.OURS));
  }

  private static String version(String home) {
    try {
      for (String line : Files.readAllLines(Path.of(home, "release"))) {
        if (line.startsWith("JAVA_VERSION=")) {
          return line.replaceAll("[^0-9.]", "").split("\\.", -1)[0];
        }
      }
    } catch (IOException e) {
      System.out.println("No file \"release\" in " + home);
    }
    return "?";
  }

  private static List<String> child(String java, String flag, String who) {
    List<String> command = new ArrayList<>(List.of(java, "-Dweka.packageManager.offline=true"));
    command.add("-Djava.awt.headless=true");
    if (flag != null) {
      command.add(flag);
    }
    String path = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", path, Child.class.getName(), who));
    return command;
  }

  /** All sides that this machine has. */
  List<Side> sides() throws IOException, InterruptedException {
    List<Side> sides = ours();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    sides.add(new Side("Weka", child(java, null, "weka"), Side.Role.WEKA));
    addPython(sides, "scikit-learn", "sklearn");
    addPython(sides, "PyTorch", "torch");
    sides.add(new Side("ONNX Runtime", child(java, null, "onnx"), Side.Role.ANSWERS));
    return sides;
  }

  private void addPython(List<Side> sides, String name, String module)
      throws IOException, InterruptedException {
    String script = Path.of(given.get("scripts"), "side.py").toString();
    if (runs(PYTHON, "-c", "import numpy, " + module)) {
      sides.add(new Side(name, List.of(PYTHON, script, module), Side.Role.PEER));
    } else {
      System.out.println(
          "SKIPPED: " + name + ". Debian's package python3-" + module + " brings it.");
    }
  }

  /** Whether a command is there and ends well. */
  static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
