package org.backpropnet.data;

import java.util.List;
import org.backpropnet.math.Require;

/**
 * What was decided about one column when the encoder looked at the training rows. Inputs of a
 * network are numbered: dense ones first, then the blocks of which at most one input is 1 in a row,
 * then the thermometers.
 */
public sealed interface InputCode {
  /**
   * The column's name.
   *
   * @return the name in the table
   */
  String name();

  /**
   * Whether cells are numbers.
   *
   * @return false for categories, and for columns that are left out
   */
  default boolean numeric() {
    return this instanceof Number || this instanceof Thermometer;
  }

  /**
   * The input that says that a cell is missing.
   *
   * @return -1 if there is none
   */
  default int missingInput() {
    return -1;
  }

  /**
   * Whether the column has a block of inputs of which at most one is 1 in a row.
   *
   * @return true for categories, and for numbers with an input for missing cells
   */
  default boolean hasBlock() {
    return this instanceof Category || missingInput() >= 0;
  }

  /**
   * A number, centred and scaled; 0 when missing.
   *
   * @param name the column's name
   * @param center weighted mean of the training rows
   * @param scale weighted standard deviation of the training rows; the largest double if all known
   *     cells are equal
   * @param input the dense input that carries it
   * @param missingInput the input that is 1 when the cell is missing, or -1 if no training cell was
   */
  record Number(String name, double center, double scale, int input, int missingInput)
      implements InputCode {
    /** Checks that a cell can be coded. */
    public Number {
      Require.finite("center of column \"" + name + "\"", center);
      Require.positive("scale of column \"" + name + "\"", scale, "");
    }
  }

  /**
   * A number as a thermometer (piecewise linear; Gorishniy et al. 2022), so that a network can bend
   * at each mark. Between two neighbouring marks lies a bin with an input of its own: (value -
   * mark) / (next mark - mark), kept from 0 to 1. So the inputs below a number are 1 and those
   * above are 0; when it is missing all are 0.
   *
   * @param name the column's name
   * @param marks at least two finite numbers, ascending
   * @param firstInput input of the lowest bin; the others follow
   * @param missingInput the input that is 1 when the cell is missing, or -1 if no training cell was
   */
  record Thermometer(String name, List<Double> marks, int firstInput, int missingInput)
      implements InputCode {
    /** Copies the list and checks that every bin has a width. */
    public Thermometer {
      marks = List.copyOf(marks);
      Require.atLeast("number of marks of column \"" + name + "\"", marks.size(), 2, "");
      for (int m = 0; m < marks.size(); m++) {
        Require.finite("mark of column \"" + name + "\"", marks.get(m));
        if (m > 0 && !(marks.get(m) > marks.get(m - 1))) {
          throw new IllegalArgumentException(
              "The marks of column \""
                  + name
                  + "\" are "
                  + marks
                  + ", but each must be greater than the one before it.");
        }
      }
    }

    /**
     * Number of bins.
     *
     * @return inputs that the number takes, its flag not counted
     */
    public int bins() {
      return marks.size() - 1;
    }
  }

  /**
   * Categories, one input each (one-hot).
   *
   * @param name the column's name
   * @param levels labels with an input of their own, sorted by code points
   * @param firstInput input of the first level; the others follow
   * @param otherInput input of all rare and unseen labels together, or -1: then they are all zeros
   * @param missingInput input that is 1 when the cell is missing, or -1 if no training cell was
   */
  record Category(
      String name, List<String> levels, int firstInput, int otherInput, int missingInput)
      implements InputCode {
    /** Copies the list. */
    public Category {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A column that says nothing and is left out.
   *
   * @param name the column's name
   * @param reason why, in words that follow the name
   */
  record Dropped(String name, String reason) implements InputCode {}
}
