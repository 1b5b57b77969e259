package org.backpropnet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.DataException;
import org.backpropnet.train.TrainingDivergedException;

/**
 * The commands train, predict, evaluate, show, export, explain and verify, on files of any format
 * that has a reader.
 */
public final class CommandLine {
  /** Exit code: the command did what it was asked. */
  public static final int DONE = 0;

  /** Exit code: the data, or a file, are at fault. */
  public static final int FAILED = 1;

  /** Exit code: the command or its options are at fault. */
  public static final int MISUSED = 2;

  private static final List<Command> COMMANDS =
      List.of(
          new TrainCommand(),
          new PredictCommand(),
          new EvaluateCommand(),
          new ShowCommand(),
          new ExportCommand(),
          new ExplainCommand(),
          new VerifyCommand());

  private final String program;
  private final Map<String, TableReader> readers;

  /**
   * A program.
   *
   * @param program how the user calls it, for help texts
   * @param readers reader of each file extension, in small letters and without the point
   */
  public CommandLine(String program, Map<String, TableReader> readers) {
    this.program = program;
    this.readers = Map.copyOf(readers);
  }

  /**
   * The readers that the core brings.
   *
   * @return for the extensions csv, tsv and txt
   */
  public static Map<String, TableReader> csvReaders() {
    TableReader csv =
        (file, options, notes) -> {
          CsvTable table = CsvTable.read(file, options);
          table.notes().forEach(notes);
          return table;
        };
    return Map.of("csv", csv, "tsv", csv, "txt", csv);
  }

  /**
   * Runs a command.
   *
   * @param words the command and its options
   * @param out gets results
   * @param err gets notes, progress and errors
   * @return the exit code
   */
  public int run(String[] words, PrintStream out, PrintStream err) {
    try {
      dispatch(Arrays.asList(words), new Desk(out, err, readers));
      if (out.checkError()) {
        throw new IOException("The output could not be written to its end.");
      }
      return DONE;
    } catch (DataException | TrainingDivergedException e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      err.println(words(e));
      return FAILED;
    } catch (UsageException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return MISUSED;
    }
  }

  private void dispatch(List<String> words, Desk desk) throws IOException {
    if (words.isEmpty() || words.get(0).equals("help") || isHelp(words.get(0))) {
      desk.out().print(Help.of(program, COMMANDS));
      if (words.isEmpty()) {
        throw new UsageException("No command is given.");
      }
      return;
    }
    Command command = command(words.get(0));
    List<String> rest = words.subList(1, words.size());
    if (rest.stream().anyMatch(CommandLine::isHelp)) {
      desk.out().print(Help.of(program, command));
    } else {
      command.run(Arguments.parse(command, rest), desk);
    }
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  private static Command command(String name) {
    List<String> names = COMMANDS.stream().map(Command::name).toList();
    int at = names.indexOf(name);
    if (at < 0) {
      throw new UsageException(
          "\"" + name + "\" is no command. It must be one of " + String.join(", ", names) + ".");
    }
    return COMMANDS.get(at);
  }

  /** The messages of Java's own errors name a file and nothing else. */
  private static String words(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "\"" + e.getMessage() + "\" cannot be used: this user may not.";
    }
    if (e instanceof NoSuchFileException) {
      return "\"" + e.getMessage() + "\" does not exist.";
    }
    return String.valueOf(e.getMessage());
  }
}
