package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is stopped, saved, loaded and resumed is the unbroken one, bit for bit. */
class ResumeTest {
  private static final Table TABLE = Cases.table(50);
  private static final String FURTHER = "Training went on for a further cycle of 4 epochs.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=adam",
        "optimizer=adamw batchSize=8 restarts=3 validationShare=0",
        "optimizer=momentum batchSize=8 validationShare=0.3",
        "optimizer=momentum batchSize=50",
        "optimizer=gradient-descent batchSize=8 schedule=plateau_1_0.5 validationShare=0.3",
        "optimizer=nesterov batchSize=8 schedule=plateau_1_0.5 learningRate=0.3 restarts=2"
            + " validationShare=0",
        "optimizer=rmsprop batchSize=8 dropout=0.3 schedule=step_2_0.5",
        "optimizer=adam dropout=0.3 validationShare=0.3 restarts=2 classBalancing=true",
        "optimizer=rprop restarts=2",
        "optimizer=rprop validationShare=0.3 schedule=exponential_0.9",
        "optimizer=l-bfgs",
        "optimizer=l-bfgs restarts=3 weightDecay=0.01",
        "optimizer=l-bfgs restarts=2 weightDecay=0.01 validationShare=0.3 patience=1",
        "optimizer=gradient-descent batchSize=50 learningRate=30 hiddenLayers=none",
        "optimizer=gradient-descent batchSize=8 learningRate=20 restarts=2 validationShare=0"
      })
  void theResumedTrainingIsTheUnbrokenOne(String pairs) throws IOException {
    for (String target : new String[] {"price", "kind"}) {
      TrainingPlan plan = Cases.plan(pairs + " epochs=4 resumable=true");
      Trained unbroken = Training.start(TABLE, target, plan).run(EpochListener.SILENT);
      byte[] expected = ModelFile.toBytes(new Model(unbroken));
      for (int stop = 1; stop < unbroken.history().size(); stop++) {
        Trained part = Training.start(TABLE, target, plan).run(Cases.stopAfter(stop));
        assertEquals(stop, part.history().size());
        Trained resumed = Training.resume(TABLE, loaded(part)).run(EpochListener.SILENT);
        assertArrayEquals(
            expected, ModelFile.toBytes(new Model(resumed)), target + " stopped after " + stop);
      }
    }
  }

  /** Without held-out rows a start is judged when it is over; a look at it must not judge. */
  @Test
  void lookingAtTheResultAfterEveryEpochChangesNothing() {
    TrainingPlan plan =
        Cases.plan(
            "optimizer=nesterov learningRate=0.3 schedule=constant batchSize=8 epochs=4 restarts=6"
                + " vote=false validationShare=0");
    Training looked = Training.start(TABLE, "price", plan);
    while (looked.next()) {
      assertNotNull(looked.result());
    }
    Trained unseen = Training.start(TABLE, "price", plan).run(EpochListener.SILENT);
    assertTrue(unseen.best().start() < 5, "the last start won: this table shows nothing");
    assertArrayEquals(
        ModelFile.toBytes(new Model(unseen)), ModelFile.toBytes(new Model(looked.result())));
  }

  @Test
  void whatWasNotedBeforeTheStopStaysInTheModel() throws IOException {
    TrainingPlan plan = Cases.plan("epochs=4 resumable=true");
    Trained part = Training.start(TABLE, "price", plan).run(Cases.stopAfter(2));
    assertTrue(part.notes().toString().contains("won a race"), part.notes().toString());
    Trained resumed = Training.resume(TABLE, loaded(part)).run(EpochListener.SILENT);
    assertEquals(part.notes(), resumed.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"optimizer=adam", "optimizer=rprop restarts=2"})
  void pastThePlannedEndAFurtherCycleIsAddedAndNoted(String pairs) throws IOException {
    TrainingPlan plan = Cases.plan(pairs + " epochs=4 resumable=true");
    Trained first = Training.start(TABLE, "price", plan).run(EpochListener.SILENT);
    Trained second = Training.resume(TABLE, loaded(first)).run(EpochListener.SILENT);
    Trained third = Training.resume(TABLE, loaded(second)).run(EpochListener.SILENT);
    assertEquals(first.history().size() + 4, second.history().size());
    assertEquals(first.history().size() + 8, third.history().size());
    assertEquals(8, second.history().get(second.history().size() - 1).epoch());
    assertEquals(8, second.history().get(second.history().size() - 1).epochs());
    assertEquals(0, count(first, FURTHER));
    assertEquals(1, count(second, FURTHER));
    assertEquals(2, count(third, FURTHER));
    assertTrue(third.best().loss() < first.best().loss(), "further cycles brought nothing");
  }

  @Test
  void aFurtherCycleCanBeStoppedAndResumedToo() throws IOException {
    TrainingPlan plan = Cases.plan("optimizer=adam epochs=4 resumable=true");
    Trained first = Training.start(TABLE, "price", plan).run(EpochListener.SILENT);
    Trained unbroken = Training.resume(TABLE, first).run(EpochListener.SILENT);
    Trained part = Training.resume(TABLE, first).run(Cases.stopAfter(2));
    Trained resumed = Training.resume(TABLE, loaded(part)).run(EpochListener.SILENT);
    assertArrayEquals(
        ModelFile.toBytes(new Model(unbroken)), ModelFile.toBytes(new Model(resumed)));
  }

  @Test
  void theStateIsKeptOnlyOnRequest() {
    Trained without = Cases.train(TABLE, "price", "optimizer=adam epochs=2");
    Trained with = Cases.train(TABLE, "price", "optimizer=adam epochs=2 resumable=true");
    assertNull(without.state());
    assertNotNull(with.state());
    assertArrayEquals(without.best().parameters(), with.best().parameters());
    assertNull(with.withoutState().state());
    refused("resumable false", TABLE, without);
  }

  @Test
  void anotherTableIsRefused() {
    Trained trained = Cases.train(TABLE, "price", "optimizer=adam epochs=2 resumable=true");
    refused("columns or values differ", Cases.table(51), trained);
    refused("columns or values differ", Cases.pick(TABLE, 0, 2), trained);
    refused("columns or values differ", Cases.pick(TABLE, 1, 0, 2, 3, 4), trained);
    refused("no column \"price\"", Cases.pick(TABLE, 0, 1), trained);
    refused("no row to learn from", new ArrayTable(TABLE.columns(), new double[0][]), trained);
  }

  @Test
  void whereNothingHadToBeLearnedNothingGoesOn() {
    Table constant = Cases.numbers(new double[] {1, 5}, new double[] {2, 5});
    Trained trained = Cases.train(constant, "c1", "resumable=true");
    refused("all rows had the same target", constant, trained);
  }

  private static void refused(String words, Table table, Trained before) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Training.resume(table, before))
            .getMessage();
    assertTrue(message.contains(words), message);
  }

  private static Trained loaded(Trained trained) throws IOException {
    return ModelFile.fromBytes(ModelFile.toBytes(new Model(trained))).trained();
  }

  private static long count(Trained trained, String note) {
    return trained.notes().stream().filter(note::equals).count();
  }
}
