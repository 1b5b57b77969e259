package org.backpropnet.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training and answers of warm processes: all sides of a task are alive at once, and in each round
 * every side has its turn, so that a slow stretch of the machine hits all alike.
 */
final class Rounds {
  /** Work before the first that counts: the compilers of a JVM need some. */
  private static final int WARM_UP_SECONDS = 8;

  private static final int QUICK_WARM_UP_SECONDS = 1;

  private final Setup setup;
  private final List<Side> sides;
  private final Measurements figures;

  Rounds(Setup setup, List<Side> sides, Measurements figures) {
    this.setup = setup;
    this.sides = sides;
    this.figures = figures;
  }

  /** Measures what is missing. */
  void run(Task task, int threads) throws IOException, InterruptedException {
    Quantity done = new Quantity(task.name(), "all", threads, "round");
    if (figures.has(done, setup.rounds())) {
      return;
    }
    Map<Side, Talk> talks = new LinkedHashMap<>();
    try {
      for (Side side : sides) {
        if (side.takesPart(task, threads)) {
          open(side, task, threads, talks);
        }
      }
      for (int round = 1; round <= setup.rounds(); round++) {
        if (!figures.has(done, round)) {
          for (Map.Entry<Side, Talk> entry : talks.entrySet()) {
            turn(entry.getKey(), entry.getValue(), new Turn(task, threads, round));
          }
          figures.add(done, round, "1");
        }
      }
    } finally {
      for (Talk talk : talks.values()) {
        talk.close();
      }
    }
  }

  /** When and at what a side is measured. */
  private record Turn(Task task, int threads, int round) {}

  private void open(Side side, Task task, int threads, Map<Side, Talk> talks)
      throws IOException, InterruptedException {
    try {
      Talk talk = new Talk(side, new Talk.Job(task, setup.work(), setup.quick(), threads));
      talks.put(side, talk);
      figures.add(new Quantity("about", side.name(), threads, task.name()), 0, talk.description());
      warmUp(side, talk, task);
    } catch (IOException e) {
      talks.remove(side);
      System.out.println("SKIPPED: " + side.name() + " on " + task.name() + ": " + e.getMessage());
    }
  }

  /** Every side that trains gets the same time. */
  private void warmUp(Side side, Talk talk, Task task) throws IOException {
    int seconds = setup.quick() ? QUICK_WARM_UP_SECONDS : WARM_UP_SECONDS;
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    do {
      talk.ask("fit 1000");
    } while (side.trains() && System.nanoTime() < end);
    end = System.nanoTime() + seconds * 500_000_000L;
    while (Side.answers(task) && System.nanoTime() < end) {
      talk.ask("batch");
      talk.ask("row");
    }
  }

  private void turn(Side side, Talk talk, Turn turn) throws IOException {
    if (side.trains()) {
      note(side, turn, "training", talk.ask("fit " + turn.round));
      note(side, turn, "test", talk.ask("judge"));
    }
    if (Side.answers(turn.task)) {
      note(side, turn, "batch", talk.ask("batch"));
      note(side, turn, "one row", talk.ask("row"));
    }
  }

  private void note(Side side, Turn turn, String prefix, Map<String, String> answer)
      throws IOException {
    for (Map.Entry<String, String> e : answer.entrySet()) {
      Quantity key =
          new Quantity(turn.task.name(), side.name(), turn.threads, prefix + " " + e.getKey());
      figures.add(key, turn.round, e.getValue());
    }
  }
}
