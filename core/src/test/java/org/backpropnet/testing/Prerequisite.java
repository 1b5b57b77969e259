package org.backpropnet.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs and a machine may lack. Where it is absent the test is skipped and says so;
 * with {@code -Dstrict=true}, as on the build server, it fails.
 */
public final class Prerequisite {
  private Prerequisite() {}

  /**
   * A file of the data sets made by others, which are not part of the project. They are looked for
   * in the folder {@code -Dbackpropnet.data}, by default {@code ../shared/data} beside the project;
   * a relative folder counts from the top of the project.
   *
   * @param name of the file, for instance "iris.arff"
   * @return its absolute path
   */
  public static Path sharedData(String name) {
    String folder = System.getProperty("backpropnet.data", "../shared/data");
    Path file = ProjectFiles.root().resolve(folder).resolve(name).normalize();
    require(Files.isRegularFile(file), "the data set " + file + " (folder: -Dbackpropnet.data)");
    return file;
  }

  /**
   * Skips the running test, or fails it in strict mode, unless something is there.
   *
   * @param present whether it is there
   * @param what names it and says how to provide it
   */
  public static void require(boolean present, String what) {
    if (present) {
      return;
    }
    String message = "This test needs " + what + ", which is absent.";
    if (Boolean.getBoolean("strict")) {
      throw new AssertionError(message + " In strict mode nothing may be skipped.");
    }
    System.out.println("SKIPPED: " + message);
    Assumptions.abort(message);
  }
}
