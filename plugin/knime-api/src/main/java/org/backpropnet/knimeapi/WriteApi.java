package org.backpropnet.knimeapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an empty class for each type of knime-api.txt. */
public final class WriteApi {
  private WriteApi() {}

  /**
   * Writes the classes.
   *
   * @param args the file, and the folder that the classes go to
   * @throws IOException if the disk fails
   */
  public static void main(String[] args) throws IOException {
    Signatures signatures = Signatures.of(Files.readAllLines(Path.of(args[0])));
    for (Signatures.Type type : signatures.types().values()) {
      Path file = Path.of(args[1]).resolve(type.name() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, new EmptyClass(signatures, type).bytes());
    }
  }
}
