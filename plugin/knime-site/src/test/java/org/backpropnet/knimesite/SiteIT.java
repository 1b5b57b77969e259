package org.backpropnet.knimesite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The zip of the update site, read as XML and by p2 itself. */
class SiteIT {
  private static final Path ZIP = Path.of(System.getProperty("backpropnet.site"));
  private static final Path P2_JARS = Path.of(System.getProperty("backpropnet.p2"));
  private static final String VERSION = System.getProperty("backpropnet.version");
  private static final String BUNDLE = "org.backpropnet.knime";
  private static final String GROUP = "org.backpropnet.knime.feature.feature.group";
  private static final List<String> KNIME = List.of("org.knime.core", "org.knime.core.ui");

  @TempDir private Path temporary;

  private static List<Element> elements(String file, String name) throws Exception {
    try (ZipFile zip = new ZipFile(ZIP.toFile());
        InputStream xml = zip.getInputStream(zip.getEntry(file))) {
      return inside(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement(),
          name);
    }
  }

  private static List<Element> inside(Element above, String name) {
    NodeList found = above.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int e = 0; e < found.getLength(); e++) {
      elements.add((Element) found.item(e));
    }
    return elements;
  }

  private static Element unit(String id) throws Exception {
    return elements("content.xml", "unit").stream()
        .filter(unit -> unit.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no unit " + id));
  }

  private static String range(Element unit, String wanted) {
    return inside(unit, "required").stream()
        .filter(required -> required.getAttribute("name").equals(wanted))
        .map(required -> required.getAttribute("range"))
        .findFirst()
        .orElse("not required");
  }

  @Test
  void itListsTheBundleAndTheFeatureInTheirVersion() throws Exception {
    for (String id : List.of(BUNDLE, GROUP, "org.backpropnet.knime.feature.feature.jar")) {
      assertEquals(VERSION, unit(id).getAttribute("version"), id);
    }
  }

  @Test
  void bundleAndFeatureAskForThePlatformFrom58() throws Exception {
    for (String needed : KNIME) {
      assertEquals("[5.8.0,6.0.0)", range(unit(BUNDLE), needed));
      assertEquals("[5.8.0,6.0.0)", range(unit(GROUP), needed));
    }
    assertEquals("[" + VERSION + "," + VERSION + "]", range(unit(GROUP), BUNDLE));
  }

  @Test
  void theFeatureStandsInACategoryThatPeopleSee() throws Exception {
    Element category =
        elements("content.xml", "unit").stream()
            .filter(unit -> unit.getAttribute("id").equals(BUNDLE + ".nodes"))
            .findFirst()
            .orElseThrow();
    assertEquals("[" + VERSION + "," + VERSION + "]", range(category, GROUP));
    List<String> properties =
        inside(category, "property").stream()
            .map(p -> p.getAttribute("name") + "=" + p.getAttribute("value"))
            .toList();
    assertTrue(
        properties.contains("org.eclipse.equinox.p2.type.category=true"), properties::toString);
    assertTrue(properties.contains("org.eclipse.equinox.p2.name=Backprop Net"));
  }

  @Test
  void everyFileThatItPromisesIsThereAndIsTheBuiltBundle() throws Exception {
    TreeSet<String> promised = new TreeSet<>();
    for (Element artifact : elements("artifacts.xml", "artifact")) {
      boolean bundle = artifact.getAttribute("classifier").equals("osgi.bundle");
      promised.add(
          (bundle ? "plugins/" : "features/")
              + artifact.getAttribute("id")
              + "_"
              + artifact.getAttribute("version")
              + ".jar");
    }
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      TreeSet<String> there = new TreeSet<>();
      zip.stream()
          .map(entry -> entry.getName())
          .filter(n -> n.endsWith(".jar"))
          .forEach(there::add);
      assertEquals(
          new TreeSet<>(
              List.of(
                  "features/org.backpropnet.knime.feature_" + VERSION + ".jar",
                  "plugins/org.backpropnet.knime_" + VERSION + ".jar")),
          there);
      assertEquals(there, promised);
      String plugin = "plugins/org.backpropnet.knime_" + VERSION + ".jar";
      try (InputStream bytes = zip.getInputStream(zip.getEntry(plugin))) {
        assertEquals(
            -1,
            java.util.Arrays.mismatch(
                Files.readAllBytes(Path.of(System.getProperty("backpropnet.bundle"))),
                bytes.readAllBytes()));
      }
      assertEquals(
          1, zip.stream().map(entry -> entry.getTimeLocal().toString()).distinct().count());
    }
  }

  @Test
  void nothingInItTellsWhereOrWhenItWasBuilt() throws Exception {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (String file : List.of("content.xml", "artifacts.xml")) {
        String text = new String(zip.getInputStream(zip.getEntry(file)).readAllBytes(), UTF_8);
        assertFalse(text.contains("file:"), text);
        assertTrue(text.contains("p2.timestamp' value='1767225600000'"), text);
      }
    }
  }

  /** A site with empty bundles of the platform's names. */
  private Path knime(P2 p2, String version) throws Exception {
    Path source = Files.createDirectories(temporary.resolve("knime source").resolve("plugins"));
    for (String name : KNIME) {
      Manifest manifest = new Manifest();
      Attributes headers = manifest.getMainAttributes();
      headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      headers.putValue("Bundle-ManifestVersion", "2");
      headers.putValue("Bundle-SymbolicName", name + ";singleton:=true");
      headers.putValue("Bundle-Version", version);
      // What the platform's Java offers; p2 looks for it among the bundles.
      headers.putValue("Export-Package", "javax.swing");
      headers.putValue(
          "Provide-Capability", "osgi.ee;osgi.ee=JavaSE;version:List<Version>=\"17,21\"");
      new JarOutputStream(Files.newOutputStream(source.resolve(name + ".jar")), manifest).close();
    }
    Path site = temporary.resolve("knime");
    String place = site.toUri().toString();
    p2.run(
        "org.eclipse.equinox.p2.publisher.eclipse",
        "org.eclipse.equinox.p2.publisher.eclipse.FeaturesAndBundlesPublisherApplication",
        "-metadataRepository",
        place,
        "-artifactRepository",
        place,
        "-source",
        source.getParent().toString(),
        "-publishArtifacts");
    return site;
  }

  /**
   * The site as a folder: p2 takes what lies in a zip for remote, which asks for one more bundle.
   */
  private Path unzipped() throws IOException {
    Path folder = temporary.resolve("site");
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream bytes = zip.getInputStream(entry)) {
          Files.copy(bytes, file);
        }
      }
    }
    return folder;
  }

  /** Plans what the menu of the platform would do, down to the last requirement. */
  private void plan(String version) throws Exception {
    try (P2 p2 = new P2(P2_JARS, temporary.resolve("storage"))) {
      Path knime = knime(p2, version);
      p2.run(
          "org.eclipse.equinox.p2.director.app",
          "org.eclipse.equinox.internal.p2.director.app.DirectorApplication",
          "-repository",
          unzipped().toUri() + "," + knime.toUri(),
          "-installIU",
          GROUP,
          "-destination",
          temporary.resolve("program").toString(),
          "-profile",
          "knime",
          "-verifyOnly");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.8.0", "5.12.0"})
  void p2WouldInstallItBesideThePlatform(String version) throws Exception {
    plan(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.7.3", "6.0.0"})
  void p2RefusesItBesideAnotherPlatform(String version) {
    IllegalStateException refused = assertThrows(IllegalStateException.class, () -> plan(version));
    // p2's number for a plan that cannot be.
    assertTrue(refused.getMessage().endsWith("ended with 13"), refused::getMessage);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() throws Exception {
    try (P2 p2 = new P2(P2_JARS, temporary.resolve("storage"))) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> p2.run("no.such.bundle", "X"));
      assertTrue(refused.getMessage().contains("no.such.bundle"));
    }
  }
}
