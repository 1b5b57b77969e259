package org.backpropnet.data;

import org.backpropnet.data.TableOptions.Kind;

/** What the first reading of a column of a CSV file learns: whether its cells are numbers. */
final class CsvKind {
  private static final int SHOWN = 40;

  private final String name;
  private final Kind known;
  private final boolean asked;
  private final TextTally tally = new TextTally();
  private boolean numeric;
  private String first;
  private int line;
  private boolean begun;
  private long others;
  private String note;

  CsvKind(String name, TableOptions options) {
    this.name = name;
    known = options.known(name);
    asked = options.asked().containsKey(name);
    numeric = known != Kind.CATEGORIES;
  }

  /** Whether it may still be numbers; after {@link #decide}, whether it is. */
  boolean numeric() {
    return numeric;
  }

  /** Whether somebody said that these are categories. */
  boolean askedCategories() {
    return asked && known == Kind.CATEGORIES;
  }

  /** A sentence for the user, or null. */
  String note() {
    return note;
  }

  /**
   * Reads a cell that is there.
   *
   * @param scanner stands at its row
   * @param c its place
   * @param following rows behind this one
   * @return NaN if it is no number
   */
  double number(CsvScanner scanner, int c, int following) {
    boolean before = tally.any();
    double value = scanner.number(c);
    value =
        Double.isNaN(value)
            ? tally.take(scanner.text(c), 1)
            : tally.take(value, false, scanner.isCode(c), 1);
    if (Double.isNaN(value)) {
      others++;
      if (first == null) {
        first = scanner.text(c);
        line = scanner.line(c);
        begun = before;
      }
      if (asked) {
        throw fault(scanner);
      }
      numeric = known == Kind.NUMBERS || !tally.hopeless(following);
    }
    return value;
  }

  /** All rows were seen. */
  void decide(CsvScanner scanner) {
    boolean pureNumbers = tally.pure() && !tally.areDates();
    if (pureNumbers || known == Kind.CATEGORIES) {
      return;
    }
    if (known == Kind.NUMBERS && !tally.mostlyNumbers()) {
      throw fault(scanner);
    }
    numeric = known == Kind.NUMBERS || (numeric && tally.areNumbers());
    if (numeric) {
      note = (tally.areDates() ? dates() : "") + missing();
    } else if (first != null && (begun || CsvNumber.hasDecimalComma(first))) {
      note =
          "Column "
              + shown(name)
              + " is read as categories, because "
              + shown(first)
              + " (line "
              + line
              + ") is no finite number."
              + comma();
    }
  }

  private String dates() {
    String way =
        "Column " + shown(name) + " is read as dates, which count as milliseconds since 1970.";
    return first == null ? way : way + " ";
  }

  private String missing() {
    return first == null
        ? ""
        : "In column "
            + shown(name)
            + " "
            + others
            + (others == 1 ? " cell is no number and counts" : " cells are no number and count")
            + " as missing; the first is "
            + shown(first)
            + " (line "
            + line
            + ").";
  }

  /** Somebody knows that these are numbers, so the cell is wrong. */
  private DataException fault(CsvScanner scanner) {
    String comma = comma();
    return scanner.fault(
        line,
        "column "
            + shown(name)
            + ": "
            + shown(first)
            + " is no finite number, but the column "
            + (asked ? "was asked to be" : "was learned as")
            + " numbers."
            + (comma.isEmpty()
                ? " Correct the cell; leave it empty if its value is not known."
                : comma));
  }

  private String comma() {
    return CsvNumber.hasDecimalComma(first)
        ? " Write numbers with a point: " + first.replace(',', '.') + "."
        : "";
  }

  /** A text in quotes, short and on one line. */
  static String shown(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n");
    boolean fits = line.length() <= SHOWN;
    return "\"" + (fits ? line : line.substring(0, SHOWN) + "...") + "\"";
  }
}
