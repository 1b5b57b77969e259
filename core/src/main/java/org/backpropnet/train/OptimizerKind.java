package org.backpropnet.train;

import java.util.Locale;
import org.backpropnet.optimize.Optimizer;

/** The methods that a plan can name; each with the settings that are recommended for it. */
public enum OptimizerKind {
  /** Straight down the slope. */
  GRADIENT_DESCENT,
  /** With a rolling ball's memory. */
  MOMENTUM,
  /** Momentum that looks ahead. */
  NESTEROV,
  /** Steps divided by the recent size of the slope. */
  RMSPROP,
  /** Momentum and scaling together. */
  ADAM,
  /** Adam whose weights also shrink. */
  ADAMW,
  /** By the sign of the slope; all rows in each step. */
  RPROP,
  /** Guesses the curvature; all rows in each step, no learning rate. */
  L_BFGS;

  /**
   * The method with its settings.
   *
   * @param momentum for momentum and Nesterov
   * @param weightDecay for AdamW, whose weights shrink by it
   * @return immutable settings
   */
  Optimizer with(double momentum, double weightDecay) {
    return switch (this) {
      case GRADIENT_DESCENT -> new Optimizer.GradientDescent();
      case MOMENTUM -> new Optimizer.Momentum(momentum);
      case NESTEROV -> new Optimizer.Nesterov(momentum);
      case RMSPROP -> new Optimizer.RmsProp(0.99, 1e-8);
      case ADAM -> Optimizer.Adam.recommended();
      case ADAMW -> new Optimizer.AdamW(Optimizer.Adam.recommended(), weightDecay);
      case RPROP -> Optimizer.Rprop.recommended();
      case L_BFGS -> new Optimizer.Lbfgs(10);
    };
  }

  /**
   * The name on command lines and in files.
   *
   * @return for instance "gradient-descent", "l-bfgs"
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
