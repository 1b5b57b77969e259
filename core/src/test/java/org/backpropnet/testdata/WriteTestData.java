package org.backpropnet.testdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the generated tables anew; the result is the same, byte for byte, on every JDK. */
public final class WriteTestData {
  private WriteTestData() {}

  /**
   * Overwrites the generated files.
   *
   * @param arguments the folder to write to; without it, {@link #folder()}
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : folder();
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.US_ASCII);
    }
  }

  /**
   * All generated files.
   *
   * @return name of the file to its text
   */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(HouseFiles.files());
    files.putAll(LogicGates.files());
    files.put("two-spirals.arff", TwoSpirals.arff());
    files.put("noisy-sine.arff", NoisySine.arff());
    return files;
  }

  /**
   * The project's test-data folder, looked for in the working directory and above it.
   *
   * @return an existing folder
   * @throws IllegalStateException if there is none
   */
  static Path folder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path place = start; place != null; place = place.getParent()) {
      if (Files.isRegularFile(place.resolve("test-data/SOURCES.md"))) {
        return place.resolve("test-data");
      }
    }
    throw new IllegalStateException(
        "There is no test-data/SOURCES.md in \"" + start + "\" or above it. Start in the project.");
  }
}
