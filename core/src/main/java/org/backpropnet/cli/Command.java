package org.backpropnet.cli;

import java.io.IOException;
import java.util.List;

/** One thing that the program can do. */
interface Command {
  /** The word that calls it. */
  String name();

  /** What it does, in one sentence. */
  String summary();

  /** What can be set, in the order of the help text. */
  List<Option> options();

  /**
   * Does it.
   *
   * @throws UsageException if the options do not fit together
   * @throws IllegalArgumentException if settings exclude each other, or a DataException
   * @throws IOException if a file cannot be read or written
   */
  void run(Arguments arguments, Desk desk) throws IOException;
}
