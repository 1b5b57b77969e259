package org.backpropnet.testdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The true effects: that they are right, and that the table tells them. */
class HouseEffectsTest {
  /** The file gives four decimals. */
  private static final double LAST_DIGIT = 0.5001e-4;

  private final Map<String, Double> facts = PublishedHouses.effects();

  HouseEffectsTest() throws IOException {}

  @ParameterizedTest
  @EnumSource
  void leastSquaresOnTheTrueFormFindsTheEffectWithinFivePercent(HouseStep step) throws IOException {
    PublishedHouses table = PublishedHouses.read();
    List<Integer> rows = table.completeRows();
    List<HouseFacts> houses = rows.stream().map(table.facts()::get).toList();
    LeastSquares fit =
        LeastSquares.fit(
            rows.stream().map(table.zips()::get).toList(),
            houses.stream().map(HouseEffectsTest::amounts).toArray(double[][]::new),
            rows.stream().mapToDouble(table.prices()::get).toArray());
    String zip = table.zips().get(0);
    double found = Houses.averageEffect(houses, step, 0.5, x -> fit.predict(zip, amounts(x)));
    double expected = facts.get("average_effect " + step.column);
    // the noise alone makes a standard error of 2.5 to 3.4 % of the effect
    assertEquals(expected, found, 0.05 * expected);
  }

  @Test
  void theEffectsOfSchoolsRatingAndBedroomsAreThoseWorkedOutByHand() {
    // price = ... 5 schools - 3 (b - 1) + (10 + 42 (b - 1)) ((r - 1) / 9)^2 ...
    assertEquals(5, facts.get("average_effect schools"), LAST_DIGIT);
    assertEquals(5, facts.get("one_more schools"), LAST_DIGIT);
    double slope = mean(x -> (10 + 42 * (x.bedrooms() - 1)) * 2 * (x.rating() - 1) / 81);
    double bend = mean(x -> (10 + 42 * (x.bedrooms() - 1)) / 81);
    assertEquals(slope, facts.get("average_effect school_rating"), LAST_DIGIT);
    assertEquals(slope + bend, facts.get("one_more school_rating"), LAST_DIGIT);
    double bedroom = mean(x -> -3 + 42 * (x.rating() - 1) * (x.rating() - 1) / 81);
    assertEquals(bedroom, facts.get("average_effect bedrooms"), LAST_DIGIT);
    assertEquals(bedroom, facts.get("one_more bedrooms"), LAST_DIGIT);
  }

  @Test
  void theEffectsOfBackyardAndYearAreThoseWorkedOutByHand() {
    // price = ... 3 (t - 2015) + (16 + 48 w(t)) g(k), g = 1 - e^(-k/700), w = logistic
    double shrink = 1 - Math.exp(-100.0 / 700);
    double hundred = mean(x -> gardenDollars(x) * Math.exp(-x.backyard() / 700) * shrink);
    assertEquals(hundred, facts.get("one_more backyard_sqft"), LAST_DIGIT);
    // moving the step down by half of it multiplies e^(-k/700) by e^(50/700)
    double shifted = hundred * Math.exp(50.0 / 700);
    assertEquals(shifted, facts.get("average_effect backyard_sqft"), LAST_DIGIT);
    double year = mean(x -> 3 + 48 * garden(x) * (homeOffice(x.year() + 1) - homeOffice(x.year())));
    assertEquals(year, facts.get("one_more year"), LAST_DIGIT);
  }

  @Test
  void gardensSaturateAndMatterMoreSincePeopleWorkFromHome() {
    double early = worth(2016, 1000, 0);
    double late = worth(2023, 1000, 0);
    // 16 and 64 dollars times a saturation of 0.76; the logistic is within 2 % of 0 and 1 there
    assertEquals(12.2, early, 0.3);
    assertEquals(48.7, late, 0.8);
    assertTrue(worth(2023, 3000, 2000) < 0.1 * late);
  }

  @Test
  void aRatingPointIsWorthMoreTheBetterTheSchoolsAndTheLargerTheHome() {
    assertTrue(ratingPoint(8, 3) > 2 * ratingPoint(3, 3));
    assertTrue(ratingPoint(6, 4) > 2 * ratingPoint(6, 2));
    assertTrue(ratingPoint(1, 1) > 0);
  }

  private static double worth(int year, double backyard, double insteadOf) {
    return Houses.truth(0, new HouseFacts(7, 6, 3, backyard, year))
        - Houses.truth(0, new HouseFacts(7, 6, 3, insteadOf, year));
  }

  private static double ratingPoint(double rating, int bedrooms) {
    return Houses.truth(0, new HouseFacts(7, rating + 1, bedrooms, 800, 2020))
        - Houses.truth(0, new HouseFacts(7, rating, bedrooms, 800, 2020));
  }

  private static double mean(ToDoubleFunction<HouseFacts> of) {
    return Houses.generate().stream().map(House::facts).mapToDouble(of).average().orElseThrow();
  }

  private static double gardenDollars(HouseFacts x) {
    return 16 + 48 * homeOffice(x.year());
  }

  private static double garden(HouseFacts x) {
    return 1 - Math.exp(-x.backyard() / 700);
  }

  private static double homeOffice(double year) {
    return 1 / (1 + Math.exp((2020 - year) / 0.75));
  }

  private static double[] amounts(HouseFacts x) {
    return Arrays.stream(HouseTerm.values()).mapToDouble(term -> term.amount(x)).toArray();
  }
}
