package org.backpropnet.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.backpropnet.data.CsvCell;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.model.Interval;
import org.backpropnet.model.Model;
import org.backpropnet.model.Prediction;
import org.backpropnet.model.Predictor;

/** Answers the rows of a table. */
final class PredictCommand implements Command {
  private static final Option OUT =
      Option.of(
          "out",
          "FILE",
          "Where the answers are written, as CSV; an older file is replaced. Without it they are"
              + " printed.");

  private static final Option INTERVAL =
      Option.of(
          "interval",
          "LEVEL",
          "Adds the columns lower and upper, between which the truth lies for that share of new"
              + " rows, for instance 0.9. Only for a model that predicts numbers.");

  /** Rows that are answered at once: the answers of a long table need not fit into memory. */
  private static final int CHUNK = 4096;

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String summary() {
    return "Answers the rows of a table with a model, as CSV.";
  }

  @Override
  public List<Option> options() {
    return List.of(Desk.MODEL, Desk.DATA, OUT, INTERVAL, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    Path out = arguments.has(OUT) ? desk.output(arguments, OUT, Desk.MODEL, Desk.DATA) : null;
    Model model = desk.model(arguments, Desk.MODEL);
    // The target need not be there, and may hold anything.
    Table table = desk.table(arguments, TableOptions.AUTO.withInputsOf(model.encoder()));
    Answers answers = new Answers(model, table, level(arguments, model));
    if (out == null) {
      answers.write(desk.out());
      return;
    }
    try (Writer writer = Files.newBufferedWriter(out)) {
      answers.write(writer);
    }
  }

  /** Empty if no intervals are asked for; what cannot be given is refused before any answer. */
  private static OptionalDouble level(Arguments arguments, Model model) {
    if (!arguments.has(INTERVAL)) {
      return OptionalDouble.empty();
    }
    String text = arguments.need(INTERVAL);
    double level = Double.NaN;
    try {
      level = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw arguments.misused("--interval is \"" + text + "\", but it must be a number.");
    }
    model.requireIntervals(level);
    return OptionalDouble.of(level);
  }

  /** The answers to a table, a chunk at a time. */
  private record Answers(Model model, Table table, OptionalDouble level) {
    void write(Appendable to) throws IOException {
      Predictor predictor = model.bind(table.columns());
      List<String> names = new ArrayList<>(List.of("prediction"));
      model.classes().forEach(label -> names.add(CsvCell.of("probability of " + label)));
      if (level.isPresent()) {
        names.addAll(List.of("lower", "upper"));
      }
      to.append(String.join(",", names)).append('\n');
      for (int from = 0; from < table.rowCount(); from += CHUNK) {
        int end = Math.min(from + CHUNK, table.rowCount());
        for (double[] answer : predictor.predict(table, from, end)) {
          to.append(line(answer)).append('\n');
        }
      }
    }

    private String line(double[] answer) {
      List<String> cells = new ArrayList<>();
      if (model.classes().isEmpty()) {
        cells.add(CsvCell.of(answer[0]));
        if (level.isPresent()) {
          Interval interval = model.interval(answer[0], level.getAsDouble());
          cells.add(CsvCell.of(interval.lower()));
          cells.add(CsvCell.of(interval.upper()));
        }
        return String.join(",", cells);
      }
      cells.add(CsvCell.of(new Prediction(model.encoder().target(), answer).label()));
      for (double probability : answer) {
        cells.add(CsvCell.of(probability));
      }
      return String.join(",", cells);
    }
  }
}
