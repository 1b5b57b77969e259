package org.backpropnet.knime.adapter;

/**
 * The cells of one row. Columns are counted as in the list of {@link HostColumn}s they belong to.
 */
public interface HostRow {
  /**
   * Whether a cell is missing.
   *
   * @param column from 0
   * @return true if there is no value
   */
  boolean missing(int column);

  /**
   * A number.
   *
   * @param column one of numbers, from 0
   * @return as it is; NaN and the infinite ones count as missing
   */
  double number(int column);

  /**
   * A label.
   *
   * @param column one of labels, from 0
   * @return not null
   */
  String label(int column);
}
