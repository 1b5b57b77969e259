package org.backpropnet.knimesite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the update site: a zip that KNIME's "Install KNIME Extensions" takes. */
public final class WriteSite {
  private static final String FEATURE = "org.backpropnet.knime.feature";
  private static final String BUNDLE = "org.backpropnet.knime";
  private static final String NAME = "Backprop Net for KNIME";

  private final Path work;
  private final Instant time;
  private final String version;

  private WriteSite(Path work, String version, Instant time) {
    this.work = work;
    this.version = version;
    this.time = time;
  }

  /**
   * Writes the site.
   *
   * @param args the folder to work in, which holds p2's jars in "p2" and feature.xml and
   *     category.xml in "site"; the extension's jar; the version; the time that all files get; the
   *     zip to write
   * @throws Exception if a file is missing or p2 refuses it
   */
  public static void main(String[] args) throws Exception {
    WriteSite site = new WriteSite(Path.of(args[0]), args[2], Instant.parse(args[3]));
    site.write(Path.of(args[1]), Path.of(args[4]));
    // p2 leaves threads behind that would keep the program alive.
    System.exit(0);
  }

  private void write(Path bundle, Path zip) throws Exception {
    Path source = clean(work.resolve("source"));
    Path site = clean(work.resolve("repository"));
    Path plugins = Files.createDirectories(source.resolve("plugins"));
    Files.copy(
        bundle,
        plugins.resolve(BUNDLE + "_" + version + ".jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Path features = Files.createDirectories(source.resolve("features"));
    Path feature = work.resolve("site").resolve("feature.xml");
    zip(
        Map.of("feature.xml", Files.readAllBytes(feature)),
        features.resolve(FEATURE + "_" + version + ".jar"));
    publish(source, site);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString().replace('\\', '/'), bytes(file));
      }
    }
    if (!files.keySet().containsAll(List.of("content.xml", "artifacts.xml"))) {
      throw new IOException("p2 wrote no site into " + site + ", only " + files.keySet() + ".");
    }
    zip(files, zip);
  }

  private void publish(Path source, Path site) throws Exception {
    String place = address(site);
    try (P2 p2 = new P2(work.resolve("p2"), clean(work.resolve("p2-storage")))) {
      p2.run(
          "org.eclipse.equinox.p2.publisher.eclipse",
          "org.eclipse.equinox.p2.publisher.eclipse.FeaturesAndBundlesPublisherApplication",
          "-metadataRepository",
          place,
          "-metadataRepositoryName",
          NAME,
          "-artifactRepository",
          place,
          "-artifactRepositoryName",
          NAME,
          "-source",
          source.toString(),
          "-publishArtifacts");
      p2.run(
          "org.eclipse.equinox.p2.updatesite",
          "org.eclipse.equinox.internal.p2.updatesite.CategoryPublisherApplication",
          "-metadataRepository",
          place,
          "-categoryDefinition",
          address(work.resolve("site").resolve("category.xml")),
          "-categoryQualifier",
          BUNDLE);
    }
  }

  /** The publishers encode blanks in addresses themselves. */
  private static String address(Path file) {
    return "file:" + file.toUri().getPath();
  }

  /** p2 notes when it wrote; two builds of the same sources shall give the same bytes. */
  private byte[] bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".xml")) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.replaceAll("(name='p2.timestamp' value=)'\\d+'", "$1'" + time.toEpochMilli() + "'")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void zip(Map<String, byte[]> files, Path zip) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(each.getValue());
      }
    }
  }

  private static Path clean(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
