package org.backpropnet.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The marks of a thermometer: where a number lies between them, and where to put them. */
final class Marks {
  private final double[] marks;

  Marks(InputCode.Thermometer code) {
    marks = code.marks().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The bin in which a number lies; the nearest where it lies outside. */
  int bin(double value) {
    // Adding 0 makes a negative zero a positive one, which the search would put above it.
    int found = Arrays.binarySearch(marks, value + 0.0);
    int bin = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(marks.length - 2, bin));
  }

  /** How far through a bin a number lies, from 0 to 1. */
  double fraction(double value, int bin) {
    double low = marks[bin];
    double high = marks[bin + 1];
    // The distance between two numbers near the largest double overflows unless they are halved.
    double half = high - low < Double.POSITIVE_INFINITY ? 1 : 0.5;
    double inside = Math.max(low, Math.min(high, value));
    return (half * inside - half * low) / (half * high - half * low);
  }

  /**
   * Marks at equal shares of the training rows' weight: the lowest number, the highest, and between
   * them the smallest numbers up to which 1, 2, ... of so many shares lie. A row of weight 2 counts
   * as two rows. Where numbers repeat so often that marks would coincide, there are fewer; where
   * the numbers are few, each is a mark.
   *
   * @param table where the numbers are
   * @param column which column
   * @param rows which rows, each with a weight above 0
   * @param bins most bins, at least 1
   * @return marks, ascending; empty if no number is there
   */
  static List<Double> fit(Table table, int column, int[] rows, int bins) {
    double[] distinct = distinct(table, column, rows);
    if (distinct.length <= bins + 1L) {
      return Arrays.stream(distinct).boxed().toList();
    }
    double[] upTo = weightUpTo(distinct, table, column, rows);
    double total = upTo[upTo.length - 1];
    List<Double> marks = new ArrayList<>();
    marks.add(distinct[0]);
    int at = 0;
    for (int k = 1; k < bins; k++) {
      while (upTo[at] * bins < total * k) {
        at++;
      }
      if (distinct[at] > marks.get(marks.size() - 1)) {
        marks.add(distinct[at]);
      }
    }
    double highest = distinct[distinct.length - 1];
    if (highest > marks.get(marks.size() - 1)) {
      marks.add(highest);
    }
    return marks;
  }

  /** The numbers up to which a quarter and three quarters of the rows' weight lie. */
  static List<Double> quarters(Table table, int column, int[] rows) {
    double[] distinct = distinct(table, column, rows);
    double[] upTo = weightUpTo(distinct, table, column, rows);
    double total = upTo[upTo.length - 1];
    List<Double> quarters = new ArrayList<>();
    int at = 0;
    for (int k = 1; k < 4; k += 2) {
      while (upTo[at] * 4 < total * k) {
        at++;
      }
      quarters.add(distinct[at]);
    }
    return quarters;
  }

  private static double[] distinct(Table table, int column, int[] rows) {
    double[] values = new double[rows.length];
    int count = 0;
    for (int row : rows) {
      double value = table.value(row, column);
      if (Double.isFinite(value)) {
        values[count++] = value + 0.0;
      }
    }
    Arrays.sort(values, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /** The weight of all rows up to each of the numbers, added in the order of the numbers. */
  private static double[] weightUpTo(double[] distinct, Table table, int column, int[] rows) {
    double[] weight = new double[distinct.length];
    for (int row : rows) {
      double value = table.value(row, column);
      if (Double.isFinite(value)) {
        weight[Arrays.binarySearch(distinct, value + 0.0)] += table.weight(row);
      }
    }
    for (int i = 1; i < weight.length; i++) {
      weight[i] += weight[i - 1];
    }
    return weight;
  }
}
