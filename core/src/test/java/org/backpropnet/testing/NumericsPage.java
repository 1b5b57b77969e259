package org.backpropnet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of docs/numerics.md: tests take their bounds from there, so that none stands twice.
 */
public final class NumericsPage {
  private NumericsPage() {}

  /**
   * A number of a table.
   *
   * @param function what the first cell of its row names
   * @param column from 1; 0 is the name
   * @return the number
   * @throws AssertionError if the page has no such row, or more than one, or no number there
   */
  public static double number(String function, int column) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(ProjectFiles.root().resolve("docs/numerics.md"))) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        if (cells.length > column + 1 && cells[1].equals("`" + function + "`")) {
          rows.add(cells);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.size() != 1) {
      throw new AssertionError(
          "docs/numerics.md has " + rows.size() + " rows for `" + function + "`, not one.");
    }
    return Double.parseDouble(rows.get(0)[column + 1]);
  }
}
