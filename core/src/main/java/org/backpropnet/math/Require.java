package org.backpropnet.math;

/** Checks of arguments at the door: each error says what, its value, the rule and the way out. */
public final class Require {
  private Require() {}

  /**
   * Demands a finite number greater than zero.
   *
   * @param name what the number is, as the user knows it
   * @param value the number
   * @param hint the way out, a whole sentence
   * @return the number
   * @throws IllegalArgumentException if it is zero, negative, NaN or infinite
   */
  public static double positive(String name, double value, String hint) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, value, "greater than 0 and finite. " + hint);
    }
    return value;
  }

  /**
   * Demands a number that is there and finite.
   *
   * @param name what the number is
   * @param value the number
   * @return the number
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw refused(name, value, "finite.");
    }
    return value;
  }

  /**
   * Demands a number from a closed range.
   *
   * @param name what the number is
   * @param value the number
   * @param low the smallest allowed value
   * @param high the largest allowed value
   * @return the number
   * @throws IllegalArgumentException if it lies outside or is NaN
   */
  public static double between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw refused(name, value, "from " + low + " to " + high + ".");
    }
    return value;
  }

  /**
   * Demands a number from a range that excludes its upper end.
   *
   * @param name what the number is
   * @param value the number
   * @param low the smallest allowed value
   * @param high the first value that is too large
   * @return the number
   * @throws IllegalArgumentException if it lies outside or is NaN
   */
  public static double below(String name, double value, double low, double high) {
    if (!(value >= low && value < high)) {
      throw refused(name, value, "at least " + low + " and less than " + high + ".");
    }
    return value;
  }

  /**
   * Demands a whole number of at least a given size.
   *
   * @param name what the number is
   * @param value the number
   * @param low the smallest allowed value
   * @param hint the way out, a whole sentence, or empty
   * @return the number
   * @throws IllegalArgumentException if it is smaller
   */
  public static int atLeast(String name, int value, int low, String hint) {
    if (value < low) {
      throw new IllegalArgumentException(
          (name + " is " + value + ", but it must be at least " + low + ". " + hint).strip());
    }
    return value;
  }

  /**
   * Demands two equal lengths.
   *
   * @param name what has the length
   * @param actual the length it has
   * @param expected the length it must have
   * @throws IllegalArgumentException if they differ
   */
  public static void length(String name, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          name + " has " + actual + " values, but " + expected + " are needed.");
    }
  }

  /** Words are put together only when they are needed: checks stand where records are made. */
  private static IllegalArgumentException refused(String name, double value, String rule) {
    return new IllegalArgumentException(name + " is " + value + ", but it must be " + rule);
  }
}
