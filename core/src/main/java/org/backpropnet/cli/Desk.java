package org.backpropnet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.data.WeightedTable;
import org.backpropnet.model.Model;

/**
 * What every command works with: where results and remarks go, and how files are read.
 *
 * @param out gets results
 * @param err gets notes, progress and errors
 * @param readers reader of each file extension, in small letters and without the point
 */
record Desk(PrintStream out, PrintStream err, Map<String, TableReader> readers) {
  static final Option DATA =
      Option.of("data", "FILE", "The table: a file with a line of names, then one row per line.");
  static final Option MODEL = Option.of("model", "FILE", "The model, as \"train\" has saved it.");
  static final Option SEPARATOR =
      Option.of(
          "separator",
          "NAME",
          "What stands between two cells of a CSV file: comma, semicolon or tab. Without it the"
              + " first line decides.");
  static final Option WEIGHT =
      Option.of(
          "weight",
          "COLUMN",
          "The column that says how much each row counts; it is no input. Without it all rows count"
              + " the same.");

  /** Reads the table that --data names. */
  Table table(Arguments arguments, TableOptions options) throws IOException {
    Path file = path(arguments, DATA);
    TableReader reader = readers.get(extension(file));
    if (reader == null) {
      throw new DataException(
          "The file \""
              + file
              + "\" cannot be read as a table: its name must end in one of "
              + new TreeSet<>(readers.keySet())
              + ".");
    }
    TableOptions how = options;
    if (arguments.has(SEPARATOR)) {
      how = options.separatedBy(separator(arguments));
    }
    Table table = reader.read(file, how, this::note);
    return arguments.has(WEIGHT) ? new WeightedTable(table, arguments.need(WEIGHT)) : table;
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static char separator(Arguments arguments) {
    String name = arguments.need(SEPARATOR);
    return switch (name) {
      case "comma", "," -> ',';
      case "semicolon", ";" -> ';';
      case "tab", "\t" -> '\t';
      default ->
          throw arguments.misused(
              "--separator is \"" + name + "\", but it must be comma, semicolon or tab.");
    };
  }

  /** Reads the model that an option names. */
  Model model(Arguments arguments, Option option) throws IOException {
    return BackpropNet.load(path(arguments, option));
  }

  /** The path that an option names. */
  Path path(Arguments arguments, Option option) {
    String text = arguments.need(option);
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw arguments.misused(option.dashed() + " is \"" + text + "\": " + e.getReason() + ".");
    }
  }

  /**
   * The path of a file that is to be written: checked before long work begins.
   *
   * @param inputs options that name files which must not be overwritten
   */
  Path output(Arguments arguments, Option option, Option... inputs) throws IOException {
    Path file = path(arguments, option);
    for (Option input : inputs) {
      Path read = path(arguments, input);
      if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
        throw arguments.misused(
            option.dashed() + " would overwrite the file of " + input.dashed() + ". Change one.");
      }
    }
    if (Files.isDirectory(file)) {
      throw new IOException("\"" + file + "\" is a folder. Name a file inside it.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "\"" + file + "\" cannot be written: its folder does not exist. Make the folder first.");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new IOException(
          "\"" + file + "\" cannot be written: this user may not. Choose another place.");
    }
    return file;
  }

  /** Tells what the user may want to know. */
  void note(String sentence) {
    err.println("Note: " + sentence);
  }
}
