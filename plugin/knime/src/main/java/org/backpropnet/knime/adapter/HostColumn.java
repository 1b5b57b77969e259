package org.backpropnet.knime.adapter;

import java.util.List;
import java.util.Optional;

/**
 * What a table says about one of its columns before a row is read.
 *
 * @param name the column's name
 * @param kind what its cells are
 * @param labels all labels, in the table's order; empty if the table does not list them
 * @param low lowest number, NaN if not known
 * @param high highest number, NaN if not known
 */
public record HostColumn(
    String name, Kind kind, Optional<List<String>> labels, double low, double high) {

  /** What cells are. */
  public enum Kind {
    /** Numbers. */
    NUMBER,
    /** Labels. */
    CATEGORY,
    /** Neither: such a column is not learned from. */
    OTHER
  }

  /** Copies the labels. */
  public HostColumn {
    labels = labels.map(List::copyOf);
  }

  /**
   * A column of numbers whose range is not known.
   *
   * @param name the column's name
   * @return the column
   */
  public static HostColumn number(String name) {
    return new HostColumn(name, Kind.NUMBER, Optional.empty(), Double.NaN, Double.NaN);
  }

  /**
   * A column of labels that are listed.
   *
   * @param name the column's name
   * @param labels all of them
   * @return the column
   */
  public static HostColumn category(String name, List<String> labels) {
    return new HostColumn(name, Kind.CATEGORY, Optional.of(labels), Double.NaN, Double.NaN);
  }

  /**
   * A column of labels that are found out by reading.
   *
   * @param name the column's name
   * @return the column
   */
  public static HostColumn category(String name) {
    return new HostColumn(name, Kind.CATEGORY, Optional.empty(), Double.NaN, Double.NaN);
  }
}
