package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The process of one contestant. It obeys words on its standard input, one a line (fit SEED, judge,
 * batch, row), and answers each with one line of names and numbers. The Python sides obey the same
 * words.
 */
public final class Child {
  /** Short work is repeated for so long, and the mean is told. */
  private static final double LEAST_SECONDS = 0.3;

  private final Contestant contestant;
  private final TaskFile test;

  private Child(Contestant contestant, TaskFile test) {
    this.contestant = contestant;
    this.test = test;
  }

  /**
   * Starts it.
   *
   * @param args ours, weka or onnx; scratch folder; task; quick or full; number of threads; warm,
   *     or cold for a single fit
   * @throws Exception whatever the contestant throws
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    Task task = Task.of(args[2], args[3].equals("quick"));
    int threads = Integer.parseInt(args[4]);
    Contestant contestant =
        switch (args[0]) {
          case "ours" -> new Ours(task, folder, threads);
          case "weka" -> new WekaSide(task, folder);
          default -> new OnnxSide(task, folder, threads);
        };
    if (args[5].equals("cold")) {
      contestant.fit(1);
      return;
    }
    TaskFile test = TaskFile.read(TaskFile.path(folder, task, "test"));
    new Child(contestant, test).obey();
  }

  private void obey() throws Exception {
    System.out.println("ready " + contestant.describe());
    try (BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        String[] word = line.split(" ", -1);
        System.out.println(
            switch (word[0]) {
              case "fit" -> fit(Long.parseLong(word[1]));
              case "judge" -> judge();
              case "batch" -> batch();
              case "row" -> row();
              default -> throw new IOException("Unknown word " + line);
            });
      }
    }
  }

  private String fit(long seed) throws Exception {
    int fits = 0;
    long start = System.nanoTime();
    double seconds = 0;
    while (seconds < LEAST_SECONDS) {
      contestant.fit(seed);
      fits++;
      seconds = (System.nanoTime() - start) * 1e-9;
    }
    return line("samples/s", contestant.samples() * fits / seconds);
  }

  private String judge() throws Exception {
    Verdict verdict = Verdict.of(contestant.predict(), test.y());
    return line("loss", verdict.loss()) + " " + line("accuracy", verdict.accuracy());
  }

  private String batch() throws Exception {
    long rows = 0;
    long start = System.nanoTime();
    double seconds = 0;
    while (seconds < LEAST_SECONDS) {
      rows += contestant.predict().length;
      seconds = (System.nanoTime() - start) * 1e-9;
    }
    return line("rows/s", rows / seconds);
  }

  private String row() throws Exception {
    long rows = 0;
    long start = System.nanoTime();
    double seconds = 0;
    while (seconds < LEAST_SECONDS) {
      for (int r = 0; r < 100; r++, rows++) {
        contestant.predict((int) (rows % test.rows()));
      }
      seconds = (System.nanoTime() - start) * 1e-9;
    }
    return line("rows/s", rows / seconds);
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%s %.8g", name, value);
  }
}
