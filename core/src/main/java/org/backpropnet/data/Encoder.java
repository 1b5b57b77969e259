package org.backpropnet.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the user's cells into the numbers that a network sees, and remembers what was decided about
 * each column. Numbers are centred and scaled; a missing number is neutral (0) and raises a flag
 * input of its own; categories get one input each, rare ones share "other". Infinite numbers count
 * as missing.
 *
 * @param codes one per input column, in the table's order
 * @param target how the target is coded
 * @param denseInputs number of inputs that carry a number; they come first
 * @param inputs number of all inputs
 */
public record Encoder(List<InputCode> codes, TargetCode target, int denseInputs, int inputs) {
  /** Coded numbers are limited to this many standard deviations, so that they stay finite. */
  public static final double LIMIT = 1e4;

  /** Copies the list. */
  public Encoder {
    codes = List.copyOf(codes);
  }

  /**
   * Number of blocks: inputs of which at most one is 1 in a row.
   *
   * @return flags of numbers, and columns of categories
   */
  public int blocks() {
    int blocks = 0;
    for (InputCode code : codes) {
      if (code instanceof InputCode.Category
          || code instanceof InputCode.Number n && n.missingInput() >= 0) {
        blocks++;
      }
    }
    return blocks;
  }

  /**
   * What each input stands for.
   *
   * @return [inputs] for instance "bedrooms", "zip=10001", "zip=(other)", "bedrooms is missing"
   */
  public String[] inputNames() {
    String[] names = new String[inputs];
    for (InputCode code : codes) {
      if (code instanceof InputCode.Number n) {
        names[n.input()] = n.name();
        name(names, n.missingInput(), n.name() + " is missing");
      } else if (code instanceof InputCode.Category c) {
        for (int l = 0; l < c.levels().size(); l++) {
          names[c.firstInput() + l] = c.name() + "=" + c.levels().get(l);
        }
        name(names, c.otherInput(), c.name() + "=(other)");
        name(names, c.missingInput(), c.name() + " is missing");
      }
    }
    return names;
  }

  private static void name(String[] names, int input, String name) {
    if (input >= 0) {
      names[input] = name;
    }
  }

  /**
   * Columns that were left out, and why.
   *
   * @return sentences, in the order of the columns
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (InputCode code : codes) {
      if (code instanceof InputCode.Dropped d) {
        notes.add("Column \"" + d.name() + "\" " + d.reason());
      }
    }
    return notes;
  }

  /**
   * Finds this encoder's columns in a table by name.
   *
   * @param columns the table's columns, in any order, with any order of labels
   * @return what reads its rows
   * @throws DataException if a column is missing or of another kind
   */
  public RowReader bind(List<Column> columns) {
    return RowReader.bind(this, columns);
  }
}
