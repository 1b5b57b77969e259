package org.backpropnet.bench;

import java.util.List;

/**
 * One of those who are compared.
 *
 * @param name as the page shows it
 * @param command starts it; the task's arguments follow
 * @param role what it takes part in
 */
record Side(String name, List<String> command, Role role) {
  /** Vector API's module. */
  static final String VECTOR = "--add-modules=jdk.incubator.vector";

  /** What a side takes part in. */
  enum Role {
    /** Ours: all of it. */
    OURS,
    /** Trains and answers. */
    PEER,
    /** Weka: one thread, and only a part of large tasks. */
    WEKA,
    /** Only answers, and only on T3 and T4. */
    ANSWERS
  }

  /** Whether it takes part in a task at a number of threads. */
  boolean takesPart(Task task, int threads) {
    return switch (role) {
      case OURS, PEER -> true;
      case WEKA -> threads == 1;
      case ANSWERS -> answers(task);
    };
  }

  /** Whether it trains. */
  boolean trains() {
    return role != Role.ANSWERS;
  }

  /** Tasks whose answers are timed. */
  static boolean answers(Task task) {
    return task.name().equals("T3") || task.name().equals("T4");
  }
}
