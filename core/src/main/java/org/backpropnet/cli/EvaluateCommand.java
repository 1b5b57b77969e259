package org.backpropnet.cli;

import java.io.IOException;
import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.data.TableOptions;
import org.backpropnet.model.Evaluation;
import org.backpropnet.model.Model;

/** Compares a model's answers with the truth. */
final class EvaluateCommand implements Command {
  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "Compares a model's answers with the target column of a table, best of rows that it did"
        + " not learn from.";
  }

  @Override
  public List<Option> options() {
    return List.of(Desk.MODEL, Desk.DATA, Desk.WEIGHT, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    Model model = desk.model(arguments, Desk.MODEL);
    TableOptions options =
        TableOptions.AUTO.withInputsOf(model.encoder()).withTarget(model.encoder().target());
    Table table = desk.table(arguments, options);
    desk.out().print(Evaluation.of(model, table).text());
  }
}
