package org.backpropnet.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the answers to rows held out missed the truth, sorted; from them come intervals that hold
 * the truth as often as they promise, whatever the network (split conformal prediction,
 * Papadopoulos and others 2002). Of more than a thousand misses a thousand are kept, each the
 * largest of its thousandth, so that an interval may promise up to a thousandth less than it keeps.
 */
public final class Misses {
  /** Most misses that are kept. */
  public static final int MOST = 1_000;

  /** No row was held out. */
  public static final Misses NONE = new Misses(0, new double[0]);

  /** Keeps sums of weights that are equal but for rounding on one side of a mark. */
  private static final double ROUNDING = 1e-9;

  private final int rows;
  private final double[] marks;

  /**
   * A miss.
   *
   * @param size how far the answer was from the truth
   * @param weight how much its row counts, greater than 0
   */
  record Miss(double size, double weight) {}

  /**
   * Misses that were kept.
   *
   * @param rows answers that were looked at
   * @param marks [marks] sizes of misses in the target's unit, ascending; mark k of n is the
   *     smallest that (k + 1) / n of the rows' weight do not exceed
   * @throws IllegalArgumentException if they are not ascending and finite, or more than rows
   */
  public Misses(int rows, double[] marks) {
    this.rows = rows;
    this.marks = marks.clone();
    if (marks.length != Math.min(rows, MOST)) {
      throw new IllegalArgumentException(
          "Of " + rows + " misses " + marks.length + " are kept, but it must be all up to " + MOST);
    }
    double before = 0;
    for (double mark : marks) {
      if (!(mark >= before && mark < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "A miss is " + mark + " after " + before + ", but they must ascend and be finite.");
      }
      before = mark;
    }
  }

  /**
   * Keeps misses of rows that count alike.
   *
   * @param sizes how far each answer was from the truth, finite
   * @return what is kept of them
   */
  public static Misses of(double[] sizes) {
    return of(Arrays.stream(sizes).mapToObj(size -> new Miss(size, 1)).toList());
  }

  /** Keeps misses. */
  static Misses of(List<Miss> misses) {
    List<Miss> sorted = new ArrayList<>(misses);
    sorted.sort((a, b) -> Double.compare(a.size, b.size));
    double total = 0;
    for (Miss miss : sorted) {
      total += miss.weight;
    }
    double[] marks = new double[Math.min(MOST, sorted.size())];
    int mark = 0;
    double sum = 0;
    for (Miss miss : sorted) {
      sum += miss.weight;
      while (mark < marks.length && (mark + 1.0) / marks.length <= sum / total + ROUNDING) {
        marks[mark++] = miss.size;
      }
    }
    return new Misses(sorted.size(), marks);
  }

  /**
   * How many answers were looked at.
   *
   * @return at least 0
   */
  public int rows() {
    return rows;
  }

  /**
   * The misses that were kept.
   *
   * @return [marks] a copy, ascending, in the target's unit
   */
  public double[] marks() {
    return marks.clone();
  }

  /**
   * How far an answer may be from the truth, so that the truth lies within as often as promised.
   *
   * @param level share of the answers for which this holds, above 0 and below 1
   * @return in the target's unit; infinite if too few rows were held out to promise so much
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public double margin(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "The level of an interval is "
              + level
              + ", but it must be above 0 and below 1. A usual level is 0.9.");
    }
    // Of rows + 1 equal places of the new row's miss among the others, so many must be covered.
    long rank = (long) Math.ceil(level * (rows + 1.0) - ROUNDING);
    if (rank > rows) {
      return Double.POSITIVE_INFINITY;
    }
    long mark = (rank * marks.length + rows - 1) / rows;
    return marks[(int) Math.max(1, mark) - 1];
  }
}
