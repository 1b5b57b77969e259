package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.backpropnet.BackpropNet;

/** All sides that this machine has, ours first, each with what it is with nothing set. */
final class Contenders {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String FUNCTIONS = "weka.classifiers.functions.";
  private static final String JAVA = System.getProperty("java.version");
  private static final String VERSIONS =
      "import sys, numpy, sklearn; print('scikit-learn', sklearn.__version__, 'with numpy',"
          + " numpy.__version__, 'on Python', sys.version.split()[0])";

  private final AccuracySetup setup;
  private final List<Contender> found = new ArrayList<>();

  private Contenders(AccuracySetup setup) {
    this.setup = setup;
  }

  /** Those that the setup asks for. */
  static List<Contender> wanted(AccuracySetup setup) throws IOException {
    Contenders all = new Contenders(setup);
    for (Plan plan : setup.plans()) {
      all.addOurs(plan);
    }
    String perceptron = FUNCTIONS + "MultilayerPerceptron";
    String forest = "weka.classifiers.trees.RandomForest";
    String zero = "weka.classifiers.rules.ZeroR";
    all.addWeka("MultilayerPerceptron", perceptron, perceptron);
    all.addWeka("MLPClassifier", FUNCTIONS + "MLPClassifier", FUNCTIONS + "MLPRegressor");
    all.addPython();
    all.addWeka("Logistic", FUNCTIONS + "Logistic", FUNCTIONS + "LinearRegression");
    all.addWeka("RandomForest", forest, forest);
    all.addWeka(Contender.NOTHING, zero, zero);
    return all.found;
  }

  private void add(Contender contender) {
    if (setup.wants(contender)) {
      found.add(contender);
    }
  }

  private static List<String> child(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dweka.packageManager.offline=true");
    command.add("-Djava.awt.headless=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FoldChild.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private void addOurs(Plan plan) throws IOException {
    String settings = plan.settings().isEmpty() ? "nothing set" : plan.settings();
    String about = settings + "; Java " + JAVA;
    String stamp = stamp(plan.settings() + JAVA, coreSum());
    List<String> command = child(Contender.OURS, plan.settings());
    add(new Contender(plan.name(), Contender.OURS, command, about, stamp));
  }

  private void addWeka(String group, String forClasses, String forNumbers) throws IOException {
    String name = forClasses.substring(forClasses.lastIndexOf('.') + 1);
    String other = forNumbers.substring(forNumbers.lastIndexOf('.') + 1);
    String both = name.equals(other) ? name : name + "/" + other;
    String about = both + " of " + origin(forClasses) + "; Java " + JAVA;
    List<String> command = child("weka", forClasses, forNumbers);
    add(new Contender(both, group, command, about, stamp(about, 0)));
  }

  /** Name and version of a class's jar. */
  private static String origin(String className) throws IOException {
    try {
      Path jar = place(Class.forName(className)).getFileName();
      return jar.toString().replace(".jar", "");
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  /** The jar or folder that a class comes from. */
  private static Path place(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private void addPython() throws IOException {
    String script = setup.scripts().resolve("accuracy.py").toString();
    String versions = setup.wants(Contender.PYTHON) ? firstLine(PYTHON, "-c", VERSIONS) : "unused";
    if (versions.isEmpty()) {
      System.out.println("SKIPPED: scikit-learn. Debian's package python3-sklearn brings it.");
    } else {
      List<String> command = List.of(PYTHON, script);
      String about = "MLPClassifier/MLPRegressor of " + versions;
      add(
          new Contender(
              Contender.PYTHON + " MLP", Contender.PYTHON, command, about, stamp(about, 0)));
    }
  }

  /** What a command says; empty if it is absent or fails. */
  private static String firstLine(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        return line == null ? "" : line;
      }
    } catch (IOException e) {
      return "";
    }
  }

  private static String stamp(String text, long sum) {
    return Integer.toHexString(text.hashCode()) + "-" + Long.toHexString(sum);
  }

  /** Of the core that is measured, whether it lies in a jar or in a folder of classes. */
  private static long coreSum() throws IOException {
    CRC32 sum = new CRC32();
    try (Stream<Path> files = Files.walk(place(BackpropNet.class))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sum.update(Files.readAllBytes(file));
      }
    }
    return sum.getValue();
  }
}
