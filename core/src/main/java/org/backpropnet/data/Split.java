package org.backpropnet.data;

import java.util.Arrays;
import org.backpropnet.math.SplitMix;

/**
 * Rows to learn from and rows held out to check.
 *
 * @param training rows to learn from, ascending
 * @param validation rows held out, ascending; may be empty
 */
public record Split(int[] training, int[] validation) {
  private static final long STREAM = 0x53504C4954L;

  /**
   * The rows that can be learned from: weight above 0 and a target that is there.
   *
   * @param table the user's table
   * @param target index of the target column
   * @return row numbers, ascending
   * @throws DataException if a weight is negative or not finite
   */
  public static int[] usable(Table table, int target) {
    int[] rows = new int[table.rowCount()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      double weight = table.weight(row);
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "The weight of row "
                + (row + 1)
                + " is "
                + weight
                + ", but it must be at least 0 and finite.");
      }
      if (weight > 0 && Double.isFinite(table.value(row, target))) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /**
   * Holds out a share of the rows, each class in its share (stratified). At least one row of each
   * class stays for learning.
   *
   * @param table the user's table
   * @param target index of the target column
   * @param rows the usable rows
   * @param share how much to hold out, and the seed
   * @return the two parts
   */
  public static Split stratified(Table table, int target, int[] rows, Share share) {
    boolean[] held = new boolean[table.rowCount()];
    int[] shuffled = rows.clone();
    SplitMix.of(share.seed(), STREAM).shuffle(shuffled);
    boolean classes = table.columns().get(target) instanceof Column.Nominal;
    int strata = classes ? ((Column.Nominal) table.columns().get(target)).labels().size() : 1;
    int heldCount = 0;
    for (int s = 0; s < strata; s++) {
      int[] stratum = classes ? ofClass(table, target, shuffled, s) : shuffled;
      int wanted = Math.min((int) Math.rint(share.held() * stratum.length), stratum.length - 1);
      for (int i = 0; i < wanted; i++) {
        held[stratum[i]] = true;
        heldCount++;
      }
    }
    int[] training = new int[rows.length - heldCount];
    int[] validation = new int[heldCount];
    int t = 0;
    int v = 0;
    for (int row : rows) {
      if (held[row]) {
        validation[v++] = row;
      } else {
        training[t++] = row;
      }
    }
    return new Split(training, validation);
  }

  private static int[] ofClass(Table table, int target, int[] rows, int label) {
    int[] found = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if ((int) table.value(row, target) == label) {
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * How much to hold out, and by which dice.
   *
   * @param held share of the rows, from 0 to less than 1
   * @param seed the user's seed
   */
  public record Share(double held, long seed) {}
}
