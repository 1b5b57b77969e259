package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** A training that is watched learns the same, tells how it goes, and ends when it is told to. */
class WatchedTrainingTest {
  /** More than any machine gets through while a test runs. */
  private static final String ENDLESS = "100000000";

  private static final class Patient implements Watch<IOException> {
    final List<String> messages = new ArrayList<>();
    final List<Double> shares = new ArrayList<>();

    @Override
    public void progress(double share, String message) {
      shares.add(share);
      messages.add(message);
    }

    @Override
    public void check() throws IOException {}
  }

  private static Table sine() {
    List<HostColumn> columns = List.of(HostColumn.number("x"), HostColumn.number("y"));
    TableReading reading = new TableReading(columns, 200);
    for (int row = 0; row < 200; row++) {
      reading.add(new Cells(row / 20.0, StrictMath.sin(row / 20.0)));
    }
    return reading.table();
  }

  private static TrainingPlan plan(String epochs) {
    return TrainingPlan.of(
        Map.of(Knob.EPOCHS, epochs, Knob.OPTIMIZER, "adam", Knob.HIDDEN_LAYERS, "4"));
  }

  private static List<Thread> trainingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("Backprop Net training"))
        .toList();
  }

  @Test
  void itLearnsWhatATrainingThatNobodyWatchesLearns() throws IOException {
    Trained watched = WatchedTraining.start(sine(), "y", plan("7")).run(new Patient());
    Trained alone = Training.start(sine(), "y", plan("7")).run(EpochListener.SILENT);
    assertArrayEquals(ModelFile.toBytes(new Model(alone)), ModelFile.toBytes(new Model(watched)));
  }

  @Test
  void itTellsHowFarItIsOnTheWatchersThread() throws IOException {
    Thread own = Thread.currentThread();
    Patient told = new Patient();
    List<Thread> threads = new ArrayList<>();
    WatchedTraining.start(sine(), "y", plan("20000"))
        .run(
            new Watch<IOException>() {
              @Override
              public void progress(double share, String message) {
                threads.add(Thread.currentThread());
                told.progress(share, message);
              }

              @Override
              public void check() {}
            });
    assertFalse(told.messages.isEmpty());
    assertTrue(threads.stream().allMatch(own::equals));
    assertTrue(
        told.messages
            .get(0)
            .matches("epoch \\d+/20000, loss \\S+, validation loss \\S+, \\d+ s left"),
        told.messages.get(0));
    assertTrue(told.shares.stream().allMatch(s -> s >= 0 && s <= 1));
  }

  @Test
  void aWatcherThatCallsItOffLeavesNothingBehind() {
    IOException reason = new IOException("enough");
    Watch<IOException> watch =
        new Watch<>() {
          private int asked;

          @Override
          public void progress(double share, String message) {}

          @Override
          public void check() throws IOException {
            if (++asked == 3) {
              throw reason;
            }
          }
        };
    WatchedTraining training = WatchedTraining.start(sine(), "y", plan(ENDLESS));
    assertEquals(reason, assertThrows(IOException.class, () -> training.run(watch)));
    assertEquals(List.of(), trainingThreads());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void theTableIsLetGoWhenItsRowsAreCoded() throws IOException {
    WeakReference<?>[] table = new WeakReference<?>[1];
    WatchedTraining training = withTable(table);
    IOException gone = new IOException("the table is gone");
    Watch<IOException> watch =
        new Watch<>() {
          private boolean trains;

          @Override
          public void progress(double share, String message) {
            trains = true;
          }

          @Override
          public void check() throws IOException {
            if (trains) {
              System.gc();
              if (table[0].get() == null) {
                throw gone;
              }
            }
          }
        };
    // Would it be kept, the training would come to its end.
    assertEquals(gone, assertThrows(IOException.class, () -> training.run(watch)));
  }

  /** So that no variable of the test holds the table. */
  private static WatchedTraining withTable(WeakReference<?>[] place) {
    Table table = sine();
    place[0] = new WeakReference<>(table);
    return WatchedTraining.start(table, "y", plan("200000"));
  }

  @Test
  void anInterruptedWatcherCallsItOffAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    WatchedTraining training = WatchedTraining.start(sine(), "y", plan(ENDLESS));
    assertThrows(CancellationException.class, () -> training.run(new Patient()));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), trainingThreads());
  }

  @Test
  void atTheEndOfItsTimeBudgetItKeepsTheBestSoFar() throws IOException {
    TrainingPlan brief = plan(ENDLESS).with(Knob.TIME_BUDGET, "0.2");
    Trained trained = WatchedTraining.start(sine(), "y", brief).run(new Patient());
    assertTrue(trained.best() != null && !trained.history().isEmpty());
    assertTrue(
        String.join(" ", trained.notes()).contains("time budget"), trained.notes()::toString);
  }

  @Test
  void errorsOfTheTrainingReachTheCaller() {
    Table none = Cells.read(List.of(HostColumn.number("x"), HostColumn.number("y"))).table();
    WatchedTraining training = WatchedTraining.start(none, "y", plan("3"));
    assertThrows(DataException.class, () -> training.run(new Patient()));
  }

  @Test
  void itGoesOnWhereAnotherOneEnded() throws IOException {
    TrainingPlan resumable = plan("5").with(Knob.RESUMABLE, "true");
    Trained first = WatchedTraining.start(sine(), "y", resumable).run(new Patient());
    Trained more = WatchedTraining.resume(sine(), first).run(new Patient());
    assertEquals(10, more.history().size());
    assertEquals(first.history().get(4).trainingLoss(), more.history().get(4).trainingLoss());
  }

  @Test
  void theLineNamesStartsAndValidationWhereThereAreSome() {
    EpochReport report = new EpochReport(1, 5, 10, 0.25, 0.5, 1, 0.1, 3000);
    // 1.5 of 4 starts took 3 s, so 2.5 are left: 5 s.
    assertEquals(
        "start 2/4, epoch 5/10, loss 0.2500, validation loss 0.5000, 5 s left",
        ProgressText.of(report, 4));
    assertEquals(0.375, ProgressText.share(report, 4));
  }
}
