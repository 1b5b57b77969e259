package org.backpropnet.train;

import java.util.List;
import java.util.Optional;
import org.backpropnet.data.NumberBins;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.Schedule;

/** What "auto" means: every decision that is taken from the table, in one place. */
public final class Defaults {
  /** Below this many rows a table counts as tiny: several starts, almost no weight decay. */
  public static final int TINY_BELOW = 20;

  /** Up to this many rows L-BFGS is taken, above it Adam. */
  public static final int SMALL_UP_TO = 4_000;

  /** Bins of columns whose numbers lie unevenly. */
  private static final int UNEVEN_BINS = 8;

  private Defaults() {}

  /**
   * What the decisions look at.
   *
   * @param rows sum of the weights of the training rows
   * @param inputs number of inputs
   * @param outputs number of outputs of the network
   * @param classes number of classes; 0 for a numeric target
   */
  public record Shape(double rows, int inputs, int outputs, int classes) {}

  /**
   * The share of rows that is held out.
   *
   * @param plan the user's plan
   * @param rows sum of the weights of all usable rows
   * @return from 0 to less than 1
   */
  static double validationShare(TrainingPlan plan, double rows) {
    boolean watches = plan.stopping().patience() > 0;
    double auto = small(plan, rows) ? (watches ? 0.2 : 0) : 0.1;
    return plan.stopping().validationShare().orElse(rows < TINY_BELOW && !watches ? 0 : auto);
  }

  /** Whether short trials decide how numbers are coded: where rows are held out anyway. */
  static boolean tries(TrainingPlan plan, double rows) {
    return !small(plan, rows)
        && numberCodings(plan, rows).size() > 1
        && rows > SMALL_UP_TO
        && plan.stopping().timeBudgetSeconds() == 0
        && validationShare(plan, rows) > 0;
  }

  /** Epochs of a short trial of a coding. */
  static int trialEpochs(TrainingPlan plan, double rows) {
    Optimizer optimizer = kind(plan, rows).with(plan.descent().momentum(), 0);
    return Math.max(1, epochs(plan, optimizer, rows) / 4);
  }

  /** Whether a race on held-out rows decides: where L-BFGS is taken and rows can be spared. */
  static boolean races(TrainingPlan plan, double rows) {
    boolean open = plan.restraint().weightDecay().isEmpty() || numberCodings(plan, rows).size() > 1;
    return open && small(plan, rows) && rows >= TINY_BELOW;
  }

  /** Whether a training may end before its last epoch: nobody named a number, and rows are few. */
  static boolean endsWhenFlat(TrainingPlan plan, double rows) {
    return plan.descent().epochs().isEmpty() && small(plan, rows) && rows >= TINY_BELOW;
  }

  /** The output layer's activation for a numeric target. */
  static Activation output(TrainingPlan plan) {
    return plan.network().output().orElse(Activation.IDENTITY);
  }

  /**
   * Resolves a plan.
   *
   * @param plan the user's plan
   * @param shape of the encoded table
   * @return every decision
   * @throws IllegalArgumentException if two settings exclude each other
   */
  static Recipe resolve(TrainingPlan plan, Shape shape) {
    OptimizerKind kind = kind(plan, shape.rows());
    double decay = plan.restraint().weightDecay().orElse(decay(kind, shape.rows()));
    Optimizer optimizer = kind.with(plan.descent().momentum(), decay);
    boolean decoupled = optimizer instanceof Optimizer.AdamW;
    int batch = batchSize(plan, optimizer, shape.rows());
    refuseContradictions(plan, optimizer, batch);
    boolean vote = votes(plan, shape.rows());
    return new Recipe(
        spec(plan, shape, optimizer),
        optimizer,
        plan.descent().learningRate().orElse(optimizer.usualRate()),
        plan.descent().schedule().orElse(schedule(plan, optimizer)),
        epochs(plan, optimizer, shape.rows()),
        batch,
        plan.descent().restarts().orElse(restarts(plan, vote, shape.rows())),
        vote,
        numberCodings(plan, shape.rows()).get(0),
        new Penalty(plan.restraint().l1(), decoupled ? 0 : decay));
  }

  /** Whoever sets how the network walks downhill wants one network, and to see it walk. */
  private static boolean isWalkByHand(TrainingPlan plan) {
    TrainingPlan.Descent descent = plan.descent();
    return descent.optimizer().isPresent()
        || descent.learningRate().isPresent()
        || descent.schedule().isPresent()
        || descent.epochs().isPresent()
        || descent.batchSize().isPresent()
        || descent.gradientClip() > 0;
  }

  /** Whether a temperature is sought: not where the user sees the network walk as it was told. */
  static boolean tempers(TrainingPlan plan) {
    return plan.run().preset() != Preset.TEXTBOOK && !isWalkByHand(plan);
  }

  /** Tiny tables keep the best of many starts: some get stuck there, and would spoil a vote. */
  private static boolean votes(TrainingPlan plan, double rows) {
    return plan.descent().vote().orElse(rows >= TINY_BELOW && !plan.run().resumable());
  }

  private static int restarts(TrainingPlan plan, boolean vote, double rows) {
    if (rows < TINY_BELOW) {
      return 20;
    }
    if (isWalkByHand(plan)) {
      return 1;
    }
    return switch (plan.run().preset()) {
      case FAST, TEXTBOOK -> 1;
      case GOOD -> !vote ? 1 : small(plan, rows) ? 3 : 5;
      case BEST -> vote ? 10 : 1;
    };
  }

  /** How number columns may be coded: several where a race decides. */
  static List<NumberCoding> numberCodings(TrainingPlan plan, double rows) {
    if (plan.network().numbers().isPresent()) {
      return List.of(plan.network().numbers().get());
    }
    Preset preset = plan.run().preset();
    if (preset == Preset.TEXTBOOK || rows < TINY_BELOW || isWalkByHand(plan)) {
      return List.of(NumberCoding.SCALED);
    }
    return preset == Preset.FAST
        ? List.of(NumberCoding.SCALED)
        : List.of(NumberCoding.SCALED, new NumberCoding(small(plan, rows) ? 8 : 32));
  }

  /** A chosen coding in full: what is scaled by default still bins what lies unevenly. */
  static NumberBins bins(NumberCoding coding, TrainingPlan plan, double rows) {
    Preset preset = plan.run().preset();
    boolean byHand = plan.network().numbers().isPresent() || isWalkByHand(plan);
    boolean plain = byHand || preset == Preset.TEXTBOOK || rows < TINY_BELOW;
    return new NumberBins(coding.bins(), plain ? 0 : UNEVEN_BINS);
  }

  private static boolean small(TrainingPlan plan, double rows) {
    return kind(plan, rows) == OptimizerKind.L_BFGS;
  }

  private static OptimizerKind kind(TrainingPlan plan, double rows) {
    Optional<OptimizerKind> named = plan.descent().optimizer();
    if (named.isPresent()) {
      return named.get();
    }
    if (plan.run().preset() == Preset.TEXTBOOK) {
      return OptimizerKind.GRADIENT_DESCENT;
    }
    boolean needsSteps =
        plan.descent().learningRate().isPresent()
            || plan.descent().batchSize().isPresent()
            || plan.descent().schedule().isPresent()
            || plan.descent().gradientClip() > 0
            || plan.restraint().dropout() > 0;
    return rows <= SMALL_UP_TO && !needsSteps ? OptimizerKind.L_BFGS : OptimizerKind.ADAM;
  }

  private static Schedule schedule(TrainingPlan plan, Optimizer optimizer) {
    boolean constant = optimizer.fullBatchOnly() || plan.run().preset() == Preset.TEXTBOOK;
    if (constant) {
      return new Schedule.Constant();
    }
    // Waves need many epochs: the first one begins with a rate of 0.
    return isWalkByHand(plan) ? new Schedule.Cosine() : new Schedule.WarmRestarts();
  }

  private static double decay(OptimizerKind kind, double rows) {
    if (kind == OptimizerKind.L_BFGS) {
      return (rows < TINY_BELOW ? 0.01 : 1) / Math.max(1, rows);
    }
    if (kind == OptimizerKind.GRADIENT_DESCENT) {
      return 0;
    }
    return kind == OptimizerKind.ADAMW ? 0.01 : rows < TINY_BELOW ? 0 : 3e-4;
  }

  private static int epochs(TrainingPlan plan, Optimizer optimizer, double rows) {
    if (plan.descent().epochs().isPresent()) {
      return plan.descent().epochs().getAsInt();
    }
    if (optimizer.fullBatchOnly()) {
      return optimizer instanceof Optimizer.Lbfgs ? 100 : 300;
    }
    return (int) Math.max(30, Math.min(300, 1e6 / rows));
  }

  private static int batchSize(TrainingPlan plan, Optimizer optimizer, double rows) {
    if (optimizer.fullBatchOnly()) {
      return 0;
    }
    if (plan.run().preset() == Preset.TEXTBOOK) {
      return plan.descent().batchSize().orElse(1);
    }
    int auto = rows < 64 ? 4 : rows < 5_000 ? 32 : rows < 50_000 ? 128 : 256;
    int wanted = plan.descent().batchSize().orElse(auto);
    return wanted >= rows ? 0 : wanted;
  }

  private static void refuseContradictions(TrainingPlan plan, Optimizer optimizer, int batch) {
    if (optimizer.fullBatchOnly() && plan.descent().batchSize().isPresent()) {
      throw new IllegalArgumentException(
          "batchSize is set, but the optimizer "
              + optimizer.label()
              + " looks at all rows in each step. Leave batchSize at auto, or choose adam.");
    }
    if (batch == 0 && plan.restraint().dropout() > 0) {
      throw new IllegalArgumentException(
          "dropout is "
              + plan.restraint().dropout()
              + ", but it needs minibatches, and this training looks at all rows in each step."
              + " Choose the optimizer adam and a batchSize below the number of rows, or dropout"
              + " 0.");
    }
    if (plan.run().resumable() && plan.descent().vote().orElse(false)) {
      throw new IllegalArgumentException(
          "vote is true and resumable is true, but networks that vote cannot go on training. Set"
              + " one of them to false.");
    }
    if (batch == 0 && plan.descent().gradientClip() > 0) {
      throw new IllegalArgumentException(
          "gradientClip is "
              + plan.descent().gradientClip()
              + ", but it needs minibatches, and this training looks at all rows in each step."
              + " Choose the optimizer adam and a batchSize below the number of rows, or"
              + " gradientClip 0.");
    }
  }

  private static NetworkSpec spec(TrainingPlan plan, Shape shape, Optimizer optimizer) {
    Loss usual =
        shape.classes() == 0
            ? Loss.SQUARED_ERROR
            : shape.outputs() == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
    Loss loss = plan.network().loss().orElse(usual);
    if (loss.forClasses() != shape.classes() > 0) {
      throw new IllegalArgumentException(
          "loss is "
              + loss.label()
              + ", but the target "
              + (shape.classes() > 0 ? "has classes" : "is a number")
              + ". Choose auto or "
              + usual.label()
              + ".");
    }
    // The two cross-entropies are one question to the user; the number of classes decides.
    loss = loss.forClasses() ? usual : loss;
    Activation usualBend =
        plan.run().preset() == Preset.TEXTBOOK
            ? Activation.SIGMOID
            : optimizer instanceof Optimizer.Lbfgs || shape.rows() <= SMALL_UP_TO
                ? Activation.TANH
                : Activation.RELU;
    Activation activation = plan.network().activation().orElse(usualBend);
    HiddenLayers hidden = plan.network().hidden();
    List<LayerSpec> layers =
        hidden.automatic()
            ? automatic(shape, activation)
            : hidden.layers().stream()
                .map(l -> new LayerSpec(l.units(), l.activation().orElse(activation)))
                .toList();
    return new NetworkSpec(
        shape.inputs(), layers, shape.outputs(), loss.outputActivation(output(plan)), loss);
  }

  private static List<LayerSpec> automatic(Shape shape, Activation activation) {
    if (shape.rows() <= SMALL_UP_TO) {
      int units = shape.rows() < TINY_BELOW ? 6 : shape.rows() < 1_500 ? 16 : 24;
      return List.of(new LayerSpec(Math.max(units, Math.min(32, shape.outputs())), activation));
    }
    return List.of(new LayerSpec(128, activation), new LayerSpec(128, activation));
  }
}
