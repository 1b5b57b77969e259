package org.backpropnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.export.Spreadsheet;
import org.backpropnet.model.Model;

/** Hands a model over to other programs. */
final class ExportCommand implements Command {
  private static final int USUAL_ROWS = 100;
  private static final Option OUT =
      Option.of(
          "out",
          "FILE",
          "Where the spreadsheet is written: a name that ends in .xlsx; an older file is replaced.");
  private static final Option ROWS =
      Option.of(
          "rows",
          "NUMBER",
          "How many rows of the table go into it, from the first. Without it " + USUAL_ROWS + ".");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "Writes a model as a spreadsheet with formulas: change a cell of a row, and the"
        + " prediction changes.";
  }

  @Override
  public List<Option> options() {
    return List.of(Desk.MODEL, Desk.DATA, OUT, ROWS, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    int rows = rows(arguments);
    Path out = desk.output(arguments, OUT, Desk.MODEL, Desk.DATA);
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw arguments.misused("--out is \"" + out + "\", but its name must end in .xlsx.");
    }
    Model model = desk.model(arguments, Desk.MODEL);
    Table table = desk.table(arguments, TableOptions.AUTO.withInputsOf(model.encoder()));
    Spreadsheet.write(model, table, rows, out);
    int written = Math.min(rows, table.rowCount());
    desk.out()
        .print(
            "Wrote the network with "
                + written
                + " of "
                + table.rowCount()
                + " rows to \""
                + out
                + "\".\n");
  }

  private static int rows(Arguments arguments) {
    String text = arguments.text(ROWS).orElse(String.valueOf(USUAL_ROWS));
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > Spreadsheet.MOST_ROWS) {
      throw arguments.misused(
          "--rows is \""
              + text
              + "\", but it must be a whole number from 1 to "
              + Spreadsheet.MOST_ROWS
              + ".");
    }
    return Integer.parseInt(text);
  }
}
