package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as a user meets it: installed by Weka's own package manager, used, removed. */
class PackageZipIT {
  private static final Path ZIP = Path.of(System.getProperty("backpropnet.wekaPackage"));
  private static final String MANAGER = "weka.core.WekaPackageManager";

  @TempDir private Path temporary;

  @Test
  void thePackageInstallsTrainsSavesLoadsAndLeaves() throws Exception {
    WekaHome weka = new WekaHome(temporary.resolve("a home with blanks"));
    Path home = weka.packages().resolve("backpropNet");
    Path xor = ProjectFiles.testData("logic-xor.arff");
    Path model = temporary.resolve("x or.model");

    weka.run(MANAGER, "-offline", "-install-package", ZIP);
    assertTrue(Files.isRegularFile(home.resolve("backpropNet.jar")));
    assertTrue(
        weka.run(MANAGER, "-offline", "-list-packages", "installed").contains("backpropNet"));

    String trained =
        weka.run("weka.Run", ".BackpropNet", "-t", xor, "-S", "7", "-no-cv", "-d", model);
    assertTrue(allRight(trained), trained);

    String loaded = weka.run("weka.Run", ".BackpropNet", "-l", model, "-T", xor);
    assertTrue(allRight(loaded), loaded);

    String help = weka.run("weka.Run", ".BackpropNet", "-h");
    assertTrue(help.contains("-H <"), help);

    weka.run(MANAGER, "-offline", "-uninstall-package", "backpropNet");
    assertFalse(Files.exists(home.resolve("backpropNet.jar")));
    assertFalse(allRight(weka.tryToRun("weka.Run", ".BackpropNet", "-l", model, "-T", xor).text()));
  }

  @Test
  void onlyOurWekaClassesStandOutsideOfTheFolderLib() throws IOException {
    Set<String> names = new TreeSet<>();
    Set<String> foreign = new TreeSet<>();
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).forEach(names::add);
      Path jar = temporary.resolve("backpropNet.jar");
      try (InputStream in = zip.getInputStream(zip.getEntry("backpropNet.jar"))) {
        Files.copy(in, jar);
      }
      try (ZipFile classes = new ZipFile(jar.toFile())) {
        classes.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(".class"))
            .filter(name -> !name.startsWith("org/backpropnet/weka/"))
            .forEach(foreign::add);
      }
    }
    String version = description().getProperty("Version");
    assertEquals(
        Set.of(
            "CHANGELOG.md",
            "Description.props",
            "LICENSE",
            "PluginManager.props",
            "doc/weka.md",
            "backpropNet.jar",
            "lib/backprop-net-core-" + version + ".jar",
            "lib/jfreechart-1.5.6.jar"),
        names);
    assertEquals(
        Set.of(
            "weka/classifiers/functions/BackpropNet.class",
            "weka/classifiers/functions/BackpropNetBeanInfo.class"),
        foreign);
  }

  @Test
  void theDescriptionNamesThisVersionAndTheWekaThatItNeeds() throws IOException {
    Properties description = description();
    assertEquals("backpropNet", description.getProperty("PackageName"));
    assertEquals(
        "backpropNet-" + description.getProperty("Version") + ".zip", ZIP.getFileName().toString());
    assertEquals("weka (>=3.8.7)", description.getProperty("Depends"));
    for (String key :
        new String[] {"Title", "Category", "Author", "Maintainer", "License", "Description"}) {
      assertFalse(description.getProperty(key, "").isBlank(), key);
    }
    assertFalse(description.toString().contains("${"), description::toString);
  }

  private static Properties description() throws IOException {
    Properties description = new Properties();
    try (ZipFile zip = new ZipFile(ZIP.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("Description.props"))) {
      description.load(in);
    }
    return description;
  }

  private static boolean allRight(String printed) {
    return printed.lines().anyMatch(line -> line.matches("Correctly Classified.* 4 +100 +%"));
  }
}
