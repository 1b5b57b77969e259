package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Weka installation of its own in a folder. It is used as a person does: each command is a
 * process, which sees Weka and its libraries, but none of our classes unless a package brings them.
 */
final class WekaHome {
  private static final int PATIENCE_SECONDS = 240;

  private final Path folder;

  WekaHome(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path packages() {
    return folder.resolve("packages");
  }

  /** Runs one of Weka's programs to its good end; what it printed is the answer. */
  String run(String program, Object... arguments) throws IOException, InterruptedException {
    Outcome outcome = tryToRun(program, arguments);
    assertEquals(0, outcome.exitCode, () -> program + " failed:\n" + outcome.text);
    return outcome.text;
  }

  /** Runs one of Weka's programs, whatever comes of it. */
  Outcome tryToRun(String program, Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-Dweka.packageManager.offline=true");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-cp", wekaAlone(), program));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("WEKA_HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.redirectInput(Files.createTempFile(folder, "no", ".input").toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " did not end:\n" + Files.readString(printed));
      }
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
  }

  /** The jars on the tests' class path without our own. */
  private static String wekaAlone() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("backprop-net"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** How a program ended and what it printed. */
  record Outcome(int exitCode, String text) {}
}
