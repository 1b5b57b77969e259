package org.backpropnet.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts the bytes of a CSV file into rows of cells. It works on bytes because all that divides them
 * is ASCII, and makes no object of a cell before somebody asks for its text.
 */
final class CsvScanner {
  static final int MOST_COLUMNS = 100_000;
  static final int MOST_CELL_BYTES = 1 << 20;
  static final int MOST_ROW_BYTES = 1 << 24;

  private static final byte QUOTE = '"';
  private static final String BROKEN = "Look for a quote or a line end that is missing.";

  private final String file;
  private final byte[] bytes;
  private final byte separator;
  private int at;
  private int line = 1;
  private int cells;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private int[] lineOf = new int[16];
  private boolean[] quoted = new boolean[16];

  /** Stands before the first row. */
  CsvScanner(String file, byte[] bytes, char separator) {
    this.file = file;
    this.bytes = bytes;
    this.separator = (byte) separator;
    this.at = start(bytes);
  }

  /** Behind the byte order mark that some programs write. */
  private static int start(byte[] bytes) {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, mark, 0, 3) ? 3 : 0;
  }

  /**
   * What divides the cells of the first line: of comma, semicolon and tab the one that stands there
   * most often outside of quotes; of equals the first in this order.
   */
  static char separator(byte[] bytes) {
    int[] count = new int[128];
    boolean inside = false;
    int i = start(bytes);
    while (i < bytes.length && (isLineEnd(bytes[i]) || bytes[i] == ' ')) {
      i++;
    }
    for (; i < bytes.length && (inside || !isLineEnd(bytes[i])); i++) {
      inside ^= bytes[i] == QUOTE;
      if (!inside && bytes[i] >= 0) {
        count[bytes[i]]++;
      }
    }
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      most = count[candidate] > count[most] ? candidate : most;
    }
    return most;
  }

  /** Goes to the next row, past lines of nothing but blanks; false at the end of the file. */
  boolean next() {
    cells = 0;
    skipBlankLines();
    if (at == bytes.length) {
      return false;
    }
    int begin = at;
    boolean more = true;
    while (more) {
      more = cell();
      if (at - begin > MOST_ROW_BYTES) {
        throw fault(lineOf[0], "the row is longer than 16 MB. " + BROKEN);
      }
    }
    return true;
  }

  private void skipBlankLines() {
    int ahead = at;
    while (true) {
      while (ahead < bytes.length && isBlank(bytes[ahead])) {
        ahead++;
      }
      if (ahead < bytes.length && !isLineEnd(bytes[ahead])) {
        return;
      }
      at = ahead;
      if (at == bytes.length) {
        return;
      }
      lineEnd();
      ahead = at;
    }
  }

  /** Reads a cell and what divides it from the next; false if it was the last of its row. */
  private boolean cell() {
    if (cells == MOST_COLUMNS) {
      throw fault(line, "the row has more than 100000 cells. " + BROKEN);
    }
    if (cells == from.length) {
      grow();
    }
    skipBlanks();
    lineOf[cells] = line;
    quoted[cells] = at < bytes.length && bytes[at] == QUOTE;
    if (quoted[cells]) {
      quotedCell();
    } else {
      plainCell();
    }
    cells++;
    if (at == bytes.length) {
      return false;
    }
    if (bytes[at] == separator) {
      at++;
      return true;
    }
    lineEnd();
    return false;
  }

  private void grow() {
    from = Arrays.copyOf(from, 2 * cells);
    to = Arrays.copyOf(to, 2 * cells);
    lineOf = Arrays.copyOf(lineOf, 2 * cells);
    quoted = Arrays.copyOf(quoted, 2 * cells);
  }

  private void plainCell() {
    from[cells] = at;
    while (at < bytes.length && bytes[at] != separator && !isLineEnd(bytes[at])) {
      if (bytes[at] == QUOTE) {
        throw fault(
            line,
            "a quote stands in a cell that does not begin with one. Put the whole cell in quotes"
                + " and write the quote inside twice.");
      }
      at++;
    }
    int end = at;
    while (end > from[cells] && isBlank(bytes[end - 1])) {
      end--;
    }
    to[cells] = end;
    requireShort(line);
  }

  private void quotedCell() {
    int opened = line;
    from[cells] = ++at;
    while (true) {
      if (at == bytes.length) {
        throw fault(opened, "the quote that opens here is never closed. Close it.");
      }
      if (bytes[at] == QUOTE) {
        if (at + 1 == bytes.length || bytes[at + 1] != QUOTE) {
          break;
        }
        at += 2;
      } else if (isLineEnd(bytes[at])) {
        lineEnd();
      } else {
        at++;
      }
    }
    to[cells] = at++;
    requireShort(opened);
    skipBlanks();
    if (at < bytes.length && bytes[at] != separator && !isLineEnd(bytes[at])) {
      throw fault(
          line,
          "something follows a closing quote. Write a quote inside of a quoted cell twice. The cell"
              + " begins on line "
              + opened
              + ".");
    }
  }

  private void requireShort(int begin) {
    if (to[cells] - from[cells] > MOST_CELL_BYTES) {
      throw fault(begin, "a cell that begins here is longer than 1 MB. " + BROKEN);
    }
  }

  private void skipBlanks() {
    while (at < bytes.length && isBlank(bytes[at])) {
      at++;
    }
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && separator != '\t');
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** Goes past LF, CR or CRLF, which is one. */
  private void lineEnd() {
    boolean two = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
    at += two ? 2 : 1;
    line++;
  }

  /** Number of cells of this row. */
  int cells() {
    return cells;
  }

  /** Line of the file, from 1, on which a cell of this row begins. */
  int line(int cell) {
    return lineOf[cell];
  }

  /** Whether a cell says that its value is not known; in quotes, ? and NA are texts. */
  boolean isMissing(int cell) {
    int start = from[cell];
    int length = to[cell] - start;
    return length == 0
        || (!quoted[cell] && length == 1 && bytes[start] == '?')
        || (!quoted[cell] && length == 2 && bytes[start] == 'N' && bytes[start + 1] == 'A');
  }

  /** The number in a cell; NaN if it is none, or too large to be one. */
  double number(int cell) {
    if (!CsvNumber.fits(bytes, from[cell], to[cell])) {
      return Double.NaN;
    }
    int length = to[cell] - from[cell];
    String text = new String(bytes, from[cell], length, StandardCharsets.US_ASCII);
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /** Whether a number has zeros in front that it does not need. */
  boolean isCode(int cell) {
    int start = from[cell];
    return to[cell] - start > 1
        && bytes[start] == '0'
        && bytes[start + 1] >= '0'
        && bytes[start + 1] <= '9';
  }

  /** The text in a cell. */
  String text(int cell) {
    ByteBuffer slice = ByteBuffer.wrap(bytes, from[cell], to[cell] - from[cell]);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
      if (text.indexOf('\0') < 0) {
        return quoted[cell] ? text.replace("\"\"", "\"") : text;
      }
    } catch (CharacterCodingException e) {
      // Said below, as for a zero byte: a person needs to know the place and the way out.
    }
    throw fault(
        lineOf[cell],
        String.format(
            Locale.ROOT,
            "cell %d is no text in UTF-8. Save the file as \"CSV UTF-8\"; a workbook must be saved"
                + " as CSV first.",
            cell + 1));
  }

  /** An error at a place: the file, the line, what is wrong and the way out. */
  DataException fault(int where, String what) {
    return new DataException(file + ", line " + where + ": " + what);
  }
}
