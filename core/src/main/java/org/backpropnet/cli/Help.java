package org.backpropnet.cli;

import java.util.List;

/** The help texts, put together from what the commands and options say themselves. */
final class Help {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  private Help() {}

  /** What the program can do. */
  static String of(String program, List<Command> commands) {
    Help help = new Help();
    help.line("Backprop Net: trains a neural network on a table, and uses it.");
    help.line("");
    help.line("  " + program + " COMMAND --OPTION VALUE ...");
    help.line("");
    for (Command command : commands) {
      help.line(command.name());
      help.wrapped(command.summary());
    }
    help.line("");
    help.line("\"COMMAND --help\" lists the options of a command.");
    help.line("Exit code: 0 done, 1 the data or a file are at fault, 2 the options are.");
    return help.text.toString();
  }

  /** What a command can be told. */
  static String of(String program, Command command) {
    Help help = new Help();
    help.line(command.summary());
    help.line("");
    help.line("  " + program + " " + command.name() + " --OPTION VALUE ...");
    help.line("");
    for (Option option : command.options()) {
      help.line(option.synopsis());
      help.wrapped(option.help());
    }
    return help.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void wrapped(String words) {
    StringBuilder line = new StringBuilder("   ");
    for (String word : words.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(3);
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }
}
