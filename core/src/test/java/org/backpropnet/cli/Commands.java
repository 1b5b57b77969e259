package org.backpropnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backpropnet.testing.ProjectFiles;
import org.backpropnet.testing.Ran;

/**
 * Commands that are run in tests.
 *
 * @param folder where their files lie; its name has a blank
 */
record Commands(Path folder) {
  static final String HOUSES = ProjectFiles.testData("houses.csv").toString();
  static final String PLANTS =
      "height,spot,kind\n1,a,tall\n2,b,\"NA\"\n3,a,tall\n4,b,\"x, y\"\n5,a,\"NA\"\n6,b,\"x, y\"\n";

  static Commands in(Path temporary) throws IOException {
    return new Commands(Files.createDirectory(temporary.resolve("my models")));
  }

  static Ran run(String... words) {
    return Ran.of(new CommandLine("backpropnet", CommandLine.csvReaders())::run, words);
  }

  static Ran done(String... words) {
    Ran ran = run(words);
    assertEquals(CommandLine.DONE, ran.code(), ran.err());
    return ran;
  }

  static void says(int code, String part, String... words) {
    Ran ran = run(words);
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.err().contains(part), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertEquals("", ran.out());
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
