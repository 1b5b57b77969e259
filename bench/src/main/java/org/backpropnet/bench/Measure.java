package org.backpropnet.bench;

import java.util.function.ToDoubleFunction;

/** A measure of answers; less is better. */
enum Measure {
  ERROR("Error %", 100, 1, Score::error),
  LOG_LOSS("Log-loss", 1, 3, Score::logLoss),
  BRIER("Brier", 1, 3, Score::brier),
  RMSE("RMSE", 1, 3, Score::rmse),
  SCALED_RMSE("RMSE / sd", 1, 3, Score::scaled),
  MAE("Mean distance", 1, 3, Score::mae);

  private final String title;
  private final double unit;
  private final int digits;
  private final ToDoubleFunction<Score> value;

  Measure(String title, double unit, int digits, ToDoubleFunction<Score> value) {
    this.title = title;
    this.unit = unit;
    this.digits = digits;
    this.value = value;
  }

  String title() {
    return title;
  }

  double of(Score score) {
    return value.applyAsDouble(score);
  }

  /** As a page shows it. */
  String text(double number) {
    return Comparison.text(unit * number, digits);
  }
}
