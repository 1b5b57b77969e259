package org.backpropnet.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.backpropnet.testing.ProjectFiles;

/** Writes the pages of docs anew, after a change that is meant to alter models or pages. */
public final class WriteHousesPages {
  private static final int WIDTH = 760;

  private WriteHousesPages() {}

  /**
   * Writes all of them, and the pictures of them that other pages show.
   *
   * @param arguments none
   * @throws IOException if the disk does not take them
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (HousesPages page : HousesPages.values()) {
      page.write();
    }
    Path profile = Files.createTempDirectory("pictures");
    try (Browser browser = Browser.open(profile)) {
      browser.show(HousesPages.HOUSES.path(), WIDTH, false);
      for (Map.Entry<String, String[]> picture : pictures().entrySet()) {
        String[] ends = picture.getValue();
        Path file = ProjectFiles.root().resolve("docs/pictures/" + picture.getKey() + ".png");
        Files.write(file, browser.picture(WIDTH, ends[0], ends[1]));
      }
    }
  }

  /** Name of each picture, where on the page it begins and ends. */
  private static Map<String, String[]> pictures() {
    Map<String, String[]> pictures = new TreeMap<>();
    pictures.put("complete-picture", new String[] {"h1", "#s0"});
    pictures.put("complete-picture-machine", new String[] {"#s2", "#s2"});
    pictures.put("complete-picture-hill", new String[] {"#s11", "#s11 figure"});
    pictures.put("complete-picture-why", new String[] {"#s16", "#s16"});
    return pictures;
  }
}
