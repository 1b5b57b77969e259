package org.backpropnet.function;

import java.util.Locale;
import org.backpropnet.math.Elementary;

/**
 * How bad an answer is, with the output link that belongs to it. Every loss is a sum over the
 * outputs of one row. For the two class losses the slope by the raw score is simply answer minus
 * truth.
 */
public enum Loss {
  /** Half the squared miss: the usual one for numbers. */
  SQUARED_ERROR(Link.ELEMENTWISE, "half the squared miss") {
    @Override
    double term(double output, double target) {
      double miss = output - target;
      return 0.5 * miss * miss;
    }

    @Override
    double termSlope(double output, double target) {
      return output - target;
    }
  },
  /** The size of the miss: less moved by outliers. */
  ABSOLUTE_ERROR(Link.ELEMENTWISE, "the size of the miss") {
    @Override
    double term(double output, double target) {
      return Math.abs(output - target);
    }

    @Override
    double termSlope(double output, double target) {
      return Math.signum(output - target);
    }
  },
  /** Squared for misses up to 1, straight beyond (Huber 1964). The unit is the target's spread. */
  HUBER(Link.ELEMENTWISE, "half the squared miss up to 1, then straight") {
    @Override
    double term(double output, double target) {
      double size = Math.abs(output - target);
      return size <= 1 ? 0.5 * size * size : size - 0.5;
    }

    @Override
    double termSlope(double output, double target) {
      return Math.max(-1, Math.min(1, output - target));
    }
  },
  /** Surprise at the truth of a yes-or-no question; the output is a sigmoid (Good 1952). */
  BINARY_CROSS_ENTROPY(Link.SIGMOID, "surprise at the truth, yes or no") {
    @Override
    double term(double output, double target) {
      return -(target * safeLog(output) + (1 - target) * safeLog(1 - output));
    }

    @Override
    double termSlope(double output, double target) {
      return output - target;
    }
  },
  /** Surprise at the true class; the outputs are a softmax (Bridle 1990). */
  CROSS_ENTROPY(Link.SOFTMAX, "surprise at the true class") {
    @Override
    double term(double output, double target) {
      return target == 0 ? 0 : -target * safeLog(output);
    }

    @Override
    double termSlope(double output, double target) {
      return output - target;
    }
  };

  /** How the raw scores of the last layer become the answer. */
  public enum Link {
    /** Each output by the output layer's own activation. */
    ELEMENTWISE,
    /** Each output by a sigmoid: a probability. */
    SIGMOID,
    /** All outputs together: positive shares that sum to 1. */
    SOFTMAX
  }

  /** Smallest probability whose surprise is told apart; keeps a loss finite. */
  private static final double TINY = 1e-300;

  private final Link link;
  private final String plainWords;

  Loss(Link link, String plainWords) {
    this.link = link;
    this.plainWords = plainWords;
  }

  abstract double term(double output, double target);

  abstract double termSlope(double output, double target);

  private static double safeLog(double p) {
    return StrictMath.log(Math.max(p, TINY));
  }

  /**
   * The link from scores to answers.
   *
   * @return the link that belongs to this loss
   */
  public Link link() {
    return link;
  }

  /**
   * What it measures, without mathematics.
   *
   * @return a phrase
   */
  public String plainWords() {
    return plainWords;
  }

  /**
   * Whether the answers are classes' probabilities.
   *
   * @return true for the two cross-entropies
   */
  public boolean forClasses() {
    return link != Link.ELEMENTWISE;
  }

  /**
   * The activation that the output layer really has under this loss.
   *
   * @param chosen what the plan names for a numeric target
   * @return chosen for numbers; sigmoid for yes or no; identity where softmax follows
   */
  public Activation outputActivation(Activation chosen) {
    return switch (link) {
      case ELEMENTWISE -> chosen;
      case SIGMOID -> Activation.SIGMOID;
      case SOFTMAX -> Activation.IDENTITY;
    };
  }

  /**
   * Turns the output layer's activations into answers, in place.
   *
   * @param outputs [outputs] changed only by softmax
   */
  public void link(double[] outputs) {
    if (link == Link.SOFTMAX) {
      softmax(outputs);
    }
  }

  /**
   * The loss of one row.
   *
   * @param outputs [outputs] answers, after the link
   * @param targets [outputs] truth; for classes 1 for the true class and 0 elsewhere
   * @return at least 0
   */
  public double value(double[] outputs, double[] targets) {
    double sum = 0;
    for (int o = 0; o < outputs.length; o++) {
      sum += term(outputs[o], targets[o]);
    }
    return sum;
  }

  /**
   * The slope of one row's loss by each output: by the answer for numbers (the output layer's own
   * slope is still to be multiplied), by the raw score for classes.
   *
   * @param outputs [outputs] answers, after the link
   * @param targets [outputs] truth
   * @param delta [outputs] slopes, overwritten
   */
  public void slope(double[] outputs, double[] targets, double[] delta) {
    for (int o = 0; o < outputs.length; o++) {
      delta[o] = termSlope(outputs[o], targets[o]);
    }
  }

  /**
   * The name on command lines and in files.
   *
   * @return for instance "squared-error"
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void softmax(double[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int o = 0; o < scores.length; o++) {
      scores[o] = Elementary.exp(scores[o] - highest);
      sum += scores[o];
    }
    for (int o = 0; o < scores.length; o++) {
      scores[o] /= sum;
    }
  }
}
