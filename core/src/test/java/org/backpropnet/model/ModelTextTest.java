package org.backpropnet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

class ModelTextTest {
  private static final List<String> COLOURS =
      List.of("red", "say \"hi\"", "blue", "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7");
  private static final List<String> PLACES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
  private static final List<Column> COLUMNS =
      List.of(
          new Column.Numeric("size"),
          new Column.Nominal("colour", COLOURS),
          new Column.Nominal("few", List.of("a", "b")),
          new Column.Numeric("tiny"),
          new Column.Numeric("price"),
          new Column.Nominal("kind", List.of("low", "middle", "high")),
          new Column.Nominal("yes", List.of("no", "yes")),
          new Column.Numeric("constant"));

  /** 90 rows; "size" and "colour" have gaps, r0 to r7 are rare, "tiny" lies near 1e-8. */
  private static ArrayTable table() {
    SplitMix random = SplitMix.of(21, 4);
    double[][] cells = new double[90][];
    for (int r = 0; r < 90; r++) {
      double size = 1000 * random.nextDouble();
      double colour = r < 8 ? 3 + r : (int) (3 * random.nextDouble());
      double few = r % 2;
      double price = size * (1 + few) - 90 * colour;
      int kind = price < 200 ? 0 : price < 700 ? 1 : 2;
      cells[r] =
          new double[] {
            r % 7 == 3 ? Double.NaN : size,
            r % 13 == 9 ? Double.NaN : colour,
            few,
            1e-8 * random.nextDouble(),
            price,
            kind,
            price < 400 ? 0 : 1,
            5
          };
    }
    return new ArrayTable(COLUMNS, cells);
  }

  private static Model train(String target, String hidden) {
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.EPOCHS, "20")
            .with(Knob.WEIGHT_DECAY, "0.01")
            .with(Knob.HIDDEN_LAYERS, hidden);
    return new Model(Training.start(table(), target, plan).run(EpochListener.SILENT));
  }

  @Test
  void anAnswerCanBeWorkedOutFromTheCompleteTextAlone() {
    List<Column> columns = new ArrayList<>(COLUMNS);
    List<String> more = new ArrayList<>(COLOURS);
    more.add("never seen");
    columns.set(1, new Column.Nominal("colour", more));
    columns.set(2, new Column.Nominal("few", List.of("a", "b", "never seen")));
    double[][] cells = new double[100][];
    for (int r = 0; r < 90; r++) {
      cells[r] = row(r).clone();
    }
    for (int r = 90; r < 100; r++) {
      cells[r] = row(r - 90).clone();
      cells[r][1] = r % 2 == 0 ? 11 : cells[r][1];
      cells[r][2] = r % 3 == 0 ? 2 : Double.NaN;
      cells[r][3] = Double.NaN;
    }
    ArrayTable rows = new ArrayTable(columns, cells);
    for (String target : List.of("price", "kind", "yes", "constant")) {
      for (String hidden : List.of("none", "4 tanh, 3 relu")) {
        Model model = train(target, hidden);
        TextReader reader = new TextReader(ModelText.of(model, 17, true));
        for (int r = 0; r < 100; r++) {
          double[] answer = reader.answer(columns, cells[r]);
          double[] expected = model.predict(rows)[r];
          // Tolerance 1e-12 of the answer's size: 17 digits are exact, sums run in another order.
          double size = Math.max(1, Math.abs(expected[0]));
          assertArrayEquals(expected, answer, 1e-12 * size, target + " " + hidden + " row " + r);
        }
      }
    }
  }

  private static double[] row(int r) {
    double[] cells = new double[COLUMNS.size()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = table().value(r, c);
    }
    return cells;
  }

  /** Weights as drawn: no setting asks for thermometers yet. */
  private static Model thermometers() {
    Trained like = train("price", "4 tanh").trained();
    int[] rows = IntStream.range(0, 90).toArray();
    int target = 4;
    Encoder encoder = EncoderFit.fitThermometers(table(), rows, target, Activation.IDENTITY, 12);
    Recipe old = like.recipe();
    NetworkSpec spec =
        new NetworkSpec(
            encoder.inputs(), old.spec().hidden(), 1, old.spec().output(), old.spec().loss());
    Recipe recipe =
        new Recipe(
            spec,
            old.optimizer(),
            old.learningRate(),
            old.schedule(),
            old.epochs(),
            old.batchSize(),
            old.restarts(),
            old.vote(),
            old.numbers(),
            old.penalty());
    float[] weights = Parameters.of(spec).draw(spec, encoder.activeInputs(), SplitMix.of(21, 5));
    Best best = new Best(weights, 1, 0, 1);
    return new Model(new Trained(encoder, like.plan(), recipe, best, List.of(), List.of(), null));
  }

  @Test
  void anAnswerFromThermometersCanBeWorkedOutToo() {
    Model model = thermometers();
    TextReader reader = new TextReader(ModelText.of(model, 17, true));
    double[][] batch = model.predict(table());
    for (int r = 0; r < 90; r++) {
      double[] answer = reader.answer(COLUMNS, row(r));
      // Tolerance 1e-12 of the answer's size: 17 digits are exact, sums run in another order.
      assertEquals(batch[r][0], answer[0], 1e-12 * Math.max(1, Math.abs(answer[0])), "row " + r);
      assertEquals(batch[r][0], model.predict(table(), r).number(), "alone as in a batch");
    }
    String brief = ModelText.of(model, 4, false);
    assertTrue(brief.contains("kept from 0 to 1, 13 marks from "), brief);
  }

  @Test
  void theShortTextHasTheColumnsAndLossesButNoWeights() {
    String text = ModelText.of(train("price", "3"), 4, false);
    assertTrue(text.contains("\"size\" is a number:"), text);
    assertTrue(text.contains("any other label: input "), text);
    assertTrue(text.contains("Training loss in that epoch: "), text);
    assertFalse(text.contains("weight of"), text);
    assertFalse(text.contains("bias"), text);
  }

  @Test
  void theShortTextOnlyCountsManyLabels() {
    List<Column> columns =
        List.of(new Column.Nominal("place", PLACES), new Column.Numeric("price"));
    double[][] cells = new double[90][];
    Arrays.setAll(cells, r -> new double[] {r % 9, r % 9 + 0.01 * r});
    TrainingPlan plan = TrainingPlan.recommended().with(Knob.EPOCHS, "2");
    Table table = new ArrayTable(columns, cells);
    Model model = new Model(Training.start(table, "price", plan).run(EpochListener.SILENT));
    String brief = ModelText.of(model, 4, false);
    assertTrue(brief.contains("  9 labels, \"a\" to \"i\": inputs 0 to 8, "), brief);
    assertFalse(brief.contains("\"b\""), brief);
    assertTrue(ModelText.of(model, 4, true).contains("  \"b\": input 1 = 1"));
  }

  @Test
  void decimalsCountBehindThePointOrBehindTheZeros() {
    String text = ModelText.of(train("price", "3"), 2, true);
    Matcher number = Pattern.compile("scale (\\S+?),").matcher(text);
    assertTrue(number.find(), text);
    assertTrue(number.group(1).matches("\\d+\\.\\d{1,2}"), number.group(1));
    assertTrue(number.find(), text);
    assertTrue(number.group(1).matches("\\d(\\.\\d)?E-9"), number.group(1));
  }

  @Test
  void aModelOfOneAnswerSaysIt() {
    String text = ModelText.of(train("constant", "3"), 17, true);
    assertTrue(text.contains("the answer is always 5\n"), text);
    assertEquals(1, text.split("Target:", -1).length - 1);
  }
}
