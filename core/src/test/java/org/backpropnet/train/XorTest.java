package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backpropnet.BackpropNet;
import org.backpropnet.bits.Fingerprint;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ArffFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exclusive or: the table that no straight line answers, and that a small network must learn. */
class XorTest {
  private static final int SEEDS = 100;
  private static final double[][] ROWS = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}};

  @ParameterizedTest(name = "{0} hidden units, {1}, nominal class {2}")
  @CsvSource({
    "2, tanh, true", "3, tanh, true", "4, tanh, true", "auto, tanh, true",
    "2, tanh, false", "3, tanh, false", "4, tanh, false", "auto, tanh, false",
    "2, sigmoid, true", "3, sigmoid, true", "4, sigmoid, true", "auto, sigmoid, true",
    "2, sigmoid, false", "3, sigmoid, false", "4, sigmoid, false", "auto, sigmoid, false"
  })
  void everySeedAnswersAllFourRows(String hidden, String activation, boolean nominal) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column.Numeric("a"));
    columns.add(new Column.Numeric("b"));
    columns.add(
        nominal ? new Column.Nominal("xor", List.of("no", "yes")) : new Column.Numeric("xor"));
    Table table = new ArrayTable(columns, ROWS);
    List<Integer> wrong = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      TrainingPlan plan =
          TrainingPlan.recommended()
              .with(Knob.HIDDEN_LAYERS, hidden)
              .with(Knob.ACTIVATION, activation)
              .withSeed(seed);
      Model model = BackpropNet.train(table, "xor", plan, EpochListener.SILENT);
      if (!right(model.predict(table))) {
        wrong.add(seed);
      }
    }
    assertEquals(List.of(), wrong, "seeds that did not learn XOR");
  }

  /** Start weights come from the seed: 100 seeds, 100 different networks before the first step. */
  @ParameterizedTest
  @ValueSource(strings = {"2", "4", "auto", "3,3"})
  void everySeedStartsElsewhere(String hidden) {
    Table table = ArffFile.read("logic-xor.arff");
    Set<String> hashes = new HashSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      TrainingPlan plan =
          TrainingPlan.recommended().with(Knob.HIDDEN_LAYERS, hidden).withSeed(seed);
      Trained before = Training.start(table, "xor", plan).result();
      assertEquals(List.of(), before.history());
      hashes.add(Fingerprint.weights(new Model(before)));
    }
    assertEquals(SEEDS, hashes.size());
  }

  /** Eight rows, three inputs of which one says nothing: no longer the table of the textbooks. */
  @Test
  void anInputThatSaysNothingDoesNotDisturb() {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "xor")) {
      columns.add(new Column.Numeric(name));
    }
    double[][] rows = new double[8][];
    for (int row = 0; row < rows.length; row++) {
      double[] of = ROWS[row / 2];
      rows[row] = new double[] {of[0], of[1], row % 2, of[2]};
    }
    Table table = new ArrayTable(columns, rows);
    for (int seed = 1; seed <= 20; seed++) {
      TrainingPlan plan = TrainingPlan.recommended().withSeed(seed);
      double[][] answers =
          BackpropNet.train(table, "xor", plan, EpochListener.SILENT).predict(table);
      for (int row = 0; row < rows.length; row++) {
        assertEquals(rows[row][3], Math.rint(answers[row][0]), "seed " + seed + ", row " + row);
      }
    }
  }

  private static boolean right(double[][] answers) {
    boolean right = true;
    for (int row = 0; row < ROWS.length; row++) {
      double yes = answers[row][answers[row].length - 1];
      right &= Math.abs(yes - ROWS[row][2]) < 0.5;
    }
    return right;
  }
}
