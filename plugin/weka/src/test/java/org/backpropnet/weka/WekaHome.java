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
  private final Path work;

  /** A home below a folder that may be created, and a folder to work in. */
  WekaHome(Path folder, Path work) throws IOException {
    this.folder = folder;
    this.work = Files.createDirectories(work);
  }

  /** A home in which one works, too. */
  WekaHome(Path folder) throws IOException {
    this(folder, folder);
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
    return start(new ProcessBuilder(command(wekaAlone(), true, program, arguments)));
  }

  /** Runs a program that opens windows. */
  Outcome runOn(Screen screen, Path classes, Object... programAndArguments)
      throws IOException, InterruptedException {
    String path = wekaAlone() + File.pathSeparator + classes;
    String program = programAndArguments[0].toString();
    Object[] arguments =
        List.of(programAndArguments).subList(1, programAndArguments.length).toArray();
    ProcessBuilder builder = new ProcessBuilder(command(path, false, program, arguments));
    builder.environment().put("DISPLAY", screen.name());
    return start(builder);
  }

  private static List<String> command(
      String path, boolean headless, String program, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=" + headless);
    command.add("-Dweka.packageManager.offline=true");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-cp", path, program));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  private Outcome start(ProcessBuilder builder) throws IOException, InterruptedException {
    Path printed = Files.createTempFile(work, "printed", ".txt");
    builder.directory(work.toFile());
    builder.environment().put("WEKA_HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.redirectInput(Files.createTempFile(work, "no", ".input").toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(builder.command() + " did not end:\n" + Files.readString(printed));
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
