package org.backpropnet.knime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.backpropnet.knimeapi.Signatures;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A running Equinox with Eclipse's real extension registry, beside empty bundles with the names and
 * versions of KNIME's that declare the extension points which our plugin.xml speaks to.
 */
final class RunningPlatform implements AutoCloseable {
  private static final String REGISTRY = "org.eclipse.core.runtime.IExtensionRegistry";
  private static final String ELEMENT = "org.eclipse.core.runtime.IConfigurationElement";
  private final Path folder;
  private final Framework framework;
  private Bundle registry;

  RunningPlatform(Path folder) throws BundleException {
    this.folder = folder;
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString()));
    framework.start();
  }

  @Override
  public void close() throws BundleException {
    framework.stop();
    try {
      framework.waitForStop(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Bundle install(Path jar) throws BundleException {
    return framework.getBundleContext().installBundle(jar.toUri().toString());
  }

  /** The registry of extensions that every Eclipse program has; jars of the test's class path. */
  void installRegistry() throws Exception {
    Bundle common = install(jarOf("org.eclipse.core.runtime.IStatus"));
    registry = install(jarOf(REGISTRY));
    common.start();
    registry.start();
  }

  private static Path jarOf(String type) throws Exception {
    Class<?> found = Class.forName(type, false, RunningPlatform.class.getClassLoader());
    return Path.of(found.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  void installKnime(String version) throws Exception {
    start(bundle("org.knime.core", version, type -> !isUi(type), "org.knime.core", "PortType"));
    start(bundle("org.knime.core.ui", version, RunningPlatform::isUi, "org.knime.core.ui"));
    String repository = "org.knime.workbench.repository";
    start(bundle(repository, version, type -> false, repository, "nodes", "categories"));
  }

  private void start(Path jar) throws BundleException {
    install(jar).start();
  }

  private static boolean isUi(String type) {
    return type.startsWith("org/knime/node/") || type.startsWith("org/knime/core/webui/");
  }

  /** A bundle with the empty classes that are chosen, and with extension points. */
  private Path bundle(
      String name, String version, Predicate<String> chosen, String space, String... points)
      throws IOException {
    List<String> types = signatures().types().keySet().stream().filter(chosen).toList();
    Path jar = folder.resolve(name + " " + version + ".jar");
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(jar), manifest(name, version, types))) {
      for (String type : types) {
        out.putNextEntry(new ZipEntry(type + ".class"));
        try (InputStream code = Signatures.class.getResourceAsStream("/" + type + ".class")) {
          code.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry("plugin.xml"));
      out.write(pluginXml(space, points).getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static String pluginXml(String space, String... points) {
    // The registry reads the version only between double quotes.
    StringBuilder xml = new StringBuilder("<?eclipse version=\"3.4\"?><plugin>");
    for (String point : points) {
      xml.append("<extension-point id='").append(space).append('.').append(point);
      xml.append("' name='").append(point).append("'/>");
    }
    return xml.append("</plugin>").toString();
  }

  private static Signatures signatures() throws IOException {
    try (InputStream lines = Signatures.class.getResourceAsStream("/knime-api.txt")) {
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      return Signatures.of(text.lines().toList());
    }
  }

  private static Manifest manifest(String name, String version, List<String> types) {
    TreeSet<String> packages = new TreeSet<>();
    types.forEach(t -> packages.add(t.substring(0, t.lastIndexOf('/')).replace('/', '.')));
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name + ";singleton:=true");
    headers.putValue(Constants.BUNDLE_VERSION, version);
    headers.putValue(Constants.DYNAMICIMPORT_PACKAGE, "*");
    if (!packages.isEmpty()) {
      headers.putValue(Constants.EXPORT_PACKAGE, String.join(",", packages));
    }
    return manifest;
  }

  /** What the registry read for an extension point, each element with its attributes. */
  List<Map<String, String>> extensions(String point) throws Exception {
    List<Map<String, String>> all = new ArrayList<>();
    for (Object element : elements(point)) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("element", (String) ask(ELEMENT, element, "getName"));
      for (String name : (String[]) ask(ELEMENT, element, "getAttributeNames")) {
        attributes.put(name, (String) ask(ELEMENT, element, "getAttribute", name));
      }
      all.add(attributes);
    }
    return all;
  }

  /** The object that the registry makes of the class which an attribute names. */
  Object make(String point, int element, String attribute) throws Exception {
    return ask(ELEMENT, elements(point)[element], "createExecutableExtension", attribute);
  }

  private Object[] elements(String point) throws Exception {
    // Of all, for the tests' own class path has the interface, too, which is another class.
    ServiceReference<?> there =
        framework.getBundleContext().getAllServiceReferences(REGISTRY, null)[0];
    Object service = framework.getBundleContext().getService(there);
    return (Object[]) ask(REGISTRY, service, "getConfigurationElementsFor", point);
  }

  /** The bundles have class loaders of their own, so that our code can only ask by name. */
  private Object ask(String type, Object whom, String method, String... words) throws Exception {
    Class<?>[] texts = new Class<?>[words.length];
    java.util.Arrays.fill(texts, String.class);
    return registry.loadClass(type).getMethod(method, texts).invoke(whom, (Object[]) words);
  }
}
