package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.Team;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Parameters;
import org.backpropnet.optimize.Optimizer;

/**
 * The course of one training, an epoch at a time. Interrupting its thread ends an epoch with a
 * {@link java.util.concurrent.CancellationException}; the interrupted flag stays set.
 */
public final class Training {
  private static final long STREAM = 0x494E4954L;
  private static final int MOST_HALVINGS = 5;

  private final TrainingPlan plan;
  private final Prepared prepared;
  private final Team team;
  private final List<EpochReport> history = new ArrayList<>();
  private final List<String> notes;
  private final long begun = System.nanoTime();
  private final RateControl rate;
  private Recipe recipe;
  private Descent descent;
  private Best best;
  private int start;
  private int epoch;
  private int cycles = 1;
  private boolean done;
  private boolean budgeted;
  private double[][] lastGood;

  private Training(Table table, String target, TrainingPlan plan, Recipe decided) {
    this.plan = plan;
    prepared = Prepared.from(table, target, plan, decided);
    recipe = prepared.recipe();
    notes = new ArrayList<>(prepared.notes());
    team = new Team(threads());
    rate = new RateControl(recipe);
    done = prepared.constant();
    if (done) {
      notes.add(constantNote());
    } else {
      begin(0);
    }
  }

  /**
   * Looks at the table, decides what the plan left open, and stands before the first epoch.
   *
   * @param table the user's rows
   * @param target name of the column to predict
   * @param plan what the user decided
   * @return a training that has not begun
   * @throws org.backpropnet.data.DataException if the table has no row to learn from
   * @throws IllegalArgumentException if settings of the plan exclude each other
   */
  public static Training start(Table table, String target, TrainingPlan plan) {
    return new Training(table, target, plan, null);
  }

  /**
   * Goes on with a training that was interrupted or has come to its end. Past the end it adds a
   * further cycle of the planned length.
   *
   * @param table the same rows as before
   * @param before what the training had brought, with its state
   * @return a training that stands where the other one stood
   * @throws IllegalArgumentException if the state was not kept or belongs to another table
   */
  public static Training resume(Table table, Trained before) {
    if (before.state() == null) {
      throw new IllegalArgumentException(
          "This model cannot go on training: it was trained with resumable false.");
    }
    Training training =
        new Training(table, before.encoder().target().name(), before.plan(), before.recipe());
    if (!training.prepared.encoder().equals(before.encoder())) {
      throw new IllegalArgumentException(
          "This model cannot go on training on this table: its columns or values differ from"
              + " those it was trained on.");
    }
    training.restore(before);
    return training;
  }

  private void restore(Trained before) {
    TrainingState state = before.state();
    history.addAll(before.history());
    best = before.best();
    start = state.start();
    epoch = state.epoch();
    cycles = state.cycles();
    rate.restore(state.halvings(), state.plateau());
    descent.restore(state.walk());
    lastGood = descent.save();
    if (epoch >= cycles * recipe.epochs() || start == recipe.restarts()) {
      // The planned end was reached: a further cycle from the best start's last walk.
      start = Math.min(start, recipe.restarts() - 1);
      cycles = epoch / recipe.epochs() + 1;
      notes.add("Training went on for a further cycle of " + recipe.epochs() + " epochs.");
    }
  }

  private int threads() {
    double numbers =
        (double) prepared.activeInputs() * firstUnits() + recipe.spec().parameterCount();
    int batch =
        recipe.batchSize() == 0 ? Math.min(512, prepared.training().rows()) : recipe.batchSize();
    int worth = (int) Math.min(8, numbers * batch / 1e6);
    int auto = Math.max(1, Math.min(worth, Runtime.getRuntime().availableProcessors()));
    return plan.run().threads().orElse(auto);
  }

  private int firstUnits() {
    return recipe.spec().layers().get(0).units();
  }

  private void begin(int number) {
    start = number;
    epoch = 0;
    Parameters layout = Parameters.of(recipe.spec());
    SplitMix random = SplitMix.of(plan.run().seed(), STREAM, number);
    float[] weights = layout.draw(recipe.spec(), prepared.activeInputs(), random);
    Descent.Setting setting =
        new Descent.Setting(recipe, prepared.training(), prepared.validation(), plan);
    descent =
        recipe.batchSize() == 0
            ? new FullBatchDescent(setting, weights, team)
            : new MinibatchDescent(setting, weights, team);
    rate.reset();
    lastGood = descent.save();
  }

  /**
   * Goes through one epoch.
   *
   * @return true if there is more to do
   * @throws TrainingDivergedException if the loss stays infinite though the rate was halved
   */
  public boolean next() {
    if (done) {
      return false;
    }
    team.start();
    try {
      step();
    } finally {
      team.close();
    }
    return !done;
  }

  /**
   * Goes on to the end, or until the listener stops it.
   *
   * @param listener hears of every epoch
   * @return what was learned
   * @throws TrainingDivergedException if the loss stays infinite though the rate was halved
   */
  public Trained run(EpochListener listener) {
    team.start();
    try {
      while (!done) {
        int before = history.size();
        step();
        if (history.size() > before && listener.epoch(report()) == EpochListener.Answer.STOP) {
          break;
        }
      }
    } finally {
      team.close();
    }
    return result();
  }

  private void step() {
    shortenToBudget();
    double pace = rate.at(epoch % recipe.epochs(), epoch);
    double loss = descent.epoch(epoch, pace);
    double validation = descent.validationLoss();
    if (!Double.isFinite(loss) || Double.isInfinite(validation) || !finite(descent)) {
      goBack(pace);
      return;
    }
    lastGood = plan.run().resumable() || rate.risky() ? descent.save() : lastGood;
    epoch++;
    long elapsed = (System.nanoTime() - begun) / 1_000_000;
    EpochReport report =
        new EpochReport(
            start,
            epoch,
            cycles * recipe.epochs(),
            loss,
            validation,
            descent.gradientNorm(),
            pace,
            elapsed);
    history.add(report);
    rate.watch(report.watchedLoss());
    if (prepared.validation() != null) {
      consider(validation);
    }
    if (ended(report)) {
      endStart(loss);
    }
  }

  private static boolean finite(Descent descent) {
    for (float p : descent.parameters()) {
      if (!Float.isFinite(p)) {
        return false;
      }
    }
    return true;
  }

  private void goBack(double pace) {
    if (rate.halvings() == MOST_HALVINGS || recipe.optimizer() instanceof Optimizer.Lbfgs) {
      throw new TrainingDivergedException(
          "The loss became infinite in epoch "
              + (epoch + 1)
              + " (learning rate halved "
              + rate.halvings()
              + " times before). Try a learning rate ten times smaller (it was "
              + pace
              + "), or look for extreme values in the table.");
    }
    notes.add(
        "The loss became infinite in epoch "
            + (epoch + 1)
            + "; training went back an epoch with half the learning rate.");
    rate.halve();
    descent.restore(lastGood);
  }

  private boolean ended(EpochReport report) {
    int patience = plan.stopping().patience();
    boolean tired =
        patience > 0
            && best != null
            && best.start() == start
            && epoch - best.epoch() >= patience
            && prepared.validation() != null;
    boolean late =
        plan.stopping().timeBudgetSeconds() > 0
            && report.elapsedMillis() > 1000 * plan.stopping().timeBudgetSeconds();
    if (late) {
      notes.add("Training stopped at its time budget after epoch " + epoch + ".");
    }
    boolean flat = Defaults.endsWhenFlat(plan, prepared.training().totalWeight());
    done = late;
    return late
        || tired
        || (flat && Gain.small(history))
        || descent.converged()
        || epoch >= cycles * recipe.epochs();
  }

  private void endStart(double loss) {
    if (prepared.validation() == null) {
      consider(loss);
    }
    if (start + 1 < recipe.restarts() && !done && cycles == 1) {
      begin(start + 1);
    } else {
      done = true;
    }
  }

  /** Keeps the current weights if none were better; within a start, the last of equals. */
  private void consider(double loss) {
    boolean better =
        best == null || (best.start() == start ? loss <= best.loss() : loss < best.loss());
    if (better || (prepared.validation() == null && best.start() == start)) {
      best = new Best(descent.parameters(), loss, start, epoch);
    }
  }

  /** Plans as many epochs as fit into the budget, by the time that a trial epoch takes. */
  private void shortenToBudget() {
    double budget = plan.stopping().timeBudgetSeconds();
    if (budget == 0 || budgeted || epoch > 0 || start > 0) {
      return;
    }
    budgeted = true;
    double[][] before = descent.save();
    long from = System.nanoTime();
    descent.epoch(0, rate.at(0, 0));
    descent.validationLoss();
    double seconds = Math.max(1e-6, (System.nanoTime() - from) * 1e-9);
    descent.restore(before);
    double left = 0.9 * (budget - (System.nanoTime() - begun) * 1e-9);
    int fit = (int) Math.max(1, Math.min(1e9, left / seconds / recipe.restarts()));
    if (fit < recipe.epochs()) {
      notes.add(
          "The time budget shortened the training from "
              + recipe.epochs()
              + " to "
              + fit
              + " epochs.");
      recipe = recipe.withEpochs(fit);
      rate.use(recipe);
    }
  }

  /**
   * What the last epoch brought.
   *
   * @return null before the first epoch
   */
  public EpochReport report() {
    return history.isEmpty() ? null : history.get(history.size() - 1);
  }

  /**
   * The decisions for this table.
   *
   * @return the plan with every "auto" resolved
   */
  public Recipe recipe() {
    return recipe;
  }

  /**
   * What was learned so far.
   *
   * @return the best weights, and the state if the plan asks for it
   */
  public Trained result() {
    TrainingState state = null;
    if (!prepared.constant()) {
      boolean unfinished = best == null || best.start() != start || best.epoch() != epoch;
      if (prepared.validation() == null && unfinished && !done) {
        consider(history.isEmpty() ? Double.POSITIVE_INFINITY : report().trainingLoss());
      }
      if (best == null) {
        best = new Best(descent.parameters(), Double.POSITIVE_INFINITY, start, epoch);
      }
      if (plan.run().resumable()) {
        state =
            new TrainingState(
                start, epoch, cycles, rate.halvings(), rate.plateau(), descent.save());
      }
    }
    return new Trained(prepared.encoder(), plan, recipe, best, history, notes, state);
  }

  private String constantNote() {
    String answer =
        prepared.encoder().target() instanceof TargetCode.Classes c
            ? "\"" + c.labels().get(0) + "\""
            : String.valueOf(((TargetCode.Number) prepared.encoder().target()).low());
    return "Every training row has the same target, so the model always answers " + answer + ".";
  }
}
