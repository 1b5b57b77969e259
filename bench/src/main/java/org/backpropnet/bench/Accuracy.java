package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How good the answers are: ours beside others with nothing set, same tables, same folds. One
 * process at a time, so that nobody's processor time is disturbed. A run that broke off goes on
 * where it stood.
 */
public final class Accuracy {
  /** A side whose first repeat takes longer gets no more than {@link #FEW} of them. */
  private static final double LONG_SECONDS = 60;

  private static final int FEW = 2;

  private final AccuracySetup setup;
  private final List<Contender> sides;
  private final Results results;
  private final Map<String, Talk> talks = new ConcurrentHashMap<>();

  private Accuracy(AccuracySetup setup) throws IOException {
    this.setup = setup;
    sides = Contenders.wanted(setup);
    results = setup.results();
  }

  /**
   * Measures what is missing, writes the page and prints a summary.
   *
   * @param args see bench/README.md
   * @throws Exception if a table cannot be read or the disk fails
   */
  public static void main(String[] args) throws Exception {
    AccuracySetup setup = AccuracySetup.of(args);
    Accuracy run = new Accuracy(setup);
    Path target = setup.work().toAbsolutePath().getParent().resolveSibling("classpath.txt");
    Files.writeString(target, System.getProperty("java.class.path") + "\n");
    List<DataSet> sets = setup.sets();
    new Participants(setup.work()).note(run.sides);
    // Whoever stops the run stops the fit of the moment, too.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run.talks.values().forEach(Talk::kill)));
    try {
      for (DataSet set : sets) {
        run.measure(set);
      }
    } finally {
      run.hangUp();
    }
    AccuracyPage.publish(setup, run.sides, sets);
  }

  private void measure(DataSet set) throws Exception {
    SetFiles files =
        SetFiles.write(set, setup.work().resolve("tables"), Math.max(1, setup.repeats(set)));
    for (Contender side : sides) {
      try {
        measure(files, side);
      } catch (IOException e) {
        System.out.println("SKIPPED: " + side.name() + " on " + set.name() + ": " + e.getMessage());
        hangUp();
      }
      if (!setup.warm()) {
        hangUp();
      }
    }
  }

  private void measure(SetFiles files, Contender side) throws IOException {
    String stamp = side.stamp() + "-" + files.stamp();
    int repeats = setup.repeats(files.set());
    boolean loaded = false;
    for (int repeat = 1; repeat <= repeats; repeat++) {
      for (int fold = 1; fold <= files.set().parts(); fold++) {
        Results.Part part = new Results.Part(files.set().name(), side.name(), repeat, fold);
        if (!results.has(part, stamp)) {
          if (!loaded) {
            load(files, side);
            loaded = true;
          }
          results.add(result(files, talk(side), part, stamp));
        }
      }
      if (repeat == 1 && files.set().parts() > 1) {
        double seconds = new Comparison(results).cpu(files.set().name(), side.name());
        repeats = seconds > LONG_SECONDS ? Math.min(FEW, repeats) : repeats;
      }
    }
    if (loaded) {
      System.out.println(new Comparison(results).line(files.set().name(), side.name()));
    }
  }

  private Results.Result result(SetFiles files, Talk talk, Results.Part part, String stamp)
      throws IOException {
    String line = patient(talk, "fit\t" + part.repeat() + "\t" + part.fold());
    if (!line.startsWith("cpu ")) {
      throw new IOException(line);
    }
    String[] cells = line.split(" ", -1);
    var truth = files.folds().rows(files.rows(), part.repeat(), part.fold(), true);
    int width = files.nominal() ? files.rows().numClasses() : 1;
    double[][] answers = new double[truth.numInstances()][width];
    if (cells.length != 2 + answers.length * width) {
      throw new IOException(cells.length - 2 + " numbers for " + answers.length + " rows");
    }
    for (int i = 2; i < cells.length; i++) {
      double number = Double.parseDouble(cells[i]);
      if (!Double.isFinite(number)) {
        throw new IOException("an answer is " + number);
      }
      answers[(i - 2) / width][(i - 2) % width] = number;
    }
    Score score = Score.of(answers, truth, files.nominal() ? Double.NaN : files.targetSd());
    return new Results.Result(part, stamp, Double.parseDouble(cells[1]), score);
  }

  /** Waits for an answer, but not for ever. */
  private String patient(Talk talk, String word) throws IOException {
    CompletableFuture<Void> clock =
        CompletableFuture.runAsync(
            talk::kill, CompletableFuture.delayedExecutor(setup.limitSeconds(), TimeUnit.SECONDS));
    try {
      return talk.line(word);
    } catch (IOException e) {
      throw clock.isDone()
          ? new IOException("no answer within " + setup.limitSeconds() + " s", e)
          : e;
    } finally {
      clock.cancel(false);
    }
  }

  private void load(SetFiles files, Contender side) throws IOException {
    String answer =
        talk(side)
            .line(
                "load\t"
                    + files.file(side.command().contains("-cp") ? "rows" : "csv")
                    + "\t"
                    + files.file("folds"));
    if (!answer.equals("loaded")) {
      throw new IOException(answer);
    }
  }

  private Talk talk(Contender side) throws IOException {
    Talk talk = talks.get(side.name());
    if (talk == null) {
      ProcessBuilder builder = new ProcessBuilder(side.command());
      Path errors = setup.work().resolve("errors.txt");
      builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
      for (String name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
        builder.environment().put(name, "1");
      }
      talk = new Talk(side.name(), builder);
      talks.put(side.name(), talk);
    }
    return talk;
  }

  private void hangUp() throws IOException {
    for (Talk talk : talks.values()) {
      talk.close();
    }
    talks.clear();
  }
}
