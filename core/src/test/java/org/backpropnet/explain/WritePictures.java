package org.backpropnet.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes pages of networks of every kind, to look at. */
public final class WritePictures {
  private WritePictures() {}

  /**
   * Writes the pages.
   *
   * @param folder where to
   * @throws IOException if the disk does not take them
   */
  public static void main(String[] folder) throws IOException {
    Path out = Files.createDirectories(Path.of(folder[0]));
    for (Map.Entry<String, Pictured> pictured : Pictured.all().entrySet()) {
      String html = pictured.getValue().picture().html();
      Files.writeString(out.resolve(pictured.getKey().replace(' ', '-') + ".html"), html);
    }
  }
}
