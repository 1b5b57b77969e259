package org.backpropnet.train;

/**
 * All defaults in one text, {@code test-data/defaults.txt}: what each knob stands at if nobody
 * touches it, and what "auto" becomes for tables of several sizes.
 */
final class DefaultsText {
  private static final int[] ROWS = {4, 19, 20, 63, 64, 1_499, 1_500, 4_000, 4_001, 50_000};

  private DefaultsText() {}

  /**
   * The text.
   *
   * @return lines that end with a line feed
   */
  static String text() {
    StringBuilder text = new StringBuilder();
    text.append("What every knob stands at if nobody touches it\n\n");
    for (Knob knob : Knob.values()) {
      text.append(knob.key()).append(" = ").append(knob.defaultText()).append('\n');
    }
    text.append("\nWhat auto becomes with 10 inputs: a number, two classes, five classes\n");
    for (int rows : ROWS) {
      text.append('\n').append(rows).append(" rows\n");
      TrainingPlan usual = TrainingPlan.recommended();
      recipe(text, usual, new Defaults.Shape(rows, 10, 1, 0));
      recipe(text, usual, new Defaults.Shape(rows, 10, 1, 2));
      recipe(text, usual, new Defaults.Shape(rows, 10, 5, 5));
      text.append("held out: ").append(Defaults.validationShare(usual, rows));
      text.append(", weight decay by a race: ").append(Defaults.races(usual, rows));
      text.append(", ends when flat: ").append(Defaults.endsWhenFlat(usual, rows)).append('\n');
    }
    text.append("\nEvery optimizer, for 1000 rows and a number\n\n");
    for (OptimizerKind kind : OptimizerKind.values()) {
      TrainingPlan plan = TrainingPlan.recommended().with(Knob.OPTIMIZER, kind.label());
      recipe(text, plan, new Defaults.Shape(1_000, 10, 1, 0));
      text.append("held out: ").append(Defaults.validationShare(plan, 1_000)).append('\n');
    }
    return text.toString();
  }

  private static void recipe(StringBuilder text, TrainingPlan plan, Defaults.Shape shape) {
    Recipe recipe = Defaults.resolve(plan, shape);
    text.append(recipe.describe()).append("; ").append(recipe.optimizer()).append('\n');
  }
}
