package org.backpropnet.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run of a program brought.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it printed to the error stream
 */
public record Ran(int code, String out, String err) {
  /** A program that tests can call without ending the Java machine. */
  @FunctionalInterface
  public interface Program {
    /**
     * Runs it.
     *
     * @param words of the command line
     * @param out gets results
     * @param err gets errors
     * @return the exit code
     */
    int run(String[] words, PrintStream out, PrintStream err);
  }

  /**
   * Runs a program.
   *
   * @param program which
   * @param words of the command line
   * @return what it brought
   */
  public static Ran of(Program program, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        program.run(
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
