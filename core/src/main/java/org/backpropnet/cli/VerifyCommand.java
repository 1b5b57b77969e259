package org.backpropnet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.explain.Verify;
import org.backpropnet.model.Model;

/** Works out again everything that a page of "explain" says. */
final class VerifyCommand implements Command {
  private static final Option PAGE = Option.of("page", "FILE", "A page that \"explain\" wrote.");
  private static final Option RETRAIN =
      Option.of(
          "retrain",
          "",
          "Also repeats the training, which must give the same weights, bit for bit.");

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "Works out again everything that a page of \"explain\" says, and names what does not"
        + " hold.";
  }

  @Override
  public List<Option> options() {
    return List.of(PAGE, Desk.MODEL, Desk.DATA, RETRAIN, Desk.WEIGHT, Desk.SEPARATOR);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    String page = Files.readString(desk.path(arguments, PAGE), StandardCharsets.UTF_8);
    Model model = desk.model(arguments, Desk.MODEL);
    Table table = ExplainCommand.table(model, arguments, desk);
    Verify verify;
    try {
      verify = Verify.of(page, model, table, true);
    } catch (IllegalArgumentException e) {
      throw new DataException(e.getMessage());
    }
    List<String> faults = verify.faults(page);
    if (!faults.isEmpty()) {
      throw new DataException(String.join("\n", faults));
    }
    if (arguments.has(RETRAIN) && !Verify.retrains(model, table)) {
      throw new DataException(
          "The training gives other weights: the model learned from other rows, was stopped early,"
              + " or went on later.");
    }
    desk.out().print("All " + verify.factCount() + " facts hold.\n");
  }
}
