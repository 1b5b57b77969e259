package org.backpropnet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program in the core's jar: trains and uses models on CSV files. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends this Java machine with its exit code.
   *
   * @param words the command and its options
   */
  public static void main(String[] words) {
    exit(new CommandLine("java -jar backprop-net-core.jar", CommandLine.csvReaders()), words);
  }

  /**
   * Runs a command and ends this Java machine. Results are written in UTF-8 on every system, so
   * that a redirected table is a CSV file that can be read again.
   *
   * @param program the commands
   * @param words the command and its options
   */
  public static void exit(CommandLine program, String[] words) {
    FileOutputStream stream = new FileOutputStream(FileDescriptor.out);
    PrintStream out = new PrintStream(stream, false, StandardCharsets.UTF_8);
    System.exit(program.run(words, out, System.err));
  }
}
