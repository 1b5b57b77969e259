package org.backpropnet.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a class of the tests in a JVM of its own: the same Java, other options. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs a program to its end.
   *
   * @param options of the JVM
   * @param program has a main method; it and the core are on the class path
   * @param arguments of the program
   * @return the lines that it printed
   * @throws IOException if the JVM cannot be started
   * @throws InterruptedException if somebody wants to stop waiting
   * @throws AssertionError if the program fails
   */
  public static List<String> run(List<String> options, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(program, org.backpropnet.BackpropNet.class));
    command.add(program.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " failed:\n" + printed);
    }
    return printed.lines().toList();
  }

  private static String classPath(Class<?>... types) {
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> type : types) {
      try {
        places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new AssertionError(e);
      }
    }
    return places.stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
