package org.backpropnet.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that a user gave to a command. */
final class Arguments {
  private final String command;
  private final Map<String, List<String>> values = new HashMap<>();

  private Arguments(String command) {
    this.command = command;
  }

  /**
   * Reads "--name value", "--name=value", and "--name" alone where the option has no value.
   *
   * @throws UsageException naming the word that does not fit
   */
  static Arguments parse(Command command, List<String> words) {
    Map<String, Option> known = new HashMap<>();
    command.options().forEach(option -> known.put(option.dashed(), option));
    Arguments arguments = new Arguments(command.name());
    int at = 0;
    while (at < words.size()) {
      String[] parts = words.get(at).split("=", 2);
      Option option = known.get(parts[0]);
      if (option == null) {
        throw arguments.misused("\"" + words.get(at) + "\" is no option of it.");
      }
      at++;
      String value = parts.length > 1 ? parts[1] : null;
      if (option.alone() && value != null) {
        throw arguments.misused(option.dashed() + " takes no value, but has \"" + value + "\".");
      }
      if (!option.alone() && value == null) {
        if (at == words.size() || words.get(at).startsWith("--")) {
          throw arguments.misused(
              option.dashed() + " has no value: " + option.synopsis() + " is needed.");
        }
        value = words.get(at++);
      }
      arguments.add(option, value == null ? "" : value);
    }
    return arguments;
  }

  private void add(Option option, String value) {
    List<String> given = values.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (!given.isEmpty() && !option.repeatable()) {
      throw misused(option.dashed() + " is given twice. Give it once.");
    }
    given.add(value);
  }

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  Optional<String> text(Option option) {
    return has(option) ? Optional.of(values.get(option.name()).get(0)) : Optional.empty();
  }

  List<String> all(Option option) {
    return values.getOrDefault(option.name(), List.of());
  }

  /**
   * The value of an option that must be there.
   *
   * @throws UsageException if it is not
   */
  String need(Option option) {
    return text(option)
        .orElseThrow(() -> misused(option.synopsis() + " is missing. " + option.help()));
  }

  /** An error in the use of this command. */
  UsageException misused(String what) {
    return new UsageException(
        command + ": " + what + " \"" + command + " --help\" lists its options.");
  }
}
