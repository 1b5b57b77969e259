package org.backpropnet.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One reading of a CSV file. It goes over the bytes up to three times: the rows are counted and
 * their form is checked, so that memory can be asked for exactly once; numbers are read; labels are
 * read, if there are any.
 */
final class CsvReading {
  /** A text, its number, and its place in a map and a list. */
  private static final int BYTES_OF_A_LABEL = 150;

  private final String file;
  private final byte[] bytes;
  private final TableOptions options;
  private final char separator;
  private final List<String> names;
  private final int rows;
  private final CsvKind[] kinds;
  private final double[][] cells;
  private long roomForLabels;

  CsvReading(String file, byte[] bytes, TableOptions options, long room) {
    this.file = file;
    this.bytes = bytes;
    this.options = options;
    separator = options.separator().orElseGet(() -> CsvScanner.separator(bytes));
    names = header();
    rows = count();
    long needed = bytes.length + 8L * rows * names.size();
    requireRoom(file, needed, room);
    roomForLabels = room - needed;
    kinds = new CsvKind[names.size()];
    cells = new double[names.size()][rows];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = new CsvKind(names.get(c), options);
    }
  }

  /** What a table may take: an eighth stays for the rest of the program. */
  static long room() {
    return Runtime.getRuntime().maxMemory() / 8 * 7;
  }

  /** Refuses what Java's memory would not hold, before it is asked for. */
  static void requireRoom(String file, long size, long room) {
    if (size > room) {
      throw new DataException(
          file
              + " needs "
              + size / 1_000_000
              + " MB of memory, but at most "
              + room / 1_000_000
              + " are there. Use a part of the rows, or give Java more with -Xmx.");
    }
  }

  CsvTable table() {
    readNumbers();
    LabelIndex[] labels = readLabels();
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int c = 0; c < kinds.length; c++) {
      columns.add(
          kinds[c].numeric()
              ? new Column.Numeric(names.get(c))
              : new Column.Nominal(names.get(c), labels[c].labels(), kinds[c].askedCategories()));
      if (kinds[c].note() != null) {
        notes.add(kinds[c].note());
      }
    }
    return new CsvTable(columns, cells, rows, notes);
  }

  private CsvScanner scanner() {
    return new CsvScanner(file, bytes, separator);
  }

  private List<String> header() {
    CsvScanner scanner = scanner();
    if (!scanner.next()) {
      throw new DataException(
          file + " is empty. It needs a line with the names of the columns, then rows.");
    }
    Map<String, Integer> seen = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (int c = 0; c < scanner.cells(); c++) {
      String name = scanner.text(c);
      if (name.isEmpty()) {
        throw scanner.fault(
            scanner.line(c), "column " + (c + 1) + " has no name. Write one into the first line.");
      }
      Integer before = seen.put(name, c + 1);
      if (before != null) {
        throw scanner.fault(
            scanner.line(c),
            "columns "
                + before
                + " and "
                + (c + 1)
                + " both have the name "
                + CsvKind.shown(name)
                + ". Rename one of them.");
      }
      found.add(name);
    }
    for (String name : new TreeSet<>(options.asked().keySet())) {
      if (!seen.containsKey(name)) {
        throw new DataException(file + " has no column \"" + name + "\". It has " + found + ".");
      }
    }
    return found;
  }

  private int count() {
    CsvScanner scanner = scanner();
    scanner.next();
    int count = 0;
    while (scanner.next()) {
      if (scanner.cells() != names.size()) {
        throw scanner.fault(
            scanner.line(0),
            "the row has "
                + cells(scanner.cells())
                + ", but the first line names "
                + names.size()
                + (names.size() == 1 ? " column" : " columns")
                + ". Correct the row; a cell that holds the separator must stand in quotes.");
      }
      count++;
    }
    if (count == 0) {
      throw new DataException(
          file + " has a line of names, but no row below it. Add the rows of the table.");
    }
    return count;
  }

  private static String cells(int count) {
    return count + (count == 1 ? " cell" : " cells");
  }

  private void readNumbers() {
    CsvScanner scanner = scanner();
    scanner.next();
    for (int r = 0; r < rows; r++) {
      scanner.next();
      for (int c = 0; c < kinds.length; c++) {
        if (kinds[c].numeric()) {
          boolean there = !scanner.isMissing(c);
          cells[c][r] = there ? kinds[c].number(scanner, c, rows - 1 - r) : Double.NaN;
        }
      }
    }
    for (CsvKind kind : kinds) {
      kind.decide(scanner);
    }
  }

  private LabelIndex[] readLabels() {
    LabelIndex[] labels = new LabelIndex[names.size()];
    boolean any = false;
    for (int c = 0; c < kinds.length; c++) {
      labels[c] = kinds[c].numeric() ? null : new LabelIndex();
      any |= !kinds[c].numeric();
    }
    CsvScanner scanner = scanner();
    scanner.next();
    for (int r = 0; any && r < rows; r++) {
      scanner.next();
      for (int c = 0; c < kinds.length; c++) {
        if (!kinds[c].numeric()) {
          cells[c][r] = scanner.isMissing(c) ? Double.NaN : label(scanner, c, labels[c]);
        }
      }
    }
    return labels;
  }

  private int label(CsvScanner scanner, int c, LabelIndex labels) {
    String text = scanner.text(c);
    int known = labels.labels().size();
    int index = labels.of(text);
    if (index == known) {
      roomForLabels -= BYTES_OF_A_LABEL + 2L * text.length();
    }
    if (roomForLabels < 0) {
      throw scanner.fault(
          scanner.line(c),
          "column "
              + CsvKind.shown(names.get(c))
              + " has so many different texts ("
              + labels.labels().size()
              + ") that memory does not hold them. Leave the column out: from texts that differ in"
              + " every row nothing can be learned.");
    }
    return index;
  }

  /** Labels of a column in the order in which they appear. */
  private static final class LabelIndex {
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** The index of a label; a new one comes behind all others. */
    int of(String label) {
      Integer known = index.putIfAbsent(label, labels.size());
      if (known != null) {
        return known;
      }
      labels.add(label);
      return labels.size() - 1;
    }

    List<String> labels() {
      return labels;
    }
  }
}
