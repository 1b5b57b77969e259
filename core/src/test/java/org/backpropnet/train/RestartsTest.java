package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backpropnet.data.Table;
import org.backpropnet.testing.ArffFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restarts are a knob for every table; left at auto, the number of rows alone decides. */
class RestartsTest {
  private static Recipe recipe(String file, int rows) {
    Table table = ArffFile.read(file, rows);
    String target = table.columns().get(table.columns().size() - 1).name();
    return Training.start(table, target, TrainingPlan.recommended()).recipe();
  }

  /** Houses have six columns and an answer in dollars: nothing in them resembles XOR. */
  @Test
  void tinyTablesOfAnyKindGetTheSamePlan() {
    for (int rows = 2; rows < Defaults.TINY_BELOW; rows++) {
      Recipe recipe = recipe("houses.arff", rows);
      assertEquals(20, recipe.restarts(), rows + " rows");
      assertEquals(6, recipe.spec().hidden().get(0).units(), rows + " rows");
      // Tolerance: the last bit of a division.
      assertEquals(0.01 / rows, recipe.penalty().l2(), 1e-17, rows + " rows");
    }
    assertEquals(3, recipe("houses.arff", Defaults.TINY_BELOW).restarts());
    for (String file : List.of("logic-and.arff", "logic-xor.arff", "full-adder-sum.arff")) {
      assertEquals(20, recipe(file, 4).restarts(), file);
      assertEquals(6, recipe(file, 4).spec().hidden().get(0).units(), file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"l-bfgs", "adam", "rprop"})
  void aLargeTableKeepsTheBestOfItsStarts(String optimizer) {
    Table houses = ArffFile.read("houses.arff", 200);
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.RESTARTS, "4")
            .with(Knob.VOTE, "false")
            .with(Knob.OPTIMIZER, optimizer)
            .with(Knob.VALIDATION_SHARE, "0")
            .with(Knob.EPOCHS, "5");
    Trained trained = Training.start(houses, "price_per_sqft", plan).run(EpochListener.SILENT);
    assertEquals(4 * 5, trained.history().size());
    double[] ends = new double[4];
    Set<Double> firsts = new HashSet<>();
    for (EpochReport report : trained.history()) {
      ends[report.start()] = report.trainingLoss();
      if (report.epoch() == 1) {
        firsts.add(report.trainingLoss());
      }
    }
    assertEquals(4, firsts.size(), "every start begins elsewhere");
    double lowest = Arrays.stream(ends).min().orElseThrow();
    assertEquals(lowest, ends[trained.best().start()]);
    assertEquals(lowest, trained.best().loss());
  }

  @Test
  void theKnobExplainsItself() {
    assertEquals("auto", Knob.RESTARTS.defaultText());
    assertTrue(Knob.RESTARTS.help().contains("start weights"), Knob.RESTARTS.help());
  }
}
