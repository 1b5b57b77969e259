package org.backpropnet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class PrerequisiteTest {
  private final String strict = System.getProperty("strict");
  private final String data = System.getProperty("backpropnet.data");

  @TempDir private Path folder;

  @BeforeEach
  void useAnEmptyFolder() {
    System.setProperty("backpropnet.data", folder.toString());
  }

  @AfterEach
  void putTheSettingsBack() {
    restore("strict", strict);
    restore("backpropnet.data", data);
  }

  @Test
  void whatIsThereIsFound() throws IOException {
    Path file = Files.createFile(folder.resolve("iris.arff"));
    assertEquals(file, Prerequisite.sharedData("iris.arff"));
  }

  @Test
  void whatIsAbsentSkipsTheTestVisibly() {
    System.clearProperty("strict");
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThrows(TestAbortedException.class, () -> Prerequisite.sharedData("iris.arff"));
    } finally {
      System.setOut(console);
    }
    assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("SKIPPED: This test needs"));
  }

  @Test
  void whatIsAbsentFailsTheTestInStrictMode() {
    System.setProperty("strict", "true");
    assertThrows(AssertionError.class, () -> Prerequisite.sharedData("iris.arff"));
  }

  private static void restore(String name, String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
