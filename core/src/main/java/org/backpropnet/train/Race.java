package org.backpropnet.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.NumberBins;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;

/**
 * Decides for a small table how its numbers are coded and how strong the weight decay is: short
 * trainings with each candidate on a part of the rows, compared by their loss on the rest. The best
 * decay differs from table to table by a factor of a thousand, and no rule from rows and columns
 * tells either.
 */
final class Race {
  /** Candidates: price times rows. */
  static final List<Double> STRENGTHS = List.of(0.1, 0.3, 1.0, 3.0, 10.0, 30.0);

  private static final int HOLD_OUTS = 2;
  private static final double HELD = 1 / 3.0;
  private static final int EPOCHS = 40;
  private static final double ENOUGH = 1e-3;

  /** For misses, networks vote as in the training itself; for a temperature one says the same. */
  private static final int MOST_VOTERS = 3;

  /** Candidates to begin with; from the best of them the race goes on to its neighbours. */
  private static final int[] FIRST = {0, 2, 5};

  private static final long STREAM = 0x52414345L;

  private final Table table;
  private final int target;
  private final int[] rows;
  private final TrainingPlan plan;

  /**
   * What a race decided.
   *
   * @param coding of number columns
   * @param strength price of squared weights times rows
   * @param loss the lowest, summed over the hold-outs
   * @param heats its hold-outs
   */
  record Winner(NumberCoding coding, double strength, double loss, List<Heat> heats) {
    /** What networks like those to come say about rows that they did not learn from. */
    Calibration calibration(TrainingPlan plan) {
      Calibrator calibrator = new Calibrator(plan);
      for (Heat heat : heats) {
        if (calibrator.asks(heat.encoder.target())) {
          heat.answer(strength, calibrator);
        }
      }
      return calibrator.calibration();
    }
  }

  Race(Table table, int target, int[] rows, TrainingPlan plan) {
    this.table = table;
    this.target = target;
    this.rows = rows;
    this.plan = plan;
  }

  /** The candidate with the lowest loss on rows that were not learned from. */
  Winner winner(List<NumberCoding> codings) {
    Winner best = null;
    for (NumberCoding coding : codings) {
      Winner one = winner(coding);
      if (best == null || one.loss < best.loss) {
        best = one;
      }
    }
    return best;
  }

  private Winner winner(NumberCoding coding) {
    List<Heat> heats = new ArrayList<>();
    for (int h = 0; h < HOLD_OUTS; h++) {
      Heat heat = heat(h, coding);
      if (heat != null) {
        heats.add(heat);
      }
    }
    Climb climb = new Climb(strengths(), heats);
    return climb.winner(coding);
  }

  /** A price that the user named is the only candidate. */
  private List<Double> strengths() {
    OptionalDouble named = plan.restraint().weightDecay();
    return named.isPresent() ? List.of(named.getAsDouble() * weight()) : STRENGTHS;
  }

  private double weight() {
    double weight = 0;
    for (int row : rows) {
      weight += table.weight(row);
    }
    return weight;
  }

  /** One hold-out; null if none of its rows can be checked. */
  private Heat heat(int holdOut, NumberCoding coding) {
    long seed = SplitMix.hash(plan.run().seed(), STREAM, holdOut);
    Split split = Split.stratified(table, target, rows, new Split.Share(HELD, seed));
    NumberBins bins = Defaults.bins(coding, plan, weight());
    Encoder encoder = EncoderFit.fit(table, split.training(), target, Defaults.output(plan), bins);
    int[] checkable = Prepared.known(table, target, split.validation(), encoder);
    if (checkable.length == 0) {
      return null;
    }
    MemoryNeed.requireForRows(encoder, rows.length);
    Dataset training = Prepared.encode(encoder, table, split.training(), plan);
    Dataset validation = Prepared.encode(encoder, table, checkable, plan);
    Recipe recipe = Defaults.resolve(plan, Prepared.shape(encoder, training));
    MemoryNeed.requireForNetwork(recipe, rows.length, encoder);
    return new Heat(new Descent.Setting(recipe, training, validation, plan), encoder, seed);
  }

  /** Looks for the lowest loss among strengths, each tried at most once. */
  private static final class Climb {
    private final List<Double> strengths;
    private final List<Heat> heats;
    private final double[] losses;

    Climb(List<Double> strengths, List<Heat> heats) {
      this.strengths = strengths;
      this.heats = heats;
      losses = new double[strengths.size()];
      Arrays.fill(losses, Double.NaN);
    }

    Winner winner(NumberCoding coding) {
      int best = losses.length - 1;
      for (int first : FIRST) {
        if (first < losses.length && loss(first) <= loss(best)) {
          best = first;
        }
      }
      while (true) {
        if (best + 1 < losses.length && loss(best + 1) <= loss(best)) {
          best++;
        } else if (best > 0 && loss(best - 1) < loss(best)) {
          best--;
        } else {
          return new Winner(coding, strengths.get(best), loss(best), heats);
        }
      }
    }

    private double loss(int i) {
      if (Double.isNaN(losses[i])) {
        losses[i] = 0;
        for (Heat heat : heats) {
          losses[i] += heat.loss(strengths.get(i));
        }
      }
      return losses[i];
    }
  }

  /** The candidates' trainings on one hold-out, all from the same start. */
  private record Heat(Descent.Setting setting, Encoder encoder, long seed) {
    /** Trains with a price and says the loss on the rows held out, summed. */
    double loss(double strength) {
      FullBatchDescent descent = descent(strength, 0);
      run(descent);
      return descent.validationLoss() * setting.validation().totalWeight();
    }

    /** Trains networks that vote and hands in what they say to the rows held out. */
    void answer(double strength, Calibrator calibrator) {
      List<float[]> members = new ArrayList<>();
      boolean classes = encoder.target() instanceof TargetCode.Classes;
      int voters = classes ? 1 : Math.min(MOST_VOTERS, setting.recipe().voters());
      for (int m = 0; m < voters; m++) {
        FullBatchDescent descent = descent(strength, m);
        runLong(descent, setting.recipe().epochs());
        members.add(descent.parameters());
      }
      calibrator.add(setting.recipe().spec(), members, setting.validation(), encoder.target());
    }

    private FullBatchDescent descent(double strength, int member) {
      double price = strength / setting.training().totalWeight();
      Penalty penalty = new Penalty(setting.plan().restraint().l1(), price);
      NetworkSpec spec = setting.recipe().spec();
      SplitMix random = member == 0 ? new SplitMix(seed) : SplitMix.of(seed, STREAM, member);
      float[] start = Parameters.of(spec).draw(spec, encoder.activeInputs(), random);
      return new FullBatchDescent(setting.withPenalty(penalty), start, new Team(1));
    }
  }

  /** Steps until they no longer bring much: the order of the candidates is what counts. */
  private static void run(FullBatchDescent descent) {
    double before = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < EPOCHS && !descent.converged(); epoch++) {
      double now = descent.epoch(epoch, 1);
      if (before - now < ENOUGH * now) {
        return;
      }
      before = now;
    }
  }

  /** As the training itself goes. */
  private static void runLong(FullBatchDescent descent, int epochs) {
    double[] losses = new double[epochs];
    for (int epoch = 0; epoch < epochs && !descent.converged(); epoch++) {
      losses[epoch] = descent.epoch(epoch, 1);
      if (epoch >= Gain.EPOCHS && Gain.small(losses[epoch - Gain.EPOCHS], losses[epoch])) {
        return;
      }
    }
  }
}
