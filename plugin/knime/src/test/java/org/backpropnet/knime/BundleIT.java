package org.backpropnet.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
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

/**
 * The built jar in a running Equinox, beside empty bundles with the names and versions of KNIME's.
 */
class BundleIT {
  private static final Path JAR = Path.of(System.getProperty("backpropnet.bundle"));
  private static final String NODES = "org.knime.workbench.repository.nodes";
  private static final String CATEGORIES = "org.knime.workbench.repository.categories";
  private static final String PORTS = "org.knime.core.PortType";

  @TempDir private Path temporary;

  private RunningPlatform platform;

  @BeforeEach
  void startThePlatform() throws BundleException {
    platform = new RunningPlatform(temporary);
  }

  @AfterEach
  void stopThePlatform() throws Exception {
    platform.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.8.0", "5.12.0"})
  void itStartsBesideThePlatformAndItsNodesAreNodesOfThePlatform(String version) throws Exception {
    platform.installKnime(version);
    Bundle ours = platform.install(JAR);
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
    platform.installKnime(version);
    assertThrows(BundleException.class, platform.install(JAR)::start);
  }

  @Test
  void theExtensionRegistryReadsTheNodesTheCategoryAndThePort() throws Exception {
    platform.installRegistry();
    platform.installKnime("5.8.0");
    Bundle ours = platform.install(JAR);
    assertEquals(List.of(), platform.extensions(NODES), "nothing before the bundle is resolved");
    ours.start();
    List<Map<String, String>> nodes = platform.extensions(NODES);
    assertEquals(5, nodes.size());
    for (Map<String, String> node : nodes) {
      assertEquals("node", node.get("element"));
      assertEquals("/community/backpropnet", node.get("category-path"));
      Class<?> factory = ours.loadClass(node.get("factory-class"));
      assertEquals(DefaultNodeFactory.class.getName(), factory.getSuperclass().getName());
    }
    assertEquals(LearnerNodeFactory.class.getName(), nodes.get(0).get("factory-class"));
    List<Map<String, String>> categories = platform.extensions(CATEGORIES);
    assertEquals(1, categories.size());
    assertEquals("backpropnet", categories.get(0).get("level-id"));
    assertNotNull(ours.getEntry(categories.get(0).get("icon")));
    List<Map<String, String>> ports = platform.extensions(PORTS);
    assertEquals(1, ports.size());
    assertEquals(ModelPortObject.class.getName(), ports.get(0).get("objectClass"));
    assertEquals(ModelPortSpec.class.getName(), ports.get(0).get("specClass"));
  }

  @Test
  void theExtensionRegistryMakesTheSerializersOfThePort() throws Exception {
    platform.installRegistry();
    platform.installKnime("5.12.0");
    platform.install(JAR).start();
    assertEquals(
        ModelPortObject.Serializer.class.getName(),
        platform.make(PORTS, 0, "objectSerializer").getClass().getName());
    assertEquals(
        ModelPortSpec.Serializer.class.getName(),
        platform.make(PORTS, 0, "specSerializer").getClass().getName());
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
