package org.backpropnet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A table of numbers that an outside program computed, from {@code test-data/golden}; the README
 * there says what each file holds.
 *
 * @param columns names of the columns
 * @param rows [rows][columns] cells as written
 */
public record Golden(List<String> columns, List<List<String>> rows) {
  /**
   * Reads a file.
   *
   * @param file name in the folder, for instance "optimizers.csv"
   * @return all its rows, comments left out
   * @throws IllegalArgumentException if there is no such file
   * @throws IllegalStateException if a row has another number of cells
   */
  public static Golden read(String file) {
    List<List<String>> lines;
    try (var text = Files.lines(ProjectFiles.testData("golden/" + file))) {
      lines = text.filter(line -> !line.startsWith("#")).map(l -> List.of(l.split(","))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> columns = lines.get(0);
    for (List<String> line : lines) {
      if (line.size() != columns.size()) {
        throw new IllegalStateException(file + " has a row unlike its header: " + line);
      }
    }
    return new Golden(columns, lines.subList(1, lines.size()));
  }

  /**
   * The rows that have a text in a column.
   *
   * @param column its name
   * @param text what the cell says
   * @return at least one row
   * @throws IllegalStateException if there is none
   */
  public Golden where(String column, String text) {
    int at = index(column);
    List<List<String>> found = rows.stream().filter(row -> row.get(at).equals(text)).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("No row has the " + column + " " + text + ".");
    }
    return new Golden(columns, found);
  }

  /**
   * The cells of a column.
   *
   * @param column its name
   * @return [rows]
   */
  public List<String> texts(String column) {
    int at = index(column);
    return rows.stream().map(row -> row.get(at)).toList();
  }

  /**
   * The numbers of a column.
   *
   * @param column its name
   * @return [rows]
   */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * One number.
   *
   * @param row from 0
   * @param column its name
   * @return the number
   */
  public double number(int row, String column) {
    return Double.parseDouble(rows.get(row).get(index(column)));
  }

  /**
   * The numbers of a row from the column p0 to the last.
   *
   * @param row from 0
   * @return [P] parameters, or a gradient in the same order
   */
  public double[] parameters(int row) {
    List<String> cells = rows.get(row);
    return cells.subList(index("p0"), cells.size()).stream()
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private int index(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalStateException("No column " + column + "; there are " + columns + ".");
    }
    return at;
  }
}
