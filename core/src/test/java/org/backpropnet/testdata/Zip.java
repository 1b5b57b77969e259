package org.backpropnet.testdata;

/**
 * One generated zip with its ten years.
 *
 * @param label five digits, counted up: no real place is meant
 * @param level dollars per square foot that its address alone is worth
 * @param schools [years] number of schools
 * @param ratings [years] mean school rating, one decimal
 */
record Zip(String label, double level, double[] schools, double[] ratings) {
  /** The first year of the table. */
  static final int FIRST_YEAR = 2015;

  /** How many years the table covers. */
  static final int YEARS = 10;

  private static final int FIRST_LABEL = 98701;
  private static final double MEAN_LEVEL = 120;
  private static final double LEVEL_SPREAD = 12;

  /** A number that wanders around its usual value from year to year. */
  private record Wander(double usual, double spread, double low, double high) {
    private static final double MEMORY = 0.6;

    /** Autoregression of order 1 with the given spread; [years]. */
    double[] years(Dice dice, double roundTo) {
      double[] values = new double[YEARS];
      double away = spread * dice.normal();
      double shock = spread * StrictMath.sqrt(1 - MEMORY * MEMORY);
      for (int year = 0; year < YEARS; year++) {
        double rounded = StrictMath.rint((usual + away) * roundTo) / roundTo;
        values[year] = StrictMath.max(low, StrictMath.min(high, rounded));
        away = MEMORY * away + shock * dice.normal();
      }
      return values;
    }
  }

  /**
   * Draws a zip. Its level, its schools and its ratings come from three separate sequences, so none
   * tells anything about the others.
   *
   * @param number position among the zips, from 0
   * @param levels randomness of the level
   * @param schoolDice randomness of the number of schools
   * @param ratingDice randomness of the ratings
   * @return the zip
   */
  static Zip draw(int number, Dice levels, Dice schoolDice, Dice ratingDice) {
    double level = MEAN_LEVEL + LEVEL_SPREAD * levels.normal();
    Wander schools = new Wander(schoolDice.between(5, 9), 2.8, 1, 14);
    Wander ratings = new Wander(ratingDice.between(4, 7), 1.9, 1, 10);
    return new Zip(
        String.valueOf(FIRST_LABEL + number),
        level,
        schools.years(schoolDice, 1),
        ratings.years(ratingDice, 10));
  }
}
