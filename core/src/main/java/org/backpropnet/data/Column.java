package org.backpropnet.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column of a table: its name and what its numbers mean. */
public sealed interface Column {
  /**
   * The column's name.
   *
   * @return never null
   */
  String name();

  /**
   * Numbers; dates count as numbers of milliseconds since 1970.
   *
   * @param name the column's name
   */
  record Numeric(String name) implements Column {
    /** Checks the name. */
    public Numeric {
      named(name);
    }
  }

  /**
   * Categories. A cell holds the index of its label.
   *
   * @param name the column's name
   * @param labels all labels that a cell may have, in the host's order; no two alike
   * @param asked whether somebody said that these are categories, however much they look like
   *     numbers
   */
  record Nominal(String name, List<String> labels, boolean asked) implements Column {
    /**
     * Categories as a host has them; labels that are numbers may turn out to be numbers.
     *
     * @param name the column's name
     * @param labels all labels that a cell may have
     */
    public Nominal(String name, List<String> labels) {
      this(name, labels, false);
    }

    /** Checks and copies. */
    public Nominal {
      named(name);
      labels = List.copyOf(labels);
      Set<String> seen = new HashSet<>();
      for (String label : labels) {
        if (!seen.add(label)) {
          throw new IllegalArgumentException(
              "Column \"" + name + "\" lists the label \"" + label + "\" twice. Name it once.");
        }
      }
    }
  }

  private static void named(String name) {
    if (name == null) {
      throw new IllegalArgumentException("A column needs a name.");
    }
  }
}
