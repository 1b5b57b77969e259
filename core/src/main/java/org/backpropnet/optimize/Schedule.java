package org.backpropnet.optimize;

import org.backpropnet.math.Require;

/** How the learning rate changes over a training: a factor from 0 to 1 on the given rate. */
public sealed interface Schedule {
  /**
   * The factor at a point of the training. Those that watch the loss answer 1 here and act in
   * {@link Plateau}.
   *
   * @param done share of the training that is done, from 0 to less than 1
   * @param epoch epochs that are done
   * @return from 0 to 1
   */
  double factor(double done, int epoch);

  /** Always the same rate. */
  record Constant() implements Schedule {
    @Override
    public double factor(double done, int epoch) {
      return 1;
    }
  }

  /**
   * A step down now and then.
   *
   * @param every epochs from step to step, at least 1
   * @param by factor of each step, from 0 to 1
   */
  record Step(int every, double by) implements Schedule {
    /** Checks the ranges. */
    public Step {
      Require.atLeast("schedule's epochs from step to step", every, 1, "");
      Require.between("schedule's factor of a step", by, 0, 1);
    }

    @Override
    public double factor(double done, int epoch) {
      int steps = epoch / every;
      return StrictMath.pow(by, steps);
    }
  }

  /**
   * The same share less in each epoch.
   *
   * @param by factor of each epoch, from 0 to 1
   */
  record Exponential(double by) implements Schedule {
    /** Checks the range. */
    public Exponential {
      Require.between("schedule's factor of an epoch", by, 0, 1);
    }

    @Override
    public double factor(double done, int epoch) {
      return StrictMath.pow(by, epoch);
    }
  }

  /** Half a cosine wave from the full rate to nothing (Loshchilov and Hutter 2017). */
  record Cosine() implements Schedule {
    @Override
    public double factor(double done, int epoch) {
      return 0.5 * (1 + StrictMath.cos(Math.PI * done));
    }
  }

  /** Four waves, each twice as long as the one before (Holzmueller et al. 2024). */
  record WarmRestarts() implements Schedule {
    @Override
    public double factor(double done, int epoch) {
      double waves = StrictMath.log1p(15 * done) / StrictMath.log(2);
      return 0.5 * (1 - StrictMath.cos(2 * Math.PI * waves));
    }
  }

  /**
   * A step down whenever the validation loss (or, without one, the training loss) has not become
   * better for some epochs.
   *
   * @param patience epochs to wait, at least 1
   * @param by factor of each step, from 0 to 1
   */
  record Plateau(int patience, double by) implements Schedule {
    /** Checks the ranges. */
    public Plateau {
      Require.atLeast("schedule's epochs to wait", patience, 1, "");
      Require.between("schedule's factor of a step", by, 0, 1);
    }

    @Override
    public double factor(double done, int epoch) {
      return 1;
    }
  }
}
