package org.backpropnet.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table to learn from and how: the same for every side.
 *
 * @param name T1 to T5
 * @param rows training rows
 * @param inputs columns of numbers
 * @param classes labels of the target
 * @param hidden units of the hidden layers
 * @param walk how it is learned
 */
record Task(String name, int rows, int inputs, int classes, List<Integer> hidden, Walk walk) {
  /** Test rows of every task. */
  static final int TEST_ROWS = 10_000;

  /**
   * How it is learned, by stochastic gradient descent with momentum 0.9.
   *
   * @param activation of hidden units: relu or sigmoid
   * @param batch rows in a step
   * @param epochs passes over the rows
   * @param rate learning rate
   */
  record Walk(String activation, int batch, int epochs, double rate) {}

  /**
   * All tasks.
   *
   * @param quick whether only the harness is tried: smaller tables of the same shapes
   * @return T1 to T5
   */
  static List<Task> all(boolean quick) {
    int less = quick ? 10 : 1;
    return List.of(
        new Task("T1", 150, 4, 3, List.of(3), new Walk("sigmoid", 1, 100, 0.001)),
        new Task("T2", 1_000, 20, 2, List.of(32), new Walk("relu", 32, 20, 0.01)),
        new Task("T3", 50_000 / less, 54, 7, List.of(128, 64), new Walk("relu", 128, 5, 0.01)),
        new Task("T4", 60_000 / less, 784, 10, List.of(512, 256), new Walk("relu", 128, 2, 0.01)),
        new Task(
            "T5", 1_000_000 / less / less, 28, 2, List.of(64, 64), new Walk("relu", 1024, 2, 0.1)));
  }

  /**
   * A task by its name.
   *
   * @param name T1 to T5
   * @param quick whether the small form is meant
   * @return the task
   */
  static Task of(String name, boolean quick) {
    return all(quick).stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
  }

  /** Rows that Weka's network gets: it would take hours for all. */
  int rowsForWeka() {
    return Math.min(rows, name.equals("T4") ? 300 : 10_000);
  }

  /** Passes that Weka's network makes over its rows. */
  int epochsForWeka() {
    return rows > 1_000 ? 1 : walk.epochs;
  }

  /** Whether Weka's network does only a part of the task. */
  boolean cutForWeka() {
    return rowsForWeka() < rows || epochsForWeka() < walk.epochs;
  }

  /** Weights and biases. */
  long parameters() {
    long sum = 0;
    int below = inputs;
    for (int units : hidden) {
      sum += (long) units * (below + 1);
      below = units;
    }
    return sum + (long) classes * (below + 1);
  }

  /** Hidden layers as the knob reads them. */
  String hiddenText() {
    return hidden.stream().map(h -> h + " " + walk.activation).collect(Collectors.joining(", "));
  }

  /** The shape in one line, for people. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "%,d x %d - %s %s - %d, batch %d, %d epochs, rate %s",
        rows,
        inputs,
        hidden,
        walk.activation,
        classes,
        walk.batch,
        walk.epochs,
        walk.rate);
  }

  /** What a program in another language needs to know. */
  List<String> settings() {
    String units = hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Arrays.asList(
        "hidden=" + units,
        "activation=" + walk.activation,
        "batch=" + walk.batch,
        "epochs=" + walk.epochs,
        "rate=" + walk.rate);
  }
}
