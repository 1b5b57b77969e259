package org.backpropnet.testdata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed tables are those that the generators make. */
class WriteTestDataTest {
  private static final Map<String, String> MADE = WriteTestData.files();

  static Set<String> names() {
    return MADE.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theCommittedFileIsMadeAgainByteForByte(String name) throws IOException {
    byte[] committed = Files.readAllBytes(WriteTestData.folder().resolve(name));
    byte[] made = MADE.get(name).getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(committed, made);
  }

  @Test
  void mainWritesEveryFileIntoTheFolderItIsGiven(@TempDir Path folder) throws IOException {
    WriteTestData.main(new String[] {folder.toString()});
    for (String name : names()) {
      assertEquals(MADE.get(name), Files.readString(folder.resolve(name)));
    }
    try (Stream<Path> written = Files.list(folder)) {
      assertEquals(names().size(), written.count());
    }
  }

  @Test
  void arffAndCsvOfTheHousesHoldTheSameRows() {
    String arff = MADE.get("houses.arff");
    String data = arff.substring(arff.indexOf("@data\n") + "@data\n".length());
    String csv = MADE.get("houses.csv");
    String rows = csv.substring(csv.indexOf('\n') + 1);
    assertEquals(rows, data.replace("?", ""));
  }

  @Test
  void theHousesAreLabelledAsGenerated() {
    String arff = MADE.get("houses.arff");
    assertTrue(arff.startsWith("% Generated data"));
    assertTrue(arff.contains("\n@relation houses-generated-data\n"));
  }

  @Test
  void sourcesNamesEverythingInTheFolder() throws IOException {
    String sources = Files.readString(WriteTestData.folder().resolve("SOURCES.md"));
    List<String> names;
    try (Stream<Path> entries = Files.list(WriteTestData.folder())) {
      names = entries.map(entry -> entry.getFileName().toString()).toList();
    }
    for (String name : names) {
      boolean named = sources.contains("`" + name + "`") || sources.contains("`" + name + "/`");
      assertTrue(named || name.equals("SOURCES.md"), () -> name + " is not in SOURCES.md. Add it.");
    }
  }
}
