package org.backpropnet.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table in a CSV file (RFC 4180): a line of names, then one row per line, in UTF-8.
 *
 * <p>Between cells stands a comma, a semicolon or a tab, whichever the first line has most often. A
 * cell in quotes may hold all of these and line ends; a quote inside it is written twice. Blanks
 * around a cell, and lines without anything, do not count. An empty cell is missing, and so are ?
 * and NA unless they are quoted. A column is numbers if all its cells that are there are finite
 * numbers with a decimal point, and categories otherwise; {@link TableOptions} may say so instead.
 * Dates (ISO 8601) are numbers of milliseconds since 1970. Where a column has ten different numbers
 * or dates and more, "n/a" and its like count as missing, and so does up to one other text in
 * twenty; a note says so.
 */
public final class CsvTable implements Table {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 16L;

  private final List<Column> columns;
  private final double[][] cells;
  private final int rows;
  private final List<String> notes;

  CsvTable(List<Column> columns, double[][] cells, int rows, List<String> notes) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.rows = rows;
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads a file.
   *
   * @param file its path
   * @param options what is known about its columns
   * @return all its rows
   * @throws DataException naming the file, the line, the column, what is wrong and the way out
   * @throws IOException if the disk fails
   */
  public static CsvTable read(Path file, TableOptions options) throws IOException {
    if (!Files.exists(file)) {
      throw new DataException(
          "The file \"" + file + "\" does not exist. Check its name and folder.");
    }
    if (Files.isDirectory(file)) {
      throw new DataException("The file \"" + file + "\" is a folder. Name the file inside it.");
    }
    long room = Math.min(MOST_BYTES, CsvReading.room());
    CsvReading.requireRoom(file.toString(), Files.size(file), room);
    return parse(file.toString(), Files.readAllBytes(file), options);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name the file's name in error messages
   * @param bytes its content
   * @param options what is known about its columns
   * @return all its rows
   * @throws DataException naming the file, the line, the column, what is wrong and the way out
   */
  public static CsvTable parse(String name, byte[] bytes, TableOptions options) {
    return new CsvReading(name, bytes, options, CsvReading.room()).table();
  }

  /**
   * What the user may want to know, for instance why a column is not numbers.
   *
   * @return sentences, in the order of the columns
   */
  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rowCount() {
    return rows;
  }

  @Override
  public double value(int row, int column) {
    return cells[column][row];
  }
}
