package org.backpropnet.bench;

/** One program that learns a task, inside a process of its own. */
interface Contestant {
  /** Learns the task from new start weights. */
  void fit(long seed) throws Exception;

  /** Rows that one fit goes through: rows times epochs. */
  long samples();

  /** The probability of every class, for all test rows. */
  double[][] predict() throws Exception;

  /** The same for one test row, asked for alone. */
  double[] predict(int row) throws Exception;

  /** What ran: versions, kernels. One line without commas. */
  String describe();
}
