package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;

/** No default changes unnoticed. */
class DefaultsTest {
  @Test
  void theDefaultsAreThoseInTheFile() throws IOException {
    String now = DefaultsText.text();
    Path copy = ProjectFiles.root().resolve("core/target/defaults.txt");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, now);
    assertEquals(
        Files.readString(ProjectFiles.testData("defaults.txt")),
        now,
        "A default changed. If that is meant, copy " + copy + " to test-data.");
  }
}
