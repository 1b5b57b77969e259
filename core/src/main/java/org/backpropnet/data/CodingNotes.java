package org.backpropnet.data;

import java.util.ArrayList;
import java.util.List;

/** What was decided about the columns, in sentences: those left out, and what is not plain. */
public final class CodingNotes {
  private static final int MOST = 8;

  private final Encoder encoder;
  private final Table table;
  private final int[] rows;

  private CodingNotes(Encoder encoder, Table table, int[] rows) {
    this.encoder = encoder;
    this.table = table;
    this.rows = rows;
  }

  /**
   * Writes the decisions down.
   *
   * @param encoder what was decided
   * @param table the rows that it was decided from
   * @param rows the training rows
   * @return sentences; a model keeps them
   */
  public static List<String> of(Encoder encoder, Table table, int[] rows) {
    CodingNotes writer = new CodingNotes(encoder, table, rows);
    List<String> notes = new ArrayList<>(encoder.notes());
    add(
        notes,
        "Missing cells have an input of their own that says so (share of the training rows): ",
        writer.missing());
    add(
        notes,
        "Labels of less than two training rows share one input, as new labels do: ",
        writer.rare());
    return notes;
  }

  /**
   * The columns that became thermometers though numbers are scaled.
   *
   * @param encoder what was decided
   * @return a sentence, or none
   */
  public static List<String> uneven(Encoder encoder) {
    List<String> parts = new ArrayList<>();
    for (InputCode code : encoder.codes()) {
      if (code instanceof InputCode.Thermometer t) {
        parts.add("\"" + t.name() + "\" (" + t.bins() + " bins)");
      }
    }
    List<String> notes = new ArrayList<>();
    add(
        notes,
        "Numbers that lie so unevenly that scaling would press most of them together are split into"
            + " bins with as many rows each: ",
        parts);
    return notes;
  }

  private static void add(List<String> notes, String sentence, List<String> parts) {
    if (!parts.isEmpty()) {
      int more = parts.size() - MOST;
      String listed = String.join(", ", parts.subList(0, Math.min(MOST, parts.size())));
      notes.add(sentence + listed + (more > 0 ? " and " + more + " more." : "."));
    }
  }

  private List<String> missing() {
    List<String> parts = new ArrayList<>();
    for (InputCode code : encoder.codes()) {
      if (code.missingInput() >= 0) {
        parts.add("\"" + code.name() + "\" (" + share(table.indexOf(code.name())) + ")");
      }
    }
    return parts;
  }

  private String share(int column) {
    double missing = 0;
    double all = 0;
    for (int row : rows) {
      double weight = table.weight(row);
      missing += Double.isFinite(table.value(row, column)) ? 0 : weight;
      all += weight;
    }
    double percent = 100 * missing / all;
    return percent < 1 ? "below 1 %" : (percent > 99 ? "over 99" : Math.round(percent)) + " %";
  }

  private List<String> rare() {
    List<String> parts = new ArrayList<>();
    for (InputCode code : encoder.codes()) {
      if (code instanceof InputCode.Category c && c.otherInput() >= 0) {
        int seen = seen(table.indexOf(c.name()));
        parts.add((seen - c.levels().size()) + " of the " + seen + " of \"" + c.name() + "\"");
      }
    }
    return parts;
  }

  private int seen(int column) {
    int labels = ((Column.Nominal) table.columns().get(column)).labels().size();
    boolean[] seen = new boolean[labels];
    int count = 0;
    for (int row : rows) {
      double value = table.value(row, column);
      if (!Double.isNaN(value) && !seen[(int) value]) {
        seen[(int) value] = true;
        count++;
      }
    }
    return count;
  }
}
