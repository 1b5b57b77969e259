package org.backpropnet.optimize;

import java.util.Locale;
import org.backpropnet.math.Require;

/** A way to walk downhill: immutable settings. {@link #start} gives the run of one training. */
public sealed interface Optimizer {
  /**
   * Begins a run.
   *
   * @param size number of weights and biases
   * @return its state, all zeros
   */
  OptimizerRun start(int size);

  /**
   * The learning rate that usually works with standardised inputs and minibatches.
   *
   * @return greater than 0
   */
  double usualRate();

  /**
   * Whether each step must look at all rows.
   *
   * @return true for Rprop and L-BFGS
   */
  default boolean fullBatchOnly() {
    return false;
  }

  /**
   * The name on command lines and in files.
   *
   * @return for instance "adam"
   */
  default String label() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Straight down the slope: p -= rate g (Cauchy 1847; Robbins and Monro 1951). */
  record GradientDescent() implements Optimizer {
    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Plain();
    }

    @Override
    public double usualRate() {
      return 0.1;
    }

    @Override
    public String label() {
      return "gradient-descent";
    }
  }

  /**
   * Downhill with a rolling ball's memory: v = momentum v + g, p -= rate v (Polyak 1964).
   *
   * @param momentum share of the last step that is kept, from 0 to less than 1
   */
  record Momentum(double momentum) implements Optimizer {
    /** Checks the share. */
    public Momentum {
      Require.below("momentum", momentum, 0, 1);
    }

    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Rolling(size, momentum, false);
    }

    @Override
    public double usualRate() {
      return 0.02;
    }
  }

  /**
   * Momentum that looks ahead: v = momentum v + g, p -= rate (g + momentum v) (Nesterov 1983; form
   * of Sutskever, Martens, Dahl and Hinton 2013).
   *
   * @param momentum share of the last step that is kept, from 0 to less than 1
   */
  record Nesterov(double momentum) implements Optimizer {
    /** Checks the share. */
    public Nesterov {
      Require.below("momentum", momentum, 0, 1);
    }

    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Rolling(size, momentum, true);
    }

    @Override
    public double usualRate() {
      return 0.02;
    }
  }

  /**
   * Steps divided by the recent size of the slope: s = decay s + (1 - decay) g^2, p -= rate g /
   * (sqrt(s) + epsilon) (Tieleman and Hinton 2012).
   *
   * @param decay memory of the squared slope, from 0 to less than 1
   * @param epsilon keeps the quotient finite, greater than 0
   */
  record RmsProp(double decay, double epsilon) implements Optimizer {
    /** Checks the ranges. */
    public RmsProp {
      Require.below("decay", decay, 0, 1);
      Require.positive("epsilon", epsilon, "A usual value is 1e-8.");
    }

    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Scaled(size, decay, epsilon);
    }

    @Override
    public double usualRate() {
      return 0.001;
    }
  }

  /**
   * Momentum and scaling together, both corrected for their start at zero (Kingma and Ba 2015).
   *
   * @param beta1 memory of the slope, from 0 to less than 1
   * @param beta2 memory of the squared slope, from 0 to less than 1
   * @param epsilon keeps the quotient finite, greater than 0
   */
  record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    /** Checks the ranges. */
    public Adam {
      Require.below("beta1", beta1, 0, 1);
      Require.below("beta2", beta2, 0, 1);
      Require.positive("epsilon", epsilon, "A usual value is 1e-8.");
    }

    /**
     * The settings that suit tables (Holzmueller, Grinsztajn and Steinwart 2024).
     *
     * @return beta1 0.9, beta2 0.95
     */
    public static Adam recommended() {
      return new Adam(0.9, 0.95, 1e-8);
    }

    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Adaptive(size, this, 0);
    }

    @Override
    public double usualRate() {
      return 0.003;
    }
  }

  /**
   * Adam whose weights also shrink by rate times decay in each step (Loshchilov and Hutter 2019).
   *
   * @param adam memories
   * @param decay shrinking of weights, at least 0; biases shrink too
   */
  record AdamW(Adam adam, double decay) implements Optimizer {
    /** Checks the range. */
    public AdamW {
      Require.between("decay", decay, 0, 1e6);
    }

    @Override
    public OptimizerRun start(int size) {
      return new FirstOrderRuns.Adaptive(size, adam, decay);
    }

    @Override
    public double usualRate() {
      return adam.usualRate();
    }
  }

  /**
   * Steps by the sign of the slope alone, each weight at its own pace: longer while the sign stays,
   * shorter after it turned (Riedmiller and Braun 1993). Full batch.
   *
   * @param shorter factor after a turn, between 0 and 1
   * @param longer factor while the sign stays, above 1
   */
  record Rprop(double shorter, double longer) implements Optimizer {
    /** Checks the ranges. */
    public Rprop {
      Require.below("shorter", shorter, 1e-6, 1);
      Require.between("longer", longer, 1 + 1e-9, 100);
    }

    /**
     * The settings of the paper.
     *
     * @return 0.5 and 1.2
     */
    public static Rprop recommended() {
      return new Rprop(0.5, 1.2);
    }

    @Override
    public OptimizerRun start(int size) {
      return new RpropRun(size, this);
    }

    @Override
    public double usualRate() {
      return 0.01;
    }

    @Override
    public boolean fullBatchOnly() {
      return true;
    }
  }

  /**
   * Guesses the curvature from the last steps and searches along the line (Liu and Nocedal 1989).
   * Full batch, double precision; needs no learning rate.
   *
   * @param memory number of steps that the curvature is guessed from, at least 1
   */
  record Lbfgs(int memory) implements Optimizer {
    /** Checks the size. */
    public Lbfgs {
      Require.atLeast("memory", memory, 1, "A usual value is 10.");
    }

    @Override
    public OptimizerRun start(int size) {
      return new LbfgsRun(size, memory);
    }

    @Override
    public double usualRate() {
      return 1;
    }

    @Override
    public boolean fullBatchOnly() {
      return true;
    }

    @Override
    public String label() {
      return "l-bfgs";
    }
  }
}
