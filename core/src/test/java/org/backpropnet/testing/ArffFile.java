package org.backpropnet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;

/** Reads the generated tables of test-data: plain words and numbers, no quotes. */
public final class ArffFile {
  private ArffFile() {}

  /**
   * Reads all rows of a table.
   *
   * @param file name in the folder test-data, for instance "houses.arff"
   * @return the table
   */
  public static Table read(String file) {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads the first rows of a table.
   *
   * @param file name in the folder test-data
   * @param most number of rows to read at most
   * @return the table
   */
  public static Table read(String file, int most) {
    List<Column> columns = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    boolean data = false;
    for (String line : lines(file)) {
      if (line.startsWith("@attribute ")) {
        columns.add(column(line));
      } else if (line.equals("@data")) {
        data = true;
      } else if (data && rows.size() < most) {
        rows.add(row(columns, line));
      }
    }
    return new ArrayTable(columns, rows.toArray(double[][]::new));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(ProjectFiles.testData(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Column column(String line) {
    String[] words = line.split(" ", 3);
    if (words[2].equals("numeric")) {
      return new Column.Numeric(words[1]);
    }
    String labels = words[2].substring(1, words[2].length() - 1);
    return new Column.Nominal(words[1], List.of(labels.split(",", -1)));
  }

  private static double[] row(List<Column> columns, String line) {
    String[] texts = line.split(",", -1);
    double[] cells = new double[columns.size()];
    for (int c = 0; c < cells.length; c++) {
      if (texts[c].equals("?")) {
        cells[c] = Double.NaN;
      } else if (columns.get(c) instanceof Column.Nominal nominal) {
        cells[c] = nominal.labels().indexOf(texts[c]);
      } else {
        cells[c] = Double.parseDouble(texts[c]);
      }
    }
    return cells;
  }
}
