package org.backpropnet.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.TableOptions;
import org.backpropnet.model.Model;
import org.backpropnet.testing.Prerequisite;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises to those who copy from it. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

  /** Dollars per square foot, see test-data/SOURCES.md. */
  private static final double NOISE = 18;

  private static String readme() throws IOException {
    return Files.readString(ProjectFiles.root().resolve("README.md"));
  }

  @Test
  void itsJavaCodeCompilesAndAnswersTheFirstHouse(@TempDir Path folder) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Prerequisite.require(compiler != null, "the README's code: this JVM has no compiler");
    Matcher code = JAVA.matcher(readme());
    assertTrue(code.find(), "the README has Java code");
    Path source = folder.resolve("Houses.java");
    Files.writeString(source, code.group(1));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    String classPath = System.getProperty("java.class.path");
    String[] options = {"-cp", classPath, "-d", folder.toString(), source.toString()};
    assertEquals(0, compiler.run(null, null, errors, options), errors::toString);

    Path houses = ProjectFiles.testData("houses.csv");
    Path file = folder.resolve("houses.bpnet");
    run(folder, houses.toString(), file.toString());

    Model model = BackpropNet.load(file);
    TableOptions zips = TableOptions.AUTO.with("zip", TableOptions.Kind.CATEGORIES);
    CsvTable table = CsvTable.read(houses, zips);
    double truth = table.value(0, table.indexOf("price_per_sqft"));
    // Three times the noise of a single price: missed by fewer than three houses in a thousand.
    assertEquals(truth, model.predict(table, 0).number(), 3 * NOISE);
  }

  private static void run(Path classes, String... files) throws Exception {
    URL[] path = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ReadmeTest.class.getClassLoader())) {
      loader.loadClass("Houses").getMethod("main", String[].class).invoke(null, (Object) files);
    }
  }

  @Test
  void itsLinksLeadSomewhere() throws IOException {
    Matcher link = LINK.matcher(readme());
    int count = 0;
    while (link.find()) {
      assertTrue(Files.exists(ProjectFiles.root().resolve(link.group(1))), link.group(1));
      count++;
    }
    assertTrue(count >= 8, "links to the pages");
  }

  @Test
  void itsCommandLinesAreThoseOfThePageThatATestRuns() throws IOException {
    Path page = ProjectFiles.root().resolve("docs").resolve("command-line.md");
    String tested = Files.readString(page);
    List<String> lines = readme().lines().filter(line -> line.startsWith("java -jar")).toList();
    assertEquals(2, lines.size());
    for (String line : lines) {
      assertTrue(tested.contains(line), line);
    }
  }
}
