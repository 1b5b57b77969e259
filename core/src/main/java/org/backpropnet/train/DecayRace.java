package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Parameters;

/**
 * Finds the weight decay of a small table: short trainings with each candidate on a part of the
 * rows, compared by their loss on the rest. How strong it must be differs from table to table by a
 * factor of a thousand, and no rule from rows and columns tells it.
 */
final class DecayRace {
  /** Candidates: price times rows. */
  static final List<Double> STRENGTHS = List.of(0.3, 1.0, 3.0, 10.0, 30.0);

  private static final int HOLD_OUTS = 2;
  private static final double HELD = 1 / 3.0;
  private static final int EPOCHS = 30;
  private static final double ENOUGH = 1e-3;

  /** A loss this many times the lowest ends the race: stronger decay only makes it worse. */
  private static final double CLEARLY = 1.05;

  private static final long STREAM = 0x52414345L;

  private final Table table;
  private final int target;
  private final int[] rows;
  private final TrainingPlan plan;

  DecayRace(Table table, int target, int[] rows, TrainingPlan plan) {
    this.table = table;
    this.target = target;
    this.rows = rows;
    this.plan = plan;
  }

  /** The price, times rows, with the lowest loss on rows that were not learned from. */
  double strength() {
    List<Heat> heats = new ArrayList<>();
    for (int h = 0; h < HOLD_OUTS; h++) {
      Heat heat = heat(h);
      if (heat != null) {
        heats.add(heat);
      }
    }
    double lowest = Double.POSITIVE_INFINITY;
    double best = STRENGTHS.get(STRENGTHS.size() - 1);
    for (double strength : STRENGTHS) {
      double loss = 0;
      for (Heat heat : heats) {
        loss += heat.loss(strength);
      }
      if (loss <= lowest) {
        lowest = loss;
        best = strength;
      } else if (loss > CLEARLY * lowest) {
        break;
      }
    }
    return best;
  }

  /** One hold-out; null if none of its rows can be checked. */
  private Heat heat(int holdOut) {
    long seed = SplitMix.hash(plan.run().seed(), STREAM, holdOut);
    Split split = Split.stratified(table, target, rows, new Split.Share(HELD, seed));
    Encoder encoder = EncoderFit.fit(table, split.training(), target, Defaults.output(plan));
    int[] checkable = Prepared.known(table, target, split.validation(), encoder);
    if (checkable.length == 0) {
      return null;
    }
    Dataset training = Prepared.encode(encoder, table, split.training(), plan);
    Dataset validation = Prepared.encode(encoder, table, checkable, plan);
    Recipe recipe = Defaults.resolve(plan, Prepared.shape(encoder, training));
    Parameters layout = Parameters.of(recipe.spec());
    float[] weights = layout.draw(recipe.spec(), encoder.activeInputs(), new SplitMix(seed));
    return new Heat(new Descent.Setting(recipe, training, validation, plan), weights);
  }

  /** The candidates' trainings on one hold-out, from weak to strong. */
  private static final class Heat {
    private final Descent.Setting setting;
    private float[] weights;

    Heat(Descent.Setting setting, float[] weights) {
      this.setting = setting;
      this.weights = weights;
    }

    /**
     * Trains with a price and says the loss on the rows held out, summed. Each begins where the
     * weaker one before it ended: the weights only have to shrink.
     */
    double loss(double strength) {
      double price = strength / setting.training().totalWeight();
      Penalty penalty = new Penalty(setting.plan().restraint().l1(), price);
      FullBatchDescent descent =
          new FullBatchDescent(setting.withPenalty(penalty), weights, new Team(1));
      run(descent);
      weights = descent.parameters();
      return descent.validationLoss() * setting.validation().totalWeight();
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
}
