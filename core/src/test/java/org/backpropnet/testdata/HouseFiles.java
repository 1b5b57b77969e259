package org.backpropnet.testdata;

import static org.backpropnet.testdata.TextTable.decimal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.testdata.TextTable.Column;

/** The house example as files. */
final class HouseFiles {
  private static final List<String> COMMENTS =
      List.of(
          "Generated data: made by a program, no real house, zip or price is meant.",
          "One row is one sale. price_per_sqft, the column to predict, is in dollars per square",
          "foot. schools and school_rating (1 to 10) are those of the zip in the year of the sale.",
          "The price without noise stands in houses-truth.csv, the true effects in",
          "houses-effects.csv; SOURCES.md says how all of this was made.");

  private final List<House> houses = Houses.generate();

  private HouseFiles() {}

  /**
   * All files of the example.
   *
   * @return name of the file to its text
   */
  static Map<String, String> files() {
    HouseFiles example = new HouseFiles();
    TextTable sales = example.sales();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("houses.arff", sales.arff());
    files.put("houses.csv", sales.csv());
    files.put("houses-truth.csv", example.truthCsv());
    files.put("houses-effects.csv", example.effectsCsv());
    return files;
  }

  private TextTable sales() {
    List<String> zips = houses.stream().map(House::zip).distinct().sorted().toList();
    List<Column> columns =
        List.of(
            Column.numeric(HouseStep.SCHOOL.column),
            Column.numeric(HouseStep.RATING_POINT.column),
            new Column("zip", zips),
            Column.numeric(HouseStep.BEDROOM.column),
            Column.numeric(HouseStep.BACKYARD.column),
            Column.numeric(HouseStep.YEAR.column),
            Column.numeric("price_per_sqft"));
    return new TextTable(
        "houses-generated-data",
        COMMENTS,
        columns,
        houses.stream().map(HouseFiles::cells).toList());
  }

  private static List<String> cells(House house) {
    HouseFacts x = house.facts();
    return List.of(
        cell(house, HouseStep.SCHOOL, decimal(x.schools(), 0)),
        cell(house, HouseStep.RATING_POINT, decimal(x.rating(), 1)),
        house.zip(),
        cell(house, HouseStep.BEDROOM, decimal(x.bedrooms(), 0)),
        cell(house, HouseStep.BACKYARD, decimal(x.backyard(), 0)),
        decimal(x.year(), 0),
        decimal(house.price(), 2));
  }

  private static String cell(House house, HouseStep column, String text) {
    return house.blanks().contains(column) ? "" : text;
  }

  private String truthCsv() {
    List<List<String>> rows = new ArrayList<>();
    for (House house : houses) {
      rows.add(List.of(String.valueOf(rows.size() + 1), decimal(house.truth(), 4)));
    }
    return TextTable.csv(List.of("row", "true_price_per_sqft"), rows);
  }

  private String effectsCsv() {
    List<List<String>> rows = new ArrayList<>();
    for (HouseStep step : HouseStep.values()) {
      rows.add(effect("average_effect", step, 0.5));
    }
    for (HouseStep step : HouseStep.values()) {
      rows.add(effect("one_more", step, 0));
    }
    rows.add(List.of("noise_sd", "", "", decimal(Houses.NOISE, 4)));
    rows.add(List.of("noise_here", "", "", decimal(noiseHere(), 4)));
    rows.add(List.of("best_correlation", "", "", decimal(bestCorrelation(), 4)));
    return TextTable.csv(List.of("fact", "column", "step", "value"), rows);
  }

  private List<String> effect(String fact, HouseStep step, double below) {
    String value = decimal(Houses.averageEffect(houses, step, below), 4);
    return List.of(fact, step.column, String.valueOf(step.size), value);
  }

  private double noiseHere() {
    double sum = 0;
    for (House house : houses) {
      double noise = house.price() - house.truth();
      sum += noise * noise;
    }
    return StrictMath.sqrt(sum / houses.size());
  }

  private double bestCorrelation() {
    double meanTruth = 0;
    double meanPrice = 0;
    for (House house : houses) {
      meanTruth += house.truth() / houses.size();
      meanPrice += house.price() / houses.size();
    }
    double together = 0;
    double truths = 0;
    double prices = 0;
    for (House house : houses) {
      double truth = house.truth() - meanTruth;
      double price = house.price() - meanPrice;
      together += truth * price;
      truths += truth * truth;
      prices += price * price;
    }
    return together / StrictMath.sqrt(truths * prices);
  }
}
