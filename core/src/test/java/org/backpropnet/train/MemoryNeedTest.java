package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula for a training's memory, and what it is asked for. */
class MemoryNeedTest {
  /** A table that takes no memory itself. */
  private record Formula(List<Column> columns, int rowCount) implements Table {
    static Formula of(int numbers, int categories, int rows) {
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < numbers; i++) {
        columns.add(new Column.Numeric("number " + i));
      }
      for (int i = 0; i < categories; i++) {
        columns.add(new Column.Nominal("category " + i, List.of("a", "b", "c")));
      }
      columns.add(new Column.Numeric("target"));
      return new Formula(columns, rows);
    }

    @Override
    public double value(int row, int column) {
      return columns.get(column) instanceof Column.Nominal
          ? (row + column) % 3
          : row % (column + 7);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @ParameterizedTest
  @CsvSource({"20, 0, 100000, 16, 1.2", "3, 8, 100000, 16, 1.2", "200, 0, 2000, '1000, 500', 2"})
  void theFormulaIsNearWhatATrainingHolds(
      int numbers, int categories, int rows, String hidden, double most) {
    Table table = Formula.of(numbers, categories, rows);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.BATCH_SIZE, "1024")
            .with(Knob.HIDDEN_LAYERS, hidden);
    long before = used();
    Training training = Training.start(table, "target", plan);
    training.next();
    long held = used() - before;
    Trained trained = training.result();
    long formula =
        MemoryNeed.ofRows(trained.encoder(), rows)
            + MemoryNeed.ofNetwork(trained.recipe(), rows, trained.encoder());
    // What comes only when it is needed (ways back, batches of another size) may be absent. Java's
    // collector gives whole regions to an array that is larger than half of one, so that the
    // arrays of a large network may take up to twice their size; rows are small arrays.
    assertTrue(
        held > 0.6 * formula && held < most * formula, "held " + held + ", formula " + formula);
  }

  @Test
  void rowsThatDoNotFitAreRefusedWithTheNumbers() {
    // Two billion rows need more than any test's JVM has; none of them is ever made.
    Table table = Formula.of(3, 0, 50_000);
    Training training = Training.start(table, "target", TrainingPlan.recommended());
    Trained trained = training.result();
    DataException refused =
        assertThrows(
            DataException.class,
            () -> MemoryNeed.requireForRows(trained.encoder(), Integer.MAX_VALUE));
    assertTrue(
        refused
            .getMessage()
            .matches(
                "A training on 2147483647 rows of 3 numbers and categories needs about \\d+ MB of"
                    + " memory, but only \\d+ MB are left of the \\d+ MB that Java may take\\. Take"
                    + " fewer rows or columns, or give Java more memory \\(-Xmx\\)\\."),
        refused.getMessage());
  }

  @Test
  void networksThatVoteAreCounted() {
    Table table = Formula.of(20, 0, 300);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.EPOCHS, "1")
            .with(Knob.RESTARTS, "6")
            .with(Knob.HIDDEN_LAYERS, "300, 300");
    Training training = Training.start(table, "target", plan);
    Recipe recipe = training.recipe();
    // Six networks of 20 x 300 + 300, 300 x 300 + 300, 300 + 1 numbers; then one of 1,800 units
    // twice, kept as floats and as doubles.
    long one = 20 * 300 + 300 + 300 * 300 + 300 + 300 + 1;
    long together = 20 * 1_800 + 1_800 + 1_800 * 1_800 + 1_800 + 1_800 + 1;
    assertEquals(4 * 6 * one + 12 * together, MemoryNeed.ofVoters(recipe));
    training.run(EpochListener.SILENT);
    long before = used();
    Model model = new Model(training.result());
    long held = used() - before;
    // The members stand in the training already; their union comes here. Java's collector may
    // give an array up to twice its size.
    assertEquals(together, model.spec().parameterCount());
    assertTrue(held > 11 * together && held < 25 * together, held + " of " + 12 * together);
    assertTrue(training.result().history().size() == 6);
  }

  @Test
  void aCommitteeThatDoesNotFitIsRefusedBeforeItIsTrained() {
    Table table = Formula.of(3, 0, 300);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.VALIDATION_SHARE, "0")
            .with(Knob.RESTARTS, "400")
            .with(Knob.HIDDEN_LAYERS, "100, 100");
    // 400 small networks, but the one that they would become has 40,000 x 40,000 weights.
    DataException refused =
        assertThrows(DataException.class, () -> Training.start(table, "target", plan));
    assertTrue(refused.getMessage().contains(", of which 400 are to vote, needs about"));
    assertTrue(refused.getMessage().contains("Take fewer restarts"), refused.getMessage());
  }

  /** A race holds two codings of all rows at a time, before the rows of the training are coded. */
  @Test
  void aRaceAsksForItsMemory() {
    Table table = Formula.of(3, 0, 300);
    TrainingPlan plan = TrainingPlan.recommended().with(Knob.HIDDEN_LAYERS, "40000, 40000");
    DataException refused =
        assertThrows(DataException.class, () -> Training.start(table, "target", plan));
    assertTrue(
        java.util.Arrays.stream(refused.getStackTrace())
            .anyMatch(at -> at.getClassName().endsWith("train.Race")),
        "refused, but not by the race");
  }

  @Test
  void aNetworkThatDoesNotFitIsRefusedBeforeItIsMade() {
    Table table = Formula.of(3, 0, 5_000);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.HIDDEN_LAYERS, "40000, 40000");
    DataException refused =
        assertThrows(DataException.class, () -> Training.start(table, "target", plan));
    String words = "The network 3 inputs - 40000 relu - 40000 relu - 1 identity";
    assertEquals(words, refused.getMessage().substring(0, words.length()));
  }
}
