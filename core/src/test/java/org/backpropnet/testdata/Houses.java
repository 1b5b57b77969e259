package org.backpropnet.testdata;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The house example: generated sales whose true prices are known. {@link HouseTerm} says what a
 * house is worth; here the zips, the houses, the noise and the empty cells are drawn.
 */
final class Houses {
  /** Standard deviation of the noise, dollars per square foot. */
  static final double NOISE = 18;

  /** Chance of a cell in {@link #MAY_BE_BLANK} to be left empty. */
  static final double BLANK_SHARE = 0.015;

  /** Columns with empty cells; year, zip and price are always known. */
  static final Set<HouseStep> MAY_BE_BLANK =
      Set.of(HouseStep.SCHOOL, HouseStep.RATING_POINT, HouseStep.BEDROOM, HouseStep.BACKYARD);

  private static final long SEED = 2024;
  private static final int ZIPS = 70;
  private static final double[] BEDROOM_SHARES = {0.14, 0.22, 0.28, 0.22, 0.14};
  private static final double LARGEST_BACKYARD = 8000;

  private final Dice levels = Dice.of(SEED, 1);
  private final Dice schools = Dice.of(SEED, 2);
  private final Dice ratings = Dice.of(SEED, 3);
  private final Dice homes = Dice.of(SEED, 4);
  private final Dice noise = Dice.of(SEED, 5);
  private final Dice blanks = Dice.of(SEED, 6);
  private final Dice order = Dice.of(SEED, 7);

  private Houses() {}

  /**
   * Draws the table; every call gives the same.
   *
   * @return the sales in the order of the files
   */
  static List<House> generate() {
    return new Houses().draw();
  }

  /**
   * The price per square foot without noise.
   *
   * @param level what the address is worth
   * @param x the house
   * @return dollars per square foot
   */
  static double truth(double level, HouseFacts x) {
    double sum = level;
    for (HouseTerm term : HouseTerm.values()) {
      sum += term.dollars * term.amount(x);
    }
    return sum;
  }

  /**
   * Mean over houses of what a step does to the true price.
   *
   * @param houses the rows
   * @param step the column and the size of the step
   * @param below how much of the step lies below the house: 0 for "one more", 0.5 for half a step
   *     down and half a step up
   * @return dollars per square foot
   */
  static double averageEffect(List<House> houses, HouseStep step, double below) {
    return averageEffect(houses.stream().map(House::facts).toList(), step, below, x -> truth(0, x));
  }

  /**
   * Mean over houses of what a step does to any function of them.
   *
   * @param houses the rows
   * @param step the column and the size of the step
   * @param below how much of the step lies below the house
   * @param price the function
   * @return mean of price(x + (1 - below) step) - price(x - below step)
   */
  static double averageEffect(
      List<HouseFacts> houses, HouseStep step, double below, ToDoubleFunction<HouseFacts> price) {
    double sum = 0;
    for (HouseFacts x : houses) {
      sum +=
          price.applyAsDouble(step.move(x, (1 - below) * step.size))
              - price.applyAsDouble(step.move(x, -below * step.size));
    }
    return sum / houses.size();
  }

  private List<House> draw() {
    List<House> houses = new ArrayList<>();
    for (int number = 0; number < ZIPS; number++) {
      Zip zip = Zip.draw(number, levels, schools, ratings);
      for (int year = 0; year < Zip.YEARS; year++) {
        int sales = 2 + homes.below(3);
        for (int sale = 0; sale < sales; sale++) {
          houses.add(sale(zip, year));
        }
      }
    }
    for (int i = houses.size() - 1; i > 0; i--) {
      houses.set(i, houses.set(order.below(i + 1), houses.get(i)));
    }
    return List.copyOf(houses);
  }

  private House sale(Zip zip, int year) {
    int bedrooms = bedrooms();
    HouseFacts facts =
        new HouseFacts(
            zip.schools()[year],
            zip.ratings()[year],
            bedrooms,
            backyard(bedrooms),
            Zip.FIRST_YEAR + year);
    double truth = truth(zip.level(), facts);
    double price = StrictMath.rint((truth + NOISE * noise.normal()) * 100) / 100;
    return new House(zip.label(), facts, truth, price, blankCells());
  }

  private int bedrooms() {
    double draw = homes.unit();
    int bedrooms = 1;
    for (double share : BEDROOM_SHARES) {
      draw -= share;
      if (draw < 0) {
        return bedrooms;
      }
      bedrooms++;
    }
    return BEDROOM_SHARES.length;
  }

  /** Small homes have often none; larger homes have larger ones. */
  private double backyard(int bedrooms) {
    boolean none = homes.unit() < 0.4 / bedrooms;
    double size = (300 + 250 * bedrooms) * StrictMath.exp(0.7 * homes.normal());
    return none ? 0 : StrictMath.min(LARGEST_BACKYARD, StrictMath.rint(size));
  }

  private Set<HouseStep> blankCells() {
    Set<HouseStep> cells = EnumSet.noneOf(HouseStep.class);
    for (HouseStep column : HouseStep.values()) {
      if (MAY_BE_BLANK.contains(column) && blanks.unit() < BLANK_SHARE) {
        cells.add(column);
      }
    }
    return cells;
  }
}
