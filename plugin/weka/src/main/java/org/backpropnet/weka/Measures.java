package org.backpropnet.weka;

import java.util.List;
import java.util.NoSuchElementException;
import org.backpropnet.model.Model;
import org.backpropnet.train.Trained;

/** What the Experimenter measures of a model. */
public final class Measures {
  /** Names of the numbers that {@link #of} knows. */
  public static final List<String> NAMES =
      List.of(
          "measureEpochs",
          "measureBestEpoch",
          "measureParameters",
          "measureTrainingSeconds",
          "measureCpuSeconds");

  private Measures() {}

  /**
   * A number for the Experimenter's table.
   *
   * @param model what was learned
   * @param name one of {@link #NAMES}
   * @param effort what the training cost
   * @return at least 0
   * @throws NoSuchElementException if the name is none of them
   */
  public static double of(Model model, String name, Effort effort) {
    Trained trained = model.trained();
    return switch (name) {
      case "measureEpochs" -> trained.history().size();
      case "measureBestEpoch" -> trained.best() == null ? 0 : trained.best().epoch();
      case "measureParameters" -> model.copyOfParameters().length;
      case "measureTrainingSeconds" -> effort.seconds();
      case "measureCpuSeconds" -> effort.cpuSeconds();
      default ->
          throw new NoSuchElementException(
              "There is no measure \"" + name + "\". There are " + NAMES + ".");
    };
  }
}
