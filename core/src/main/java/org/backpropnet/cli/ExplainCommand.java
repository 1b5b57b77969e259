package org.backpropnet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Question;
import org.backpropnet.model.Model;

/** Writes the page that explains a model on the user's own rows. */
final class ExplainCommand implements Command {
  private static final Option ROW =
      Option.of("row", "NUMBER", "The row that the page follows, from 1. Without it the first.");
  private static final Option UNIT =
      Option.of(
          "unit",
          "WORDS",
          "What the answer is counted in, such as \"dollars per square foot\". Without it the"
              + " target's name is used.");
  private static final Option OUT =
      Option.of(
          "out",
          "FILE",
          "The page, an HTML file that needs no other. Without it its words are shown.");

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Explains a model in words and pictures, on the rows that it learned from.";
  }

  @Override
  public List<Option> options() {
    return List.of(Desk.MODEL, Desk.DATA, ROW, UNIT, OUT, Desk.WEIGHT, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    Path out = arguments.has(OUT) ? desk.output(arguments, OUT, Desk.MODEL, Desk.DATA) : null;
    Model model = desk.model(arguments, Desk.MODEL);
    Table table = table(model, arguments, desk);
    CompletePicture picture = CompletePicture.of(question(model, table, arguments));
    if (out == null) {
      desk.out().print(picture.text());
      return;
    }
    Files.writeString(out, picture.html(), StandardCharsets.UTF_8);
    desk.out().print("The complete picture is in \"" + out + "\".\n");
  }

  static Table table(Model model, Arguments arguments, Desk desk) throws IOException {
    TableOptions options =
        TableOptions.AUTO.withInputsOf(model.encoder()).withTarget(model.encoder().target());
    return desk.table(arguments, options);
  }

  private static Question question(Model model, Table table, Arguments arguments) {
    String row = arguments.text(ROW).orElse("1");
    if (!row.matches("[1-9]\\d{0,8}") || Integer.parseInt(row) > table.rowCount()) {
      throw new DataException(
          "--row is \""
              + row
              + "\", but it must be from 1 to "
              + table.rowCount()
              + ", the number of rows of the table.");
    }
    return new Question(model, table, Integer.parseInt(row) - 1, arguments.text(UNIT).orElse(""));
  }
}
