package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conversation with a side's process: a word is sent, a line of names and numbers comes back. */
final class Talk implements Closeable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer words;
  private final String description;

  /**
   * What a process shall work on.
   *
   * @param task the task
   * @param folder where its rows lie
   * @param quick whether its small form is meant
   * @param threads number of threads
   */
  record Job(Task task, Path folder, boolean quick, int threads) {}

  Talk(Side side, Job job) throws IOException, InterruptedException {
    this(side.name(), builder(side, job, "warm", job.threads == 1));
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @param name who it is, for errors
   * @param builder starts it
   */
  Talk(String name, ProcessBuilder builder) throws IOException {
    process = builder.start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    words = process.outputWriter(StandardCharsets.UTF_8);
    String first = answers.readLine();
    if (first == null || !first.startsWith("ready ")) {
      close();
      throw new IOException(name + " did not start: " + first);
    }
    description = first.substring(6);
  }

  /**
   * A process to start.
   *
   * @param side who
   * @param job on what
   * @param temperature warm or cold
   * @param pinned whether it is bound to one core, where the system can do that, so that nobody has
   *     compilers or collectors at work on another
   */
  static ProcessBuilder builder(Side side, Job job, String temperature, boolean pinned)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    if (pinned && Setup.runs("taskset", "-c", "0", "true")) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.addAll(side.command());
    command.addAll(List.of(job.folder.toString(), job.task.name()));
    boolean python = side.role() == Side.Role.PEER;
    if (!python) {
      command.add(job.quick ? "quick" : "full");
    }
    command.addAll(List.of(Integer.toString(job.threads), temperature));
    if (python) {
      command.addAll(job.task.settings());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(job.folder.resolve("errors.txt").toFile());
    for (String name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
      builder.environment().put(name, Integer.toString(job.threads));
    }
    return builder;
  }

  /** What the process says about itself. */
  String description() {
    return description;
  }

  /** Sends a word and waits for its answer. */
  Map<String, String> ask(String word) throws IOException {
    String[] parts = line(word).split(" ", -1);
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      found.put(parts[i], parts[i + 1]);
    }
    return found;
  }

  /** Sends a word and waits for its answer, a line as it is. */
  String line(String word) throws IOException {
    words.write(word + "\n");
    words.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The process ended at \"" + word + "\"; see errors.txt.");
    }
    return line;
  }

  /** Ends the process at once, so that whoever waits for its answer waits no longer. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends the process: it stops at the end of its input. */
  @Override
  public void close() throws IOException {
    try {
      words.close();
      answers.close();
    } finally {
      process.destroy();
    }
  }
}
