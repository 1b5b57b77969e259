package org.backpropnet.testdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** What the house example promises, checked on the committed files. */
class HousesTest {
  private final PublishedHouses table = PublishedHouses.read();

  HousesTest() throws IOException {}

  @Test
  void theTableHasAboutTwoThousandSalesInAtLeastSixtyZips() {
    assertTrue(table.prices().size() >= 1900 && table.prices().size() <= 2200);
    Map<String, List<Integer>> zips = table.rowsOfZips();
    assertTrue(zips.size() >= 60);
    zips.forEach(
        (zip, rows) -> {
          assertTrue(zip.matches("[0-9]{5}"), zip);
          // 2 to 4 sales in each of 10 years
          assertTrue(rows.size() >= 20 && rows.size() <= 40, zip);
        });
  }

  @Test
  void everyCellLooksLikeThatOfARealHouse() {
    for (HouseFacts x : table.facts()) {
      assertTrue(missing(x.schools()) || whole(x.schools(), 1, 14));
      assertTrue(missing(x.rating()) || (x.rating() >= 1 && x.rating() <= 10));
      assertTrue(missing(x.bedrooms()) || whole(x.bedrooms(), 1, 5));
      assertTrue(missing(x.backyard()) || whole(x.backyard(), 0, 8000));
      assertTrue(whole(x.year(), 2015, 2024));
    }
    for (double price : table.prices()) {
      assertTrue(price >= 70 && price <= 420, () -> "price " + price);
      // the double nearest to a number of cents: not more than one rounding error away
      assertEquals(Math.rint(price * 100), price * 100, 1e-10);
    }
  }

  @Test
  void oneToTwoPercentOfTheCellsThatMayBeEmptyAreEmpty() {
    double empty = 0;
    for (HouseFacts x : table.facts()) {
      for (double number : PublishedHouses.numbers(x)) {
        empty += missing(number) ? 1 : 0;
      }
    }
    // 8,400 cells with a chance of 1.5 %: the share has a standard deviation of 0.13 %
    double share = empty / (table.facts().size() * Houses.MAY_BE_BLANK.size());
    assertTrue(share > 0.01 && share < 0.02, () -> "share " + share);
  }

  @Test
  void schoolsAndRatingAreFactsOfTheZipAndTheYear() {
    Map<String, HouseFacts> known = new HashMap<>();
    for (House house : Houses.generate()) {
      HouseFacts x = house.facts();
      HouseFacts first = known.putIfAbsent(house.zip() + " " + x.year(), x);
      if (first != null) {
        assertEquals(first.schools(), x.schools());
        assertEquals(first.rating(), x.rating());
      }
    }
  }

  @Test
  void schoolsAndRatingChangeFromYearToYearInsideEveryZip() {
    for (List<Integer> rows : table.rowsOfZips().values()) {
      Set<Double> schools = new HashSet<>();
      Set<Double> ratings = new HashSet<>();
      for (int row : rows) {
        schools.add(table.facts().get(row).schools());
        ratings.add(table.facts().get(row).rating());
      }
      schools.remove(Double.NaN);
      ratings.remove(Double.NaN);
      assertTrue(schools.size() >= 4, () -> "schools " + schools);
      assertTrue(ratings.size() >= 7, () -> "ratings " + ratings);
    }
  }

  @Test
  void theLevelOfAZipTellsNothingAboutItsSchoolsOrRatings() {
    List<Double> levels = new ArrayList<>();
    List<Double> schools = new ArrayList<>();
    List<Double> ratings = new ArrayList<>();
    byZip()
        .forEach(
            (zip, houses) -> {
              levels.add(level(houses.get(0)));
              schools.add(mean(houses, house -> house.facts().schools()));
              ratings.add(mean(houses, house -> house.facts().rating()));
            });
    // 70 independent pairs: the correlation has a standard deviation of 1 / sqrt(69) = 0.12, and
    // 99 of 100 such tables lie within 2.58 of them
    assertEquals(0, correlation(levels, schools), 0.31);
    assertEquals(0, correlation(levels, ratings), 0.31);
  }

  @Test
  void anEmptyCellHidesAValueThatThePriceStillKnows() {
    byZip()
        .forEach(
            (zip, houses) -> {
              // the same level in every row, empty cells or not; 1e-9 is rounding of sums near 300
              double level = level(houses.get(0));
              houses.forEach(house -> assertEquals(level, level(house), 1e-9));
            });
    List<Double> noise = new ArrayList<>();
    for (House house : Houses.generate()) {
      if (!house.blanks().isEmpty()) {
        noise.add(house.price() - house.truth());
      }
    }
    // about 130 rows: their standard deviation is known to 18 / sqrt(2 * 130) = 1.1; 3 of them
    assertEquals(Houses.NOISE, new StandardDeviation().evaluate(array(noise)), 3.4);
  }

  @Test
  void theNoiseIsWhatTheDocumentSays() throws IOException {
    List<Double> noise = new ArrayList<>();
    for (int row = 0; row < table.prices().size(); row++) {
      noise.add(table.prices().get(row) - table.truths().get(row));
    }
    // 2,098 rows: standard errors 18 / sqrt(2 * 2098) = 0.28 and 18 / sqrt(2098) = 0.39; 3 of them
    assertEquals(Houses.NOISE, new StandardDeviation().evaluate(array(noise)), 0.84);
    assertEquals(0, noise.stream().mapToDouble(x -> x).average().orElseThrow(), 1.2);
    assertEquals(Houses.NOISE, PublishedHouses.effects().get("noise_sd "));
  }

  @Test
  void theBestPossibleCorrelationIsAbout93() throws IOException {
    double best = correlation(table.truths(), table.prices());
    assertTrue(best > 0.92 && best < 0.94, () -> "best correlation " + best);
    // the file gives four decimals, the truths in it too
    assertEquals(best, PublishedHouses.effects().get("best_correlation "), 1e-4);
  }

  @Test
  void aStraightLineModelReachesAbout85() {
    double linear = StraightLine.crossValidated(table);
    assertTrue(linear > 0.83 && linear < 0.87, () -> "linear correlation " + linear);
  }

  private static Map<String, List<House>> byZip() {
    Map<String, List<House>> zips = new HashMap<>();
    for (House house : Houses.generate()) {
      zips.computeIfAbsent(house.zip(), zip -> new ArrayList<>()).add(house);
    }
    return zips;
  }

  /** What is left of the true price when all that the facts explain is taken away. */
  private static double level(House house) {
    return house.truth() - Houses.truth(0, house.facts());
  }

  private static double mean(List<House> houses, ToDoubleFunction<House> of) {
    return houses.stream().mapToDouble(of).average().orElseThrow();
  }

  private static double correlation(List<Double> one, List<Double> other) {
    return new PearsonsCorrelation().correlation(array(one), array(other));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(x -> x).toArray();
  }

  private static boolean missing(double cell) {
    return Double.isNaN(cell);
  }

  private static boolean whole(double cell, double low, double high) {
    return cell == Math.rint(cell) && cell >= low && cell <= high;
  }
}
