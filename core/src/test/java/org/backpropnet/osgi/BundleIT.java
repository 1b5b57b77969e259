package org.backpropnet.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.backpropnet.BackpropNet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The built jar as a bundle in a running OSGi framework, Equinox, which is Eclipse's and KNIME's.
 */
class BundleIT {
  private static final Path JAR = Path.of(System.getProperty("backpropnet.bundle"));
  private static final List<String> USED =
      List.of("org.backpropnet", "org.backpropnet.data", "org.backpropnet.model");

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

  @Test
  void anotherBundleTrainsXor() throws Exception {
    BundleContext context = framework.getBundleContext();
    Bundle core = install(JAR);
    Bundle user = install(userOf(USED));

    core.start();
    user.start();

    assertEquals(Bundle.ACTIVE, core.getState());
    assertEquals("no yes yes no", context.getService(context.getServiceReference(String.class)));
    Class<?> door = user.loadClass(BackpropNet.class.getName());
    assertEquals(core.loadClass(BackpropNet.class.getName()), door);
    assertFalse(door == BackpropNet.class, "the class came from the tests, not from the bundle");
  }

  @Test
  void theBundleNeedsNothingButTheJdk() throws Exception {
    Bundle core = install(JAR);
    core.start();
    assertEquals("org.backpropnet.core", core.getSymbolicName());
    for (BundleRequirement needed :
        core.adapt(BundleRevision.class)
            .getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
      // The module of the vector kernels, which a JVM has only if asked for it.
      String filter = needed.getDirectives().get(Constants.FILTER_DIRECTIVE);
      assertEquals("(osgi.wiring.package=jdk.incubator.vector)", filter);
      assertEquals(
          Constants.RESOLUTION_OPTIONAL,
          needed.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }
  }

  @Test
  void whatIsNotMeantForOthersIsNotExported() throws Exception {
    Bundle core = install(JAR);
    Set<String> exported = new TreeSet<>();
    core.adapt(BundleRevision.class)
        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .forEach(c -> exported.add((String) c.getAttributes().get("osgi.wiring.package")));
    assertTrue(exported.containsAll(USED), exported::toString);
    for (String room : exported) {
      assertFalse(room.contains("internal"), room);
      assertFalse(room.matches("org\\.backpropnet\\.(math|engine|textbook|cli)(\\..*)?"), room);
      assertTrue(room.startsWith("org.backpropnet"), room);
    }

    Bundle intruder = install(userOf(List.of("org.backpropnet.math")));
    assertThrows(BundleException.class, intruder::start);
    Bundle user = install(userOf(USED));
    assertThrows(
        ClassNotFoundException.class, () -> user.loadClass("org.backpropnet.math.SplitMix"));
  }

  @Test
  void nothingInTheJarTellsWhenOrWhereItWasBuilt() throws IOException {
    Set<String> times = new TreeSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      jar.stream().forEach(entry -> times.add(entry.getTimeLocal().toString()));
      for (Object header : jar.getManifest().getMainAttributes().keySet()) {
        assertFalse(
            header.toString().matches("(?i)built-by|build-.*|created-by|bnd-.*|tool"),
            header::toString);
      }
    }
    assertEquals(Set.of("2026-01-01T00:00"), times);
  }

  private Bundle install(Path jar) throws BundleException {
    return framework.getBundleContext().installBundle(jar.toUri().toString());
  }

  /** A bundle that holds {@link XorBundle} and imports some packages. */
  private Path userOf(List<String> packages) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "user.of." + packages.size());
    headers.putValue(Constants.BUNDLE_ACTIVATOR, XorBundle.class.getName());
    headers.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework," + String.join(",", packages));
    Path jar = temporary.resolve("user of " + packages.size() + ".jar");
    String name = XorBundle.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = XorBundle.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new ZipEntry(name));
      code.transferTo(out);
    }
    return jar;
  }
}
