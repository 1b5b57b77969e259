package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The field for a model file. */
class FilePlaceTest {
  @TempDir private Path folder;

  @Test
  void pathsAndAddressesOfFilesAreTaken() {
    Path file = folder.resolve("a model.bpnet");
    assertEquals(file, FilePlace.of(" " + file + " "));
    assertEquals(file, FilePlace.of(file.toUri().toString()));
    assertEquals(file, FilePlace.of(file.toUri().toString().replace("%20", " ")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "model.bpnet",
        "knime://knime.workflow/m",
        "https://example.org/m",
        "file:m",
        "a\0b"
      })
  void allElseIsRefusedWithTheWayOut(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> FilePlace.of(text)).getMessage();
    assertTrue(message.contains("Write the whole path"), message);
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyIfThatIsAllowed() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "");
    assertThrows(IllegalArgumentException.class, () -> FilePlace.requireWritable(file, false));
    FilePlace.requireWritable(file, true);
    FilePlace.requireWritable(folder.resolve("new"), false);
    assertThrows(IllegalArgumentException.class, () -> FilePlace.requireWritable(folder, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> FilePlace.requireWritable(folder.resolve("no").resolve("m"), true));
  }
}
