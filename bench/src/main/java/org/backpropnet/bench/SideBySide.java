package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ours beside Weka, scikit-learn, PyTorch and ONNX Runtime on the same generated tables. Every
 * figure is kept at once in a CSV file; a run that broke off goes on where it stood. {@link
 * PerformancePage} makes the page of the figures.
 */
public final class SideBySide {
  private static final int[] THREADS = {1, 2};

  /** Larger tasks take so long that the start of a process does not matter. */
  private static final List<String> STARTED_COLD = List.of("T1", "T2", "T3");

  private final Setup setup;
  private final Measurements figures;
  private final List<Side> sides;

  private SideBySide(Setup setup) throws IOException, InterruptedException {
    this.setup = setup;
    figures = setup.measurements();
    sides = setup.sides();
  }

  /**
   * Measures what is missing and writes the page.
   *
   * @param args see {@link Setup}
   * @throws Exception if the disk fails or JMH cannot run
   */
  public static void main(String[] args) throws Exception {
    Setup setup = Setup.of(args);
    new SideBySide(setup).run();
    PerformancePage.main(args);
  }

  private void run() throws Exception {
    for (Task task : setup.wants("costs") ? Task.all(setup.quick()) : setup.tasks()) {
      TaskFile.write(setup.work(), task);
    }
    new About(figures).note(setup.quick());
    for (Task task : setup.tasks()) {
      for (int threads : THREADS) {
        if (setup.wants("training")) {
          new Rounds(setup, sides, figures).run(task, threads);
        }
        if (setup.wants("cold") && STARTED_COLD.contains(task.name())) {
          new ColdStarts(setup, sides, figures).run(task, threads);
        }
      }
    }
    for (Side side : setup.wants("costs") ? setup.ours() : List.<Side>of()) {
      costs(side);
    }
    for (Side side : setup.wants("kernels") ? setup.ours() : List.<Side>of()) {
      new KernelRounds(setup, figures).run(side);
    }
  }

  private void costs(Side side) throws IOException, InterruptedException {
    Quantity done = new Quantity("costs", side.name(), 1, "done");
    if (figures.has(done)) {
      return;
    }
    List<String> command = new ArrayList<>(side.command().subList(0, side.command().size() - 2));
    Path work = setup.work();
    command.addAll(
        List.of(Costs.class.getName(), work.toString(), setup.quick() ? "quick" : "full"));
    Process process =
        new ProcessBuilder(command).redirectError(work.resolve("errors.txt").toFile()).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cell = line.split(",", -1);
        figures.add(new Quantity("costs " + cell[0], side.name(), 1, cell[1]), 1, cell[2]);
      }
    }
    if (process.waitFor() == 0) {
      figures.add(done, 1, "1");
    } else {
      System.out.println("SKIPPED: the costs of " + side.name() + "; see errors.txt.");
    }
  }
}
