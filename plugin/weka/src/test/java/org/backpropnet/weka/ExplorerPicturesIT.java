package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Explorer on a screen, with the package installed: chosen, set, trained, looked at. The
 * pictures stay in the build's folder for people to look at.
 */
class ExplorerPicturesIT {
  private static final Path ZIP = Path.of(System.getProperty("backpropnet.wekaPackage"));

  @TempDir private Path temporary;

  /** The walk alone, so that nothing of ours but the package is on its class path. */
  private Path tour() throws Exception {
    Path from = Path.of(ExplorerTour.class.getResource("ExplorerTour.class").toURI()).getParent();
    Path to = Files.createDirectories(temporary.resolve("tour/org/backpropnet/weka"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().contains("ExplorerTour")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return temporary.resolve("tour");
  }

  @Test
  void theExplorerShowsOurClassifierWithEveryRowAndWindow() throws Exception {
    String version = System.getProperty("backpropnet.wekaVersion");
    Path pictures = ZIP.resolveSibling("pictures-weka-" + version);
    try (Screen screen = Screen.open(temporary)) {
      WekaHome weka = new WekaHome(temporary.resolve("home"));
      weka.run("weka.core.WekaPackageManager", "-offline", "-install-package", ZIP);
      Path table = ProjectFiles.testData("two-spirals.arff");
      WekaHome.Outcome walk =
          weka.runOn(screen, tour(), ExplorerTour.class.getName(), pictures, table);
      assertEquals(0, walk.exitCode(), walk.text());
      assertTrue(!walk.text().contains("\tat "), walk.text());
    }
    for (String name :
        List.of(
            "choose",
            "sheet",
            "hidden-layers",
            "advanced",
            "files-and-output",
            "live-window",
            "live-window-folds",
            "result",
            "result-menu",
            "graph")) {
      requireContent(pictures.resolve("weka-" + name + ".png"));
    }
  }

  /** An empty window has one or two colours. */
  private static void requireContent(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 2) {
      for (int y = 0; y < image.getHeight(); y += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertTrue(colours.size() > 10, picture + " has only " + colours.size() + " colours");
  }
}
