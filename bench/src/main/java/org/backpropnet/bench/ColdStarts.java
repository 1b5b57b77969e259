package org.backpropnet.bench;

import java.io.IOException;
import java.util.List;

/** The first fit in a new process, start of the process and reading of the rows included. */
final class ColdStarts {
  /** Name of the figure. */
  static final String WHAT = "cold seconds";

  private final Setup setup;
  private final List<Side> sides;
  private final Measurements figures;

  ColdStarts(Setup setup, List<Side> sides, Measurements figures) {
    this.setup = setup;
    this.sides = sides;
    this.figures = figures;
  }

  /** Measures what is missing; threads is what every side is told, and no side is pinned. */
  void run(Task task, int threads) throws IOException, InterruptedException {
    for (int round = 1; round <= setup.rounds(); round++) {
      for (Side side : sides) {
        Quantity key = new Quantity(task.name(), side.name(), threads, WHAT);
        boolean whole = side.trains() && !(side.role() == Side.Role.WEKA && task.cutForWeka());
        if (whole && side.takesPart(task, threads) && !figures.has(key, round)) {
          measure(side, task, key, round);
        }
      }
    }
  }

  private void measure(Side side, Task task, Quantity key, int round)
      throws IOException, InterruptedException {
    Talk.Job job = new Talk.Job(task, setup.work(), setup.quick(), key.threads());
    ProcessBuilder builder = Talk.builder(side, job, "cold", false);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (code == 0) {
      figures.add(key, round, Double.toString(seconds));
    } else {
      System.out.println("SKIPPED: " + side.name() + " ended with " + code + "; see errors.txt.");
    }
  }
}
