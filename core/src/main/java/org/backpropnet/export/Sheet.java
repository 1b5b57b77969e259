package org.backpropnet.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.backpropnet.data.DataException;
import org.backpropnet.math.Decimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet while it is written, row by row from the first to the last. Rows and columns count from
 * 0; row 0 holds the headings. A sheet must be closed before the next one is begun.
 */
final class Sheet implements AutoCloseable {
  private static final int MOST_LETTERS = 32_767;
  private static final int MOST_FORMULA = 8_192;
  private static final int ROWS_IN_MEMORY = 64;
  private static final double WIDTH = 15;
  private static final String TEXT_FORMAT = "@";
  private static final String RAW_COLOUR = "FFF2CC";
  private static final String HEADING_COLOUR = "D9E1F2";

  /** What XML cannot hold, and what a spreadsheet would take for the code of such a character. */
  private static final Pattern CODED =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

  private final String name;
  private final Worksheet worksheet;

  /**
   * Begins a sheet.
   *
   * @throws DataException if no sheet has so many columns
   */
  Sheet(Workbook book, String name, int columns, int columnsInSight) {
    if (columns > Worksheet.MAX_COLS) {
      throw new DataException(
          "The sheet \""
              + name
              + "\" would need "
              + columns
              + " columns, but a spreadsheet has at most "
              + Worksheet.MAX_COLS
              + ". Export a network with fewer inputs, units and classes.");
    }
    this.name = name;
    worksheet = book.newWorksheet(name);
    worksheet.freezePane(columnsInSight, 1);
    for (int c = 0; c < columns; c++) {
      worksheet.width(c, WIDTH);
    }
  }

  /** A cell as formulas of its own sheet name it: "B2". */
  static String cell(int row, int column) {
    return letters(column) + (row + 1);
  }

  /** Cells side by side that move to the row of the formula: "$B2:$F2". */
  static String across(int row, int from, int to) {
    return "$" + letters(from) + (row + 1) + ":$" + letters(to) + (row + 1);
  }

  /** Cells side by side that stay where they are: "$B$2:$F$2". */
  static String fixedAcross(int row, int from, int to) {
    return fixed(row, from) + ":" + fixed(row, to);
  }

  /** A cell that stays where it is: "$B$2". */
  static String fixed(int row, int column) {
    return "$" + letters(column) + "$" + (row + 1);
  }

  /** The same on another sheet. */
  static String on(String sheet, String cells) {
    return (sheet.indexOf(' ') < 0 ? sheet : "'" + sheet + "'") + "!" + cells;
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** Words in a cell. */
  void text(int row, int column, String text) {
    worksheet.value(row, column, coded(text));
  }

  /** A heading. */
  void heading(int column, String text) {
    text(0, column, text);
    worksheet.style(0, column).bold().wrapText(true).fillColor(HEADING_COLOUR).set();
  }

  /** A label, which stays text even if it looks like a number or a formula. */
  void label(int row, int column, String label) {
    text(row, column, label);
    worksheet.style(row, column).format(TEXT_FORMAT).set();
  }

  /** A heading that is a label. */
  void labelHeading(int column, String label) {
    text(0, column, label);
    worksheet
        .style(0, column)
        .bold()
        .wrapText(true)
        .fillColor(HEADING_COLOUR)
        .format(TEXT_FORMAT)
        .set();
  }

  /** A number with all its digits, the same on every JDK. */
  void number(int row, int column, double value) {
    worksheet.value(row, column, new BigDecimal(Decimal.text(value)));
  }

  /** A whole number. */
  void count(int row, int column, int value) {
    worksheet.value(row, column, value);
  }

  /** A formula, without the equals sign. */
  void formula(int row, int column, String formula) {
    if (formula.length() >= MOST_FORMULA) {
      throw new IllegalStateException("The formula is too long: " + formula);
    }
    String escaped = formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    worksheet.formula(row, column, escaped);
  }

  /** The answer, in bold. */
  void answer(int row, int column, String formula) {
    formula(row, column, formula);
    worksheet.style(row, column).bold().set();
  }

  /** Marks a number, or a gap where one belongs, as the user's own. */
  void rawNumber(int row, int column) {
    worksheet.style(row, column).fillColor(RAW_COLOUR).set();
  }

  /** Marks a label, or a gap where one belongs, as the user's own. */
  void rawLabel(int row, int column) {
    worksheet.style(row, column).fillColor(RAW_COLOUR).format(TEXT_FORMAT).set();
  }

  /** Says that a row is complete, so that it need not stay in memory. */
  void rowDone(int row) throws IOException {
    if (row % ROWS_IN_MEMORY == ROWS_IN_MEMORY - 1) {
      worksheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    worksheet.finish();
  }

  private String coded(String text) {
    String coded =
        CODED
            .matcher(text)
            .replaceAll(
                found -> String.format(Locale.ROOT, "_x%04X_", (int) found.group().charAt(0)));
    if (coded.length() > MOST_LETTERS) {
      throw new DataException(
          "A text for the sheet \""
              + name
              + "\" has "
              + coded.length()
              + " letters, but a cell holds at most "
              + MOST_LETTERS
              + ". It begins with \""
              + text.substring(0, 40)
              + "\". Shorten it before training.");
    }
    return coded;
  }
}
