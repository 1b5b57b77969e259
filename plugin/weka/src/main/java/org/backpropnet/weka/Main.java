package org.backpropnet.weka;

import java.util.HashMap;
import java.util.Map;
import org.backpropnet.cli.CommandLine;
import org.backpropnet.cli.TableReader;

/** The command line of the core, which here reads Weka's ARFF files too. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends this Java machine with its exit code.
   *
   * @param words the command and its options
   */
  public static void main(String[] words) {
    org.backpropnet.cli.Main.exit(commandLine(), words);
  }

  /** Weka reads ARFF files; CSV files mean here exactly what they mean without Weka. */
  static CommandLine commandLine() {
    Map<String, TableReader> readers = new HashMap<>(CommandLine.csvReaders());
    readers.put("arff", ArffTable::read);
    return new CommandLine("java " + Main.class.getName(), readers);
  }
}
