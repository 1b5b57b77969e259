package org.backpropnet.testdata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as text, to be written as ARFF or CSV.
 *
 * @param relation name of the table
 * @param comments lines for the head of the ARFF file
 * @param columns the columns
 * @param rows [rows][columns] cells as they stand in the file; an empty text is a missing value
 */
record TextTable(
    String relation, List<String> comments, List<Column> columns, List<List<String>> rows) {

  /**
   * A column of the file.
   *
   * @param name no blanks, no commas
   * @param labels the categories in the order of the header; empty for a numeric column
   */
  record Column(String name, List<String> labels) {
    /**
     * A column of numbers.
     *
     * @param name its name
     * @return the column
     */
    static Column numeric(String name) {
      return new Column(name, List.of());
    }

    private String arffType() {
      return labels.isEmpty() ? "numeric" : "{" + String.join(",", labels) + "}";
    }
  }

  /**
   * A number with a fixed number of decimals: the same text on every JDK and in every language.
   *
   * @param value any finite number
   * @param decimals digits after the point
   * @return for instance 7.50
   */
  static String decimal(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * The table as an ARFF file.
   *
   * @return lines that end with a line feed
   */
  String arff() {
    StringBuilder text = new StringBuilder();
    comments.forEach(line -> text.append("% ").append(line).append('\n'));
    text.append("@relation ").append(relation).append("\n\n");
    for (Column column : columns) {
      text.append("@attribute ").append(column.name()).append(' ');
      text.append(column.arffType()).append('\n');
    }
    text.append("\n@data\n");
    for (List<String> row : rows) {
      text.append(row.stream().map(c -> c.isEmpty() ? "?" : c).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * The table as a CSV file: a line of names, then the rows; a missing value is an empty cell.
   *
   * @return lines that end with a line feed
   */
  String csv() {
    return csv(columns.stream().map(Column::name).toList(), rows);
  }

  /**
   * Any rows as a CSV file.
   *
   * @param names of the columns, without commas
   * @param rows [rows][columns] cells without commas
   * @return lines that end with a line feed
   */
  static String csv(List<String> names, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", names)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString();
  }
}
