package org.backpropnet.knimesite;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Eclipse's p2 in an Equinox of its own, made of nothing but the bundles in a folder. */
final class P2 implements AutoCloseable {
  private final Framework framework;

  /**
   * Starts p2.
   *
   * @param bundles folder with p2's jars
   * @param storage folder for what it keeps; may be lost afterwards
   * @throws IOException if the disk fails
   * @throws BundleException if one of the jars lacks another one
   */
  P2(Path bundles, Path storage) throws IOException, BundleException {
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.resolve("osgi").toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                    "osgi.compatibility.bootdelegation",
                    "true",
                    "eclipse.p2.data.area",
                    storage.resolve("p2").toUri().toString()));
    framework.start();
    List<Bundle> installed = new ArrayList<>();
    try (Stream<Path> jars = Files.list(bundles)) {
      for (Path jar : jars.sorted().toList()) {
        installed.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }

  /**
   * Runs one of p2's programs.
   *
   * @param bundle symbolic name of the bundle that holds it
   * @param program name of its class
   * @param words its arguments
   * @throws Exception that of the program; or if it ends with another number than 0
   */
  void run(String bundle, String program, String... words) throws Exception {
    Object application = load(bundle, program).getConstructor().newInstance();
    Object end;
    try {
      end =
          application
              .getClass()
              .getMethod("run", String[].class)
              .invoke(application, (Object) words);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    if (!Integer.valueOf(0).equals(end)) {
      throw new IllegalStateException(program + " ended with " + end);
    }
  }

  private Class<?> load(String bundle, String type) throws ClassNotFoundException {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(installed -> installed.getSymbolicName().equals(bundle))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no bundle " + bundle))
        .loadClass(type);
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
}
