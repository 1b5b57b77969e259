package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.backpropnet.knimeapi.Signatures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.DefaultNodeFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The built jar in a running Equinox, beside empty bundles with the names and versions of KNIME's.
 */
class BundleIT {
  private static final Path JAR = Path.of(System.getProperty("backpropnet.bundle"));

  @TempDir private Path temporary;

  private Framework framework;

  @BeforeEach
  void startTheFramework() throws BundleException {
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(Constants.FRAMEWORK_STORAGE, temporary.resolve("storage").toString()));
    framework.start();
  }

  @AfterEach
  void stopTheFramework() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private Bundle install(Path jar) throws BundleException {
    return framework.getBundleContext().installBundle(jar.toUri().toString());
  }

  private static boolean isUi(String type) {
    return type.startsWith("org/knime/node/") || type.startsWith("org/knime/core/webui/");
  }

  private void installPlatform(String version) throws Exception {
    install(platform("org.knime.core", version, type -> !isUi(type)));
    install(platform("org.knime.core.ui", version, BundleIT::isUi));
  }

  /** A bundle with the empty classes that are chosen. */
  private Path platform(String name, String version, Predicate<String> chosen) throws IOException {
    Signatures signatures;
    try (InputStream lines = Signatures.class.getResourceAsStream("/knime-api.txt")) {
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      signatures = Signatures.of(text.lines().toList());
    }
    List<String> types = signatures.types().keySet().stream().filter(chosen).toList();
    TreeSet<String> packages = new TreeSet<>();
    types.forEach(t -> packages.add(t.substring(0, t.lastIndexOf('/')).replace('/', '.')));
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    headers.putValue(Constants.BUNDLE_VERSION, version);
    headers.putValue(Constants.EXPORT_PACKAGE, String.join(",", packages));
    headers.putValue(Constants.DYNAMICIMPORT_PACKAGE, "*");
    Path jar = temporary.resolve(name + " " + version + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String type : types) {
        out.putNextEntry(new ZipEntry(type + ".class"));
        try (InputStream code = Signatures.class.getResourceAsStream("/" + type + ".class")) {
          code.transferTo(out);
        }
      }
    }
    return jar;
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.8.0", "5.12.0"})
  void itStartsBesideThePlatformAndItsNodesAreNodesOfThePlatform(String version) throws Exception {
    installPlatform(version);
    Bundle ours = install(JAR);
    ours.start();
    assertEquals(Bundle.ACTIVE, ours.getState());
    Class<?> factory = ours.loadClass(LearnerNodeFactory.class.getName());
    Class<?> above = factory.getSuperclass();
    assertEquals(DefaultNodeFactory.class.getName(), above.getName());
    assertFalse(above == DefaultNodeFactory.class, "the class came from the tests");
    assertNotNull(ours.getEntry("plugin.xml"));
    assertNotNull(ours.getEntry("META-INF/LICENSE"));
    // The core is inside of it and is whole: a model's bytes are looked at.
    Class<?> door = ours.loadClass("org.backpropnet.io.ModelFile");
    assertEquals(1, door.getField("VERSION").get(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.7.9", "6.0.0"})
  void itDoesNotStartBesideAnotherPlatform(String version) throws Exception {
    installPlatform(version);
    assertThrows(BundleException.class, install(JAR)::start);
  }

  @Test
  void nothingIsExportedAndNothingOfThePlatformIsInside() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes headers = jar.getManifest().getMainAttributes();
      assertEquals(null, headers.getValue(Constants.EXPORT_PACKAGE));
      assertEquals(
          "org.backpropnet.knime;singleton:=true", headers.getValue(Constants.BUNDLE_SYMBOLICNAME));
      assertEquals("lazy", headers.getValue(Constants.BUNDLE_ACTIVATIONPOLICY));
      assertFalse(jar.stream().anyMatch(entry -> entry.getName().startsWith("org/knime")));
      assertFalse(jar.stream().anyMatch(entry -> entry.getName().contains("knimeapi")));
      assertEquals(
          1, jar.stream().map(entry -> entry.getTimeLocal().toString()).distinct().count());
    }
  }
}
