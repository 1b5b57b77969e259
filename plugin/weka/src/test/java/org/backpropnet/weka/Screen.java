package org.backpropnet.weka;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.backpropnet.testing.Prerequisite;

/** A screen that exists in memory only, by the X server Xvfb. */
final class Screen implements AutoCloseable {
  private static final String SIZE = "1400x1000x24";

  private final Process server;
  private final String name;

  private Screen(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Opens a screen of its own, or skips the test where there cannot be one. */
  static Screen open(Path folder) throws IOException {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean xvfb =
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "Xvfb")));
    Prerequisite.require(xvfb, "the screen in memory Xvfb (Debian's package xvfb)");
    Path windows = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
    Prerequisite.require(
        Files.exists(windows), "a JDK that can open windows (Debian's openjdk-17-jre)");
    List<String> command =
        List.of("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp");
    Process server =
        new ProcessBuilder(command).redirectError(folder.resolve("Xvfb.txt").toFile()).start();
    // The server writes its number once it is ready.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    return new Screen(server, ":" + reader.readLine());
  }

  /** What programs call it in their variable DISPLAY. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
