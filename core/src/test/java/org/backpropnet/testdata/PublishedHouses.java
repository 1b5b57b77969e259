package org.backpropnet.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The house example as a reader of the committed files sees it.
 *
 * @param zips [rows] labels
 * @param facts [rows] NaN where a cell is empty
 * @param prices [rows] dollars per square foot
 * @param truths [rows] dollars per square foot without noise
 */
record PublishedHouses(
    List<String> zips, List<HouseFacts> facts, List<Double> prices, List<Double> truths) {

  /**
   * Reads houses.csv and houses-truth.csv.
   *
   * @return the table
   * @throws IOException if a file cannot be read
   */
  static PublishedHouses read() throws IOException {
    PublishedHouses houses =
        new PublishedHouses(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String[] cells : lines("houses.csv")) {
      houses.zips.add(cells[2]);
      houses.facts.add(
          new HouseFacts(
              number(cells[0]),
              number(cells[1]),
              number(cells[3]),
              number(cells[4]),
              number(cells[5])));
      houses.prices.add(number(cells[6]));
    }
    for (String[] cells : lines("houses-truth.csv")) {
      houses.truths.add(number(cells[1]));
    }
    return houses;
  }

  /**
   * Reads houses-effects.csv.
   *
   * @return "fact column" (or "fact " where there is no column) to its value
   * @throws IOException if the file cannot be read
   */
  static Map<String, Double> effects() throws IOException {
    Map<String, Double> facts = new HashMap<>();
    for (String[] cells : lines("houses-effects.csv")) {
      facts.put(cells[0] + " " + cells[1], number(cells[3]));
    }
    return facts;
  }

  /**
   * The columns of numbers in the order of the record.
   *
   * @param x one row
   * @return [schools, rating, bedrooms, backyard, year]
   */
  static double[] numbers(HouseFacts x) {
    return new double[] {x.schools(), x.rating(), x.bedrooms(), x.backyard(), x.year()};
  }

  /**
   * The rows of each zip.
   *
   * @return label to row numbers
   */
  Map<String, List<Integer>> rowsOfZips() {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < zips.size(); row++) {
      rows.computeIfAbsent(zips.get(row), zip -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  /**
   * The rows without an empty cell.
   *
   * @return row numbers
   */
  List<Integer> completeRows() {
    List<Integer> complete = new ArrayList<>();
    for (int row = 0; row < facts.size(); row++) {
      double sum = 0;
      for (double number : numbers(facts.get(row))) {
        sum += number;
      }
      if (!Double.isNaN(sum)) {
        complete.add(row);
      }
    }
    return complete;
  }

  private static List<String[]> lines(String file) throws IOException {
    List<String> lines = Files.readAllLines(WriteTestData.folder().resolve(file));
    return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
