package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.backpropnet.testing.Prerequisite;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as a user meets it: installed by Weka's own package manager, used, removed. */
class PackageZipIT {
  private static final Path ZIP = Path.of(System.getProperty("backpropnet.wekaPackage"));
  private static final String MANAGER = "weka.core.WekaPackageManager";
  private static final String OURS = "weka.classifiers.functions.BackpropNet";

  /** Blanks, accents, Greek, Chinese. */
  private static final String STRANGE = "une maison à moi, σπίτι 家";

  @TempDir private Path temporary;

  @BeforeAll
  static void theLocaleMustKnowTheLetters() {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
    Prerequisite.require(
        names.newEncoder().canEncode(STRANGE), "file names in all letters (LC_ALL=C.UTF-8)");
  }

  @Test
  void thePackageInstallsTrainsSavesLoadsAndLeaves() throws Exception {
    WekaHome weka = new WekaHome(temporary.resolve(STRANGE));
    Path zip = Files.copy(ZIP, temporary.resolve(STRANGE).resolve("mon réseau.zip"));
    Path home = weka.packages().resolve("backpropNet");
    Path xor = ProjectFiles.testData("logic-xor.arff");
    Path model = temporary.resolve(STRANGE).resolve("x or 模型.model");

    weka.run(MANAGER, "-offline", "-install-package", zip);
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

  /** So that it does not matter to us whether Weka's home can be written to. */
  @Test
  void trainingAndPredictingWriteNothingIntoWekasHome() throws Exception {
    WekaHome weka = new WekaHome(temporary.resolve("home"), temporary.resolve("elsewhere"));
    Path xor = ProjectFiles.testData("logic-xor.arff");
    weka.run(MANAGER, "-offline", "-install-package", ZIP);
    weka.run("weka.Run", ".ZeroR", "-t", xor, "-no-cv");
    Map<String, Long> before = files(temporary.resolve("home"));
    weka.run("weka.Run", ".BackpropNet", "-t", xor, "-no-cv", "-resume", "-d", "net.model");
    weka.run("weka.Run", ".BackpropNet", "-l", "net.model", "-T", xor);
    assertEquals(before, files(temporary.resolve("home")));
  }

  @Test
  void aHomeThatCannotBeMadeIsOneClearLineAndNoCrash() throws Exception {
    Path file = Files.writeString(temporary.resolve("no folder"), "");
    WekaHome weka = new WekaHome(file.resolve("home"), temporary.resolve("elsewhere"));
    Path xor = ProjectFiles.testData("logic-xor.arff");
    WekaHome.Outcome install = weka.tryToRun(MANAGER, "-offline", "-install-package", ZIP);
    assertTrue(install.text().contains("Unable to create WEKA_HOME"), install.text());
    String other = weka.run("weka.Run", "weka.classifiers.rules.ZeroR", "-t", xor, "-no-cv");
    assertTrue(other.contains("ZeroR predicts class value"), other);
    WekaHome.Outcome ours = weka.tryToRun("weka.Run", OURS, "-t", xor, "-no-cv");
    assertFalse(allRight(ours.text()));
  }

  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        sizes.put(name, Files.getLastModifiedTime(file).toMillis());
      }
    }
    return sizes;
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
    names.removeAll(picturesOfThePage());
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

  /** Names in the zip of the pictures that its page shows; each must be there. */
  private static Set<String> picturesOfThePage() throws IOException {
    Set<String> pictures = new TreeSet<>();
    String page = Files.readString(ProjectFiles.root().resolve("docs").resolve("weka.md"));
    Matcher link = Pattern.compile("\\]\\((pictures/[^)]*)\\)").matcher(page);
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      while (link.find()) {
        String name = "doc/" + link.group(1);
        assertNotNull(zip.getEntry(name), name);
        pictures.add(name);
      }
    }
    assertTrue(pictures.size() >= 4, pictures.toString());
    return pictures;
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
