package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Fact;
import org.backpropnet.explain.Question;
import org.backpropnet.explain.Reasons;
import org.backpropnet.model.Model;

/**
 * The Complete Picture of a model: the page, its numbers, and why rows got their answers.
 *
 * @param page one HTML file that needs no other
 * @param facts the page's single numbers; runs of numbers behind pictures stay in the page
 * @param drivers row by row, a line for each column
 */
public record Explanation(String page, List<Fact> facts, List<Driver> drivers) {
  /** Small enough for any way of writing texts. */
  private static final int PART = 10_000;

  /**
   * What a column adds to a row's answer.
   *
   * @param row the row, from 0
   * @param column name of the column
   * @param value the row's cell there
   * @param driver what it adds to the answer of the typical row
   * @param answer the row's answer
   */
  public record Driver(int row, String column, String value, double driver, double answer) {}

  /**
   * What the user asks for.
   *
   * @param row the row that the page follows, from 1
   * @param unit what the answer is counted in; empty for the target's name
   * @param limit of so many rows at most the drivers are told
   */
  public record Request(long row, String unit, int limit) {
    /**
     * Checks the row.
     *
     * @param rows number of rows of the table
     * @throws DataException if there is no such row
     */
    public void requireRow(long rows) {
      if (rows == 0) {
        throw new DataException("The table has no rows. Connect the rows that were learned from.");
      }
      if (row < 1 || row > rows) {
        throw new DataException(
            ("Row to explain is " + row + ", but it must be from 1 to " + rows)
                + ", the number of rows of the table.");
      }
    }

    /**
     * The rows whose drivers are told: spread evenly, and the one that the page follows.
     *
     * @param rows number of rows of the table
     * @return from 0, ascending
     */
    public List<Integer> told(int rows) {
      TreeSet<Integer> told = new TreeSet<>();
      int most = Math.min(limit, rows);
      for (int i = 0; i < most; i++) {
        told.add((int) ((long) i * rows / most));
      }
      if (most > 0 && told.add((int) row - 1)) {
        // Its nearest neighbour gives way, so that there are not more than asked for.
        Integer near = told.lower((int) row - 1);
        told.remove(near == null ? told.higher((int) row - 1) : near);
      }
      return new ArrayList<>(told);
    }
  }

  /**
   * Checks that a table has the target, the inputs and the weights.
   *
   * @param shape what is known about the model
   * @param table all columns
   * @param weight name of the column that says how much a row counts; empty for none
   * @throws DataException naming what is missing
   */
  public static void check(ModelShape shape, List<HostColumn> table, String weight) {
    shape.requireInputs(table);
    boolean numbers = shape.classes().isEmpty();
    // Numbers may come as texts: training read them.
    boolean texts = has(table, shape.target(), HostColumn.Kind.CATEGORY);
    if (!texts && !(numbers && has(table, shape.target(), HostColumn.Kind.NUMBER))) {
      throw new DataException(
          ("The table has no column \"" + shape.target() + "\" with the truth, ")
              + (numbers ? "numbers" : "categories")
              + ". Connect the rows that the model learned from.");
    }
    if (!weight.isEmpty() && !has(table, weight, HostColumn.Kind.NUMBER)) {
      throw new DataException(
          "The table has no column of numbers \"" + weight + "\", which is chosen as weight.");
    }
  }

  private static boolean has(List<HostColumn> table, String name, HostColumn.Kind kind) {
    return table.stream().anyMatch(c -> c.name().equals(name) && c.kind() == kind);
  }

  /**
   * The columns to read: all that the model was trained with, also those that it left out, as far
   * as they are there. So the training's held-out rows can be found again.
   *
   * @param model the network
   * @param table all columns
   * @param weight name of the column that says how much a row counts; empty for none
   * @return in the table's order
   * @throws DataException naming what is missing
   */
  public static List<HostColumn> columns(Model model, List<HostColumn> table, String weight) {
    check(ModelShape.of(model), table, weight);
    Set<String> names = new HashSet<>(List.of(model.target(), weight));
    model.encoder().codes().forEach(code -> names.add(code.name()));
    return table.stream()
        .filter(c -> names.contains(c.name()) && c.kind() != HostColumn.Kind.OTHER)
        .toList();
  }

  /**
   * Explains, watched by the host.
   *
   * @param <X> what the watch throws to call it off
   * @param model the network
   * @param table the rows that it learned from, or others with the truth
   * @param request what is asked for
   * @param watch is asked and told on the calling thread
   * @return the explanation
   * @throws X if the watch called it off
   */
  public static <X extends Exception> Explanation of(
      Model model, Table table, Request request, Watch<X> watch) throws X {
    request.requireRow(table.rowCount());
    watch.progress(0.1, "Explaining the model");
    Table heard = new ListeningTable(table);
    Question question = new Question(model, heard, (int) request.row() - 1, request.unit().strip());
    return new WatchedWork<>("Backprop Net explaining", () -> explain(question, request))
        .run(watch, () -> {});
  }

  private static Explanation explain(Question question, Request request) {
    CompletePicture picture = CompletePicture.of(question);
    List<Fact> single = picture.facts().stream().filter(f -> f.values().length == 1).toList();
    return new Explanation(picture.html(), single, drivers(question, request));
  }

  private static List<Driver> drivers(Question question, Request request) {
    List<Driver> drivers = new ArrayList<>();
    List<Integer> told = request.told(question.table().rowCount());
    Reasons reasons = told.isEmpty() ? null : Reasons.of(question);
    for (int row : told) {
      double answer = reasons.answer(row);
      for (Reasons.Reason reason : reasons.of(row)) {
        drivers.add(new Driver(row, reason.column(), reason.value(), reason.driver(), answer));
      }
    }
    return drivers;
  }

  /**
   * The page cut into parts that a table's cells can hold.
   *
   * @param page the whole
   * @return in order; no part ends within a character
   */
  public static List<String> parts(String page) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < page.length()) {
      int to = Math.min(page.length(), from + PART);
      to -= Character.isHighSurrogate(page.charAt(to - 1)) && to < page.length() ? 1 : 0;
      parts.add(page.substring(from, to));
      from = to;
    }
    return parts;
  }

  /**
   * What a view shows of a page alone.
   *
   * @param target name of the predicted column
   * @param page the page; empty if there is none yet
   * @return JSON
   */
  public static String viewData(String target, String page) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!page.isEmpty()) {
      data.put("target", target);
      data.put("picture", page);
    }
    return Json.of(data);
  }
}
