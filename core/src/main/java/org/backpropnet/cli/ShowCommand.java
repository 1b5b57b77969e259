package org.backpropnet.cli;

import java.io.IOException;
import java.util.List;
import org.backpropnet.model.ModelText;

/** Writes a model down. */
final class ShowCommand implements Command {
  private static final Option COMPLETE =
      Option.of(
          "complete",
          "",
          "Also all weights and labels, with all digits: enough to work out an answer by hand.");

  private static final int SHORT_DECIMALS = 4;
  private static final int EXACT_DECIMALS = 17;

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "Shows a model as text: what was decided, its columns, its layers.";
  }

  @Override
  public List<Option> options() {
    return List.of(Desk.MODEL, COMPLETE);
  }

  @Override
  public void run(Arguments arguments, Desk desk) throws IOException {
    boolean complete = arguments.has(COMPLETE);
    int decimals = complete ? EXACT_DECIMALS : SHORT_DECIMALS;
    desk.out().print(ModelText.of(desk.model(arguments, Desk.MODEL), decimals, complete));
  }
}
