package org.backpropnet.bits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backpropnet.testing.ProjectFiles;

/** Writes the sums that {@link SameBitsTest} compares with. */
public final class WriteSameBits {
  private static final String HEAD =
      """
      # SHA-256 of what each training of org.backpropnet.bits.Course leaves behind: the bits of its weights, of its
      # answers, and its model file. The same on every JDK, processor, operating system and number of threads.
      # To be renewed only when a change is meant to alter results: arithmetic, defaults, or the model file's format.
      # A change of words or of the format alters the column "file" alone. If a sum differs and nobody wanted that,
      # then the code is wrong, not this file. Say in the commit why the sums changed.
      # program: org.backpropnet.bits.WriteSameBits, run after mvn -pl core test-compile by
      # java -cp core/target/classes:core/target/test-classes org.backpropnet.bits.WriteSameBits
      course,weights,answers,file
      """;

  private WriteSameBits() {}

  /**
   * Overwrites test-data/golden/same-bits.csv.
   *
   * @param arguments none
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (Course course : Course.values()) {
      text.append(Fingerprint.line(course, course.plan())).append('\n');
    }
    Path file = ProjectFiles.root().resolve("test-data/golden/same-bits.csv");
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }
}
