package org.backpropnet.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.CsvCell;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
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
    return List.of(Desk.MODEL, Desk.DATA, OUT, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    Path out = arguments.has(OUT) ? desk.output(arguments, OUT, Desk.MODEL, Desk.DATA) : null;
    Model model = desk.model(arguments, Desk.MODEL);
    // The target need not be there, and may hold anything.
    Table table = desk.table(arguments, TableOptions.AUTO.withInputsOf(model.encoder()));
    Predictor predictor = model.bind(table.columns());
    if (out == null) {
      write(model, predictor, table, desk.out());
      return;
    }
    try (Writer writer = Files.newBufferedWriter(out)) {
      write(model, predictor, table, writer);
    }
  }

  private static void write(Model model, Predictor predictor, Table table, Appendable to)
      throws IOException {
    List<String> names = new ArrayList<>(List.of("prediction"));
    model.classes().forEach(label -> names.add(CsvCell.of("probability of " + label)));
    to.append(String.join(",", names)).append('\n');
    for (int from = 0; from < table.rowCount(); from += CHUNK) {
      int end = Math.min(from + CHUNK, table.rowCount());
      for (double[] answer : predictor.predict(table, from, end)) {
        to.append(line(model, answer)).append('\n');
      }
    }
  }

  private static String line(Model model, double[] answer) {
    if (model.classes().isEmpty()) {
      return CsvCell.of(answer[0]);
    }
    List<String> cells = new ArrayList<>();
    cells.add(CsvCell.of(new Prediction(model.encoder().target(), answer).label()));
    for (double probability : answer) {
      cells.add(CsvCell.of(probability));
    }
    return String.join(",", cells);
  }
}
