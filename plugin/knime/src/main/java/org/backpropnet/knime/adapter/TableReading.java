package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;

/**
 * Takes a host's rows one after the other and ends as a table of the core. The core looks at a
 * table several times (first for means and labels, then for the inputs), so the cells are kept, in
 * their final place from the start and as narrow as they may be.
 */
public final class TableReading {
  private static final long MOST_ROWS = Integer.MAX_VALUE - 16L;

  /** A coded row beside its numbers: three arrays, what points to them, weight and places. */
  private static final long CODED_ROW = 28 + 3 * 16;

  private final List<HostColumn> columns;
  private final Numbers[] cells;
  private final List<Map<String, Integer>> labels = new ArrayList<>();
  private final int capacity;
  private int rows;

  /**
   * Makes room.
   *
   * @param columns numbers and categories, in the table's order
   * @param rows how many will come at most
   * @throws DataException if they do not fit into memory
   */
  public TableReading(List<HostColumn> columns, long rows) {
    this.columns = List.copyOf(columns);
    if (need(columns, rows) > free()) {
      // What nobody uses any more counts as taken until it is swept.
      System.gc();
    }
    requireRoom(columns, rows, free());
    capacity = (int) rows;
    cells = new Numbers[columns.size()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = new Numbers(capacity);
      Map<String, Integer> known = new HashMap<>();
      for (String label : columns.get(c).labels().orElse(List.of())) {
        known.putIfAbsent(label, known.size());
      }
      labels.add(known);
    }
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * Bytes of the cells (eight for a number, four for a label) and of the rows that the core makes
   * of them, as docs/memory.md counts those at least: both are there for a moment.
   */
  static long need(List<HostColumn> columns, long rows) {
    long each = CODED_ROW;
    for (HostColumn column : columns) {
      each += (column.kind() == HostColumn.Kind.NUMBER ? 8 : 4) + 4;
    }
    return each * rows;
  }

  /** Refuses what does not fit. */
  static void requireRoom(List<HostColumn> columns, long rows, long free) {
    if (rows > MOST_ROWS) {
      throw new DataException(
          "The table has "
              + rows
              + " rows, but at most "
              + MOST_ROWS
              + " can be learned from. Take a sample with the node \"Row Sampling\".");
    }
    long need = need(columns, rows);
    if (need > free) {
      throw new DataException(
          "The table's "
              + rows
              + " rows of "
              + columns.size()
              + " columns need about "
              + megabytes(need)
              + " MB of memory, but only "
              + megabytes(free)
              + " MB are left. Take fewer rows or columns, or give KNIME more memory (-Xmx in"
              + " knime.ini).");
    }
  }

  private static long megabytes(long bytes) {
    return (bytes >> 20) + 1;
  }

  /**
   * Takes the next row.
   *
   * @param row its cells, in the order of the columns
   */
  public void add(HostRow row) {
    if (rows == capacity) {
      throw new IllegalStateException("More rows came than the table said it has: " + capacity);
    }
    for (int c = 0; c < cells.length; c++) {
      cells[c].set(rows, row.missing(c) ? Double.NaN : value(row, c));
    }
    rows++;
  }

  private double value(HostRow row, int c) {
    if (columns.get(c).kind() == HostColumn.Kind.NUMBER) {
      double number = row.number(c);
      return Double.isFinite(number) ? number : Double.NaN;
    }
    Map<String, Integer> known = labels.get(c);
    Integer index = known.putIfAbsent(row.label(c), known.size());
    return index == null ? known.size() - 1 : index;
  }

  /**
   * The rows that came.
   *
   * @return a table that nothing is added to any more
   */
  public Table table() {
    List<Column> found = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      cells[c].shorten(rows);
      String name = columns.get(c).name();
      found.add(
          columns.get(c).kind() == HostColumn.Kind.NUMBER
              ? new Column.Numeric(name)
              : new Column.Nominal(name, inOrder(labels.get(c))));
    }
    return new ReadTable(List.copyOf(found), cells, rows);
  }

  private static List<String> inOrder(Map<String, Integer> labels) {
    String[] names = new String[labels.size()];
    labels.forEach((label, index) -> names[index] = label);
    return List.of(names);
  }
}
