package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ArffFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recommended plan learns every gate and the full adder by heart, whatever the seed. */
class TruthTablesTest {
  private static final int SEEDS = 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logic-and",
        "logic-or",
        "logic-nand",
        "logic-xor",
        "logic-xor-numeric",
        "full-adder-sum",
        "full-adder-carry"
      })
  void everySeedAnswersEveryRow(String name) {
    Table table = ArffFile.read(name + ".arff");
    int answer = table.columns().size() - 1;
    String target = table.columns().get(answer).name();
    List<String> wrong = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      TrainingPlan plan = TrainingPlan.recommended().withSeed(seed);
      Model model = BackpropNet.train(table, target, plan, EpochListener.SILENT);
      for (int row = 0; row < table.rowCount(); row++) {
        if (answer(model, table, row) != table.value(row, answer)) {
          wrong.add("seed " + seed + ", row " + row);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** 0 or 1: the likelier class, or the nearer number. */
  private static double answer(Model model, Table table, int row) {
    double[] answers = model.predict(table)[row];
    boolean nominal = table.columns().get(table.columns().size() - 1) instanceof Column.Nominal;
    return nominal ? (answers[1] > answers[0] ? 1 : 0) : Math.rint(answers[0]);
  }
}
