package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a training ends, and which epoch it keeps. */
class StoppingTest {
  private static final Table TABLE = Cases.table(60);

  /** Learns fast enough to get worse again on the rows held out. */
  private static final String RESTLESS =
      "optimizer=momentum learningRate=0.2 batchSize=8 validationShare=0.3 schedule=constant";

  @Test
  void theEpochWithTheLowestValidationLossIsKeptTheLastOfEquals() {
    Trained trained = Cases.train(TABLE, "price", RESTLESS + " epochs=40");
    EpochReport lowest = lowest(trained.history());
    assertTrue(lowest.epoch() < 40, "the last epoch was the best: this table shows nothing");
    assertEquals(lowest.epoch(), trained.best().epoch());
    assertEquals(lowest.validationLoss(), trained.best().loss());
  }

  @Test
  void equalsAreDecidedForTheLastEpochOfAStartAndForTheFirstStart() {
    BestSoFar best = new BestSoFar(true);
    best.consider(at(0, 1, 0.5));
    best.consider(at(0, 2, 0.5));
    assertEquals(2, best.get().epoch());
    best.consider(at(0, 3, 0.6));
    assertEquals(2, best.get().epoch());
    best.consider(at(1, 1, 0.5));
    assertEquals(0, best.get().start());
    best.consider(at(1, 2, 0.4));
    assertEquals(1, best.get().start());
  }

  private static Best at(int start, int epoch, double loss) {
    return new Best(new float[1], loss, start, epoch);
  }

  @Test
  void theKeptWeightsAreThoseOfTheKeptEpoch() {
    Trained whole = Cases.train(TABLE, "price", RESTLESS + " epochs=40");
    Trained part =
        Training.start(TABLE, "price", Cases.plan(RESTLESS + " epochs=40"))
            .run(Cases.stopAfter(whole.best().epoch()));
    assertArrayEquals(part.best().parameters(), whole.best().parameters());
  }

  @Test
  void aListenerThatStopsKeepsTheBestSoFar() {
    for (int stop = 1; stop < 12; stop++) {
      Trained trained =
          Training.start(TABLE, "price", Cases.plan(RESTLESS + " epochs=40"))
              .run(Cases.stopAfter(stop));
      assertEquals(stop, trained.history().size());
      assertEquals(lowest(trained.history()).epoch(), trained.best().epoch());
    }
  }

  @Test
  void withoutRowsHeldOutTheLastEpochIsKept() {
    Trained trained =
        Training.start(TABLE, "price", Cases.plan("optimizer=adam epochs=40 validationShare=0"))
            .run(Cases.stopAfter(7));
    assertEquals(7, trained.best().epoch());
    assertEquals(trained.history().get(6).trainingLoss(), trained.best().loss());
  }

  @Test
  void patienceWithoutHeldOutRowsIsToldToHaveNothingToWatch() {
    String without = RESTLESS + " epochs=2 validationShare=0 patience=";
    String told = "Patience has nothing to watch: no rows are held out.";
    assertTrue(Cases.train(TABLE, "price", without + 3).notes().contains(told));
    assertFalse(Cases.train(TABLE, "price", without + 0).notes().contains(told));
  }

  @Test
  void noEpochOfWarmRestartsIsLostAtRateZero() {
    String waves = "optimizer=adam batchSize=16 learningRate=0.01 schedule=warm-restarts epochs=30";
    for (EpochReport report : Cases.train(TABLE, "price", waves).history()) {
      assertTrue(report.learningRate() > 1e-6, report::toString);
    }
  }

  @Test
  void patienceIsOffByDefault() {
    assertEquals(0, TrainingPlan.recommended().stopping().patience());
    assertEquals(60, Cases.train(TABLE, "price", RESTLESS + " epochs=60").history().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void patienceEndsATrainingSoManyEpochsAfterItsBest(int patience) {
    Trained trained = Cases.train(TABLE, "price", RESTLESS + " epochs=400 patience=" + patience);
    int epochs = trained.history().size();
    assertTrue(epochs < 400, "patience never ran out");
    assertEquals(epochs - patience, trained.best().epoch());
    assertEquals(epochs - patience, lowest(trained.history()).epoch());
  }

  @Test
  void patienceHoldsRowsOutWithoutBeingAsked() {
    Trained trained = Cases.train(TABLE, "price", "patience=3");
    String note = "12 rows are held out to find the best epoch.";
    assertTrue(trained.notes().contains(note), trained.notes().toString());
  }

  /** A trial epoch takes at least a microsecond by definition, so a million never fit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=adam dropout=0.2",
        "optimizer=rprop",
        "optimizer=momentum",
        "optimizer=adam restarts=3 vote=true"
      })
  void aTimeBudgetShortensTheScheduleAndTheModelTellsHowToGetTheSameBits(String pairs) {
    Trained timed = Cases.train(TABLE, "price", pairs + " epochs=1000000 timeBudget=0.2");
    int planned = timed.recipe().epochs();
    String note = "The time budget shortened the training from 1000000 to " + planned + " epochs.";
    assertTrue(timed.notes().contains(note), timed.notes().toString());
    // On a busy machine the clock may end it before the planned number; the history tells.
    Trained again =
        Training.start(TABLE, "price", Cases.plan(pairs + " epochs=" + planned))
            .run(Cases.stopAfter(timed.history().size()));
    assertArrayEquals(timed.best().parameters(), again.best().parameters());
    assertEquals(timed.recipe(), again.recipe());
  }

  /** A clock that goes on by a tenth of a second whenever it is looked at. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void networksThatVoteShareTheTimeBudget(int voters) {
    long[] ticks = new long[1];
    TimeBudget budget = new TimeBudget(10, () -> 100_000_000 * ticks[0]++);
    Training training =
        Training.start(TABLE, "price", Cases.plan("optimizer=adam restarts=" + voters));
    Recipe full = training.recipe().withEpochs(1_000);
    assertEquals(voters, full.voters());
    List<String> notes = new ArrayList<>();
    Recipe shortened = budget.shortened(full, training.descent(), 0.001, notes);
    // A trial epoch takes a tick; when the clock was looked at for the fourth time, 0.3 s of the 10
    // were gone; a tenth of what is left is kept: 0.9 x 9.7 / 0.1 epochs, for all networks.
    assertEquals(87 / voters, shortened.epochs());
    assertEquals(
        List.of("The time budget shortened the training from 1000 to " + 87 / voters + " epochs."),
        notes);
  }

  /** The trial epoch that measures the time is undone in every memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=gradient-descent batchSize=8",
        "optimizer=nesterov batchSize=8 validationShare=0.2",
        "optimizer=rmsprop batchSize=8",
        "optimizer=adam dropout=0.3",
        "optimizer=adamw batchSize=100",
        "optimizer=rprop restarts=2",
        "optimizer=l-bfgs"
      })
  void aTimeBudgetThatIsLargeEnoughChangesNoBit(String pairs) {
    Trained free = Cases.train(TABLE, "price", pairs + " epochs=5");
    Trained timed = Cases.train(TABLE, "price", pairs + " epochs=5 timeBudget=1000000");
    assertArrayEquals(free.best().parameters(), timed.best().parameters());
    assertEquals(free.notes(), timed.notes());
    assertEquals(free.history().size(), timed.history().size());
  }

  private static EpochReport lowest(List<EpochReport> history) {
    EpochReport lowest = history.get(0);
    for (EpochReport report : history) {
      lowest = report.validationLoss() <= lowest.validationLoss() ? report : lowest;
    }
    return lowest;
  }
}
