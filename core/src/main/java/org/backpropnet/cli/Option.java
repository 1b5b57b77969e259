package org.backpropnet.cli;

/**
 * An option of a command.
 *
 * @param name without the two dashes in front
 * @param value what its value is, in one word; empty if it has none
 * @param help what it does, in sentences
 * @param repeatable whether it may be given more than once
 */
record Option(String name, String value, String help, boolean repeatable) {
  static Option of(String name, String value, String help) {
    return new Option(name, value, help, false);
  }

  /** How it is written: "--data FILE". */
  String synopsis() {
    return dashed() + (value.isEmpty() ? "" : " " + value);
  }

  String dashed() {
    return "--" + name;
  }

  boolean alone() {
    return value.isEmpty();
  }
}
