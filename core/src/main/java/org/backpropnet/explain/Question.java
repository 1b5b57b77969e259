package org.backpropnet.explain;

import org.backpropnet.data.Table;
import org.backpropnet.model.Model;

/**
 * What is to be explained.
 *
 * @param model the network
 * @param table rows that it can answer, best of all those that it learned from; with the target
 * @param row the row that the page follows, from 0
 * @param unit what the answer is counted in, for instance "dollars per square foot"; if empty, the
 *     target's name is used. Classes are always told in percent
 */
public record Question(Model model, Table table, int row, String unit) {
  /** Checks the row. */
  public Question {
    if (row < 0 || row >= table.rowCount()) {
      throw new IllegalArgumentException(
          "row is "
              + (row + 1)
              + ", but it must be from 1 to "
              + table.rowCount()
              + ", the number of rows of the table.");
    }
  }
}
