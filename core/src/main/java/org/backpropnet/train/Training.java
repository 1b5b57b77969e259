package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Table;
import org.backpropnet.engine.Team;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Parameters;

/**
 * The course of one training, an epoch at a time. Interrupting its thread ends an epoch with a
 * {@link java.util.concurrent.CancellationException}; the interrupted flag stays set.
 */
public final class Training {
  static final long STREAM = 0x494E4954L;

  private final TrainingPlan plan;
  private final Prepared prepared;
  private final Team team;
  private final List<EpochReport> history = new ArrayList<>();
  private final List<String> notes;
  private final TimeBudget budget;
  private final List<Best> voters = new ArrayList<>();
  private BestSoFar best;
  private final RateControl rate;
  private Recipe recipe;
  private Descent descent;
  private WayBack back;
  private int start;
  private int epoch;
  private int cycles = 1;
  private boolean done;

  /** Whether {@link #run} goes through epochs: a look at the result shall be cheap then. */
  private boolean walking;

  private Training(Table table, String target, TrainingPlan plan, Trained before) {
    this.plan = plan;
    budget = new TimeBudget(plan.stopping().timeBudgetSeconds());
    prepared = Prepared.from(table, target, plan, before);
    recipe = prepared.recipe();
    notes = new ArrayList<>(prepared.notes());
    best = new BestSoFar(prepared.validation() != null);
    team = new Team(prepared.threads(plan));
    rate = new RateControl(recipe);
    done = prepared.constant();
    if (done) {
      notes.add(prepared.constantNote());
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
          before.best() == null
              ? "This model cannot go on training: all rows had the same target, so there is"
                  + " nothing to learn."
              : "This model cannot go on training: it was trained with resumable false.");
    }
    Training training =
        new Training(table, before.encoder().target().name(), before.plan(), before);
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
    // What was noted when the table was prepared again stands in the old notes, too.
    notes.clear();
    notes.addAll(before.notes());
    notes.removeAll(before.calibration().notes());
    best.restore(state.kept());
    start = state.start();
    epoch = state.epoch();
    cycles = state.cycles();
    rate.restore(state.halvings(), state.plateau());
    descent.restore(state.walk());
    back = new WayBack(descent, state.good(), WayBack.lowest(history, start));
    if (epoch >= cycles * recipe.epochs()) {
      // The planned end was reached: a further cycle from where the last start ended.
      cycles = epoch / recipe.epochs() + 1;
      notes.add("Training went on for a further cycle of " + recipe.epochs() + " epochs.");
    }
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
    back = new WayBack(descent);
  }

  /**
   * Goes through one epoch.
   *
   * @return true if there is more to do
   * @throws TrainingDivergedException if the loss runs away though the rate was halved
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
   * @throws TrainingDivergedException if the loss runs away though the rate was halved
   */
  public Trained run(EpochListener listener) {
    team.start();
    walking = true;
    try {
      while (!done) {
        int before = history.size();
        step();
        if (history.size() > before && listener.epoch(report()) == EpochListener.Answer.STOP) {
          break;
        }
      }
    } finally {
      walking = false;
      team.close();
    }
    return result();
  }

  private void step() {
    shortenToBudget();
    double pace = rate.at(epoch % recipe.epochs(), epoch);
    double loss = descent.epoch(epoch, pace);
    double validation = descent.validationLoss();
    double checked = prepared.validation() == null ? 0 : validation;
    String fault = WayBack.fault(loss, checked, descent);
    if (fault != null) {
      notes.add(back.goBack(descent, rate, fault + " in epoch " + (epoch + 1)));
      return;
    }
    if (rate.risky()) {
      back.passed(loss, descent);
    }
    epoch++;
    EpochReport report =
        new EpochReport(
            start,
            epoch,
            cycles * recipe.epochs(),
            loss,
            validation,
            descent.gradientNorm(),
            pace,
            budget.elapsedMillis());
    history.add(report);
    rate.watch(report.watchedLoss());
    if (prepared.validation() != null) {
      best.consider(here(validation));
    }
    if (ended(report)) {
      endStart(loss);
    }
  }

  private boolean ended(EpochReport report) {
    int patience = plan.stopping().patience();
    boolean tired =
        patience > 0
            && prepared.validation() != null
            && best.get().start() == start
            && epoch - best.get().epoch() >= patience;
    boolean late = budget.isOver(report.elapsedMillis());
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
      // The loss of an epoch does not know yet where its last step led.
      String fault = rate.risky() ? WayBack.fault(descent.trainingLoss(), 0, descent) : null;
      if (fault != null) {
        notes.add(back.goBack(descent, rate, fault + " after epoch " + epoch));
      }
      best.consider(here(loss));
    }
    if (recipe.voters() > 1) {
      voters.add(best.get());
    }
    if (start + 1 < recipe.restarts() && !done && cycles == 1) {
      best = recipe.voters() > 1 ? new BestSoFar(prepared.validation() != null) : best;
      begin(start + 1);
    } else {
      done = true;
    }
  }

  /** The weights at this place. */
  Best here(double loss) {
    return new Best(descent.parameters(), loss, start, epoch);
  }

  /** Where the walk of the present start stands. */
  Descent descent() {
    return descent;
  }

  private void shortenToBudget() {
    if (budget.isUnmeasured() && epoch == 0 && start == 0) {
      recipe = budget.shortened(recipe, descent, rate.at(0, 0), notes);
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
    if (prepared.constant()) {
      return new Trained(prepared.encoder(), plan, recipe, null, history, notes, null);
    }
    List<Best> members = new ArrayList<>(voters);
    // Voting networks that were interrupted vote with what the last one has so far.
    if (members.isEmpty() || (!done && epoch > 0)) {
      members.add(answer());
    }
    boolean asks = !walking && !history.isEmpty();
    Calibration found =
        asks ? prepared.calibration(plan, recipe.spec(), members) : Calibration.NONE;
    boolean votes = recipe.voters() > 1;
    Committee committee = new Committee(recipe.spec(), members.size());
    Recipe whole = votes ? recipe.withVoters(committee.spec(), members.size()) : recipe;
    Best answer = Temperature.divided(whole.spec(), committee.together(members), found);
    List<String> all = new ArrayList<>(notes);
    all.addAll(found.notes());
    return new Trained(
        prepared.encoder(),
        plan,
        whole,
        answer,
        history,
        all,
        votes ? null : state(),
        List.of(),
        found);
  }

  /** What the networks that vote and are trained already have brought, each by itself. */
  List<Best> voters() {
    return voters;
  }

  /** The weights to keep if the training ended here; looking at them changes nothing. */
  private Best answer() {
    if (best.get() == null && epoch == 0) {
      return here(Double.POSITIVE_INFINITY);
    }
    boolean unjudged = prepared.validation() == null && !done && epoch > 0;
    return unjudged ? best.better(here(report().trainingLoss())) : best.get();
  }

  private TrainingState state() {
    if (!plan.run().resumable()) {
      return null;
    }
    double[][] good = rate.risky() ? back.good() : new double[0][];
    return new TrainingState(
        start, epoch, cycles, rate.halvings(), rate.plateau(), descent.save(), good, best.get());
  }
}
