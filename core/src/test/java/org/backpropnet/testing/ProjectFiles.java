package org.backpropnet.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project lie, from whichever module and folder a test is started. */
public final class ProjectFiles {
  private static final Path ROOT = findRoot(Path.of("").toAbsolutePath());

  private ProjectFiles() {}

  /**
   * The top-level folder of the project.
   *
   * @return an absolute path; it holds core, plugin and test-data
   */
  public static Path root() {
    return ROOT;
  }

  /**
   * A file of the folder test-data.
   *
   * @param name with folders, for instance "golden/activations.csv"
   * @return its absolute path
   * @throws IllegalArgumentException if there is no such file
   */
  public static Path testData(String name) {
    Path file = ROOT.resolve("test-data").resolve(name);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " does not exist; it belongs to the project.");
    }
    return file;
  }

  private static Path findRoot(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("META-INF").resolve("MANIFEST.MF"))
          && Files.isDirectory(folder.resolve("core"))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        start + " lies outside of the project; start the tests from one of its folders.");
  }
}
