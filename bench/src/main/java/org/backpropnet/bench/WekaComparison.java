package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weka.experiment.PairedStatsCorrected;

/**
 * Backprop Net beside Weka's MultilayerPerceptron, both with nothing set: same tables, same folds,
 * and the paired test that corrects for overlapping folds (Nadeau and Bengio 2003), as Weka's
 * Experimenter does it. Each scheme runs in a process of its own; CPU is that of the whole process,
 * minus ZeroR's.
 */
public final class WekaComparison {
  private static final List<String> TABLES =
      List.of("iris", "diabetes", "glass", "ionosphere", "vote", "cpu");
  private static final String OURS = "weka.classifiers.functions.BackpropNet";
  private static final String PEER = "weka.classifiers.functions.MultilayerPerceptron";
  private static final int CPU_RUNS = 5;
  private static final String NOTHING = "weka.classifiers.rules.ZeroR";

  private WekaComparison() {}

  private record Result(List<Double> scores, double cpuSeconds) {
    double mean() {
      return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
  }

  /**
   * Measures and writes the table.
   *
   * @param args folder of the ARFF files, file to write, number of runs
   * @throws Exception if a process fails or the file cannot be written
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    if (!Files.isDirectory(data)) {
      System.out.println("Skipped: there is no folder " + data + ".");
      return;
    }
    int runs = Integer.parseInt(args[2]);
    StringBuilder table = new StringBuilder();
    for (String name : TABLES) {
      String line = line(data.resolve(name + ".arff"), name, runs);
      System.out.print(line);
      table.append(line);
    }
    Files.writeString(Path.of(args[1]), head(runs) + table, StandardCharsets.UTF_8);
  }

  private static String line(Path file, String name, int runs) throws Exception {
    Result ours = run(OURS, file, runs);
    Result peer = run(PEER, file, runs);
    double nothing = cpuSeconds(NOTHING, file);
    PairedStatsCorrected stats = new PairedStatsCorrected(0.05, 1 / 9.0);
    for (int i = 0; i < ours.scores.size(); i++) {
      stats.add(ours.scores.get(i), peer.scores.get(i));
    }
    stats.calculateDerived();
    String verdict =
        stats.differencesSignificance > 0
            ? "better"
            : stats.differencesSignificance < 0 ? "worse" : "no significant difference";
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4g | %.4g | %s | %.2f | %.2f |%n",
        name,
        name.equals("cpu") ? "correlation" : "accuracy %",
        ours.mean(),
        peer.mean(),
        verdict,
        cpuSeconds(OURS, file) - nothing,
        cpuSeconds(PEER, file) - nothing);
  }

  /** Median over processes: a single one may meet a busy machine. */
  private static double cpuSeconds(String scheme, Path file) throws Exception {
    double[] seconds = new double[CPU_RUNS];
    for (int i = 0; i < CPU_RUNS; i++) {
      seconds[i] = run(scheme, file, 1).cpuSeconds;
    }
    Arrays.sort(seconds);
    return seconds[CPU_RUNS / 2];
  }

  private static Result run(String scheme, Path file, int runs) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dweka.packageManager.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            CrossValidation.class.getName(),
            scheme,
            file.toString(),
            Integer.toString(runs));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    List<Double> scores = new ArrayList<>();
    double cpu = Double.NaN;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("score ")) {
          scores.add(Double.parseDouble(line.substring(6)));
        } else if (line.startsWith("cpu ")) {
          cpu = Double.parseDouble(line.substring(4));
        }
      }
    }
    if (process.waitFor() != 0 || Double.isNaN(cpu)) {
      throw new IOException(scheme + " failed on " + file);
    }
    return new Result(scores, cpu);
  }

  private static String head(int runs) {
    return """
        # Backprop Net beside Weka's MultilayerPerceptron

        Both with nothing set, %d x 10-fold stratified cross-validation, same folds for both. The verdict
        is that of the paired t-test at 5 %%, corrected for overlapping folds. CPU: seconds of the whole
        process for one 10-fold run, start and compilation included, minus ZeroR's on the same table;
        medians of five processes.
        Java %s, Weka %s. Made by `mvn -Pbench -DskipTests verify`; the tables are UCI and StatLib sets
        that come with Weka and are not part of this project.

        | table | measure | Backprop Net | MultilayerPerceptron | verdict on ours | CPU s ours | CPU s peer |
        |---|---|---|---|---|---|---|
        """
        .formatted(runs, System.getProperty("java.version"), weka.core.Version.VERSION);
  }
}
