package org.backpropnet.export;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Quickly trained networks of every kind, and rows with all that a table may bring. */
final class Networks {
  static final int ROWS = 100;

  /** Names that a careless formula, cell or file would stumble over. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column.Numeric("=1+1"),
          new Column.Nominal(
              "it's a \"colour\"\nin two lines",
              List.of("red", "Red", " red", "=A1", "0010", "10", "a,b", "<&>'\"", "_x0041_", "A")),
          new Column.Numeric("gaps"),
          new Column.Nominal("many", many()),
          new Column.Numeric("price"),
          new Column.Nominal("kind", List.of("c", "b & co", "=a")),
          new Column.Nominal("yes or no", List.of("yes", "no")),
          new Column.Nominal("same", List.of("only", "never")));

  /** What a plan may ask for at the output. */
  private static final Set<Activation> OUTPUTS =
      Set.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU);

  private Networks() {}

  private static List<String> many() {
    return IntStream.range(0, 40).mapToObj(i -> "level " + i).toList();
  }

  /** Rows to learn from: some labels never occur in them. */
  static Table training() {
    return table(60, 7, 5);
  }

  /** Rows to answer: other gaps, labels that training never saw, numbers far outside. */
  static Table rows() {
    return table(ROWS, 10, 40);
  }

  private static Table table(int rows, int colours, int levels) {
    SplitMix random = SplitMix.of(7, rows);
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double size = 10 * random.nextDouble() * (r == 70 ? 1e9 : 1);
      int colour = (int) (colours * random.nextDouble());
      double gap = 1e6 + random.nextDouble();
      // In training, levels from 20 on occur once each and share an input.
      int level = r % 3 == 0 ? 20 + r / 3 % 20 : (int) (levels * random.nextDouble());
      double price = 100 + 5 * size * (colour % 3 - 1) + random.nextDouble();
      int kind = price < 95 ? 0 : price < 120 ? 1 : 2;
      cells[r] =
          new double[] {
            rows == ROWS && r % 13 == 0 ? Double.NaN : size,
            r % 11 == 0 ? Double.NaN : colour,
            r % 4 == 0 ? Double.NaN : gap,
            rows == ROWS && r % 17 == 0 ? Double.NaN : level,
            price,
            kind,
            random.nextDouble() < 0.5 ? 0 : 1,
            0
          };
    }
    return new ArrayTable(COLUMNS, cells);
  }

  static Map<String, Model> all() {
    Map<String, Model> models = new TreeMap<>();
    models.put("number", train("price", Knob.EPOCHS, "5"));
    models.put("many classes", train("kind", Knob.EPOCHS, "5"));
    models.put("two classes", train("yes or no", Knob.EPOCHS, "5"));
    models.put("no hidden layer", train("price", Knob.HIDDEN_LAYERS, "none", Knob.EPOCHS, "5"));
    models.put("five layers", train("kind", Knob.HIDDEN_LAYERS, "5, 4, 3, 4, 5", Knob.EPOCHS, "3"));
    models.put("same answer", train("same", Knob.EPOCHS, "3"));
    models.put("thermometers", thermometers());
    for (String loss : List.of("absolute-error", "huber")) {
      models.put(loss, train("price", Knob.LOSS, loss, Knob.EPOCHS, "3"));
    }
    for (Activation bend : Activation.values()) {
      String layers = "4 " + bend.label() + ", 3 " + bend.label();
      String out = OUTPUTS.contains(bend) ? bend.label() : "identity";
      Model model =
          train("price", Knob.HIDDEN_LAYERS, layers, Knob.OUTPUT_LAYER, out, Knob.EPOCHS, "3");
      models.put(bend.label(), model);
      models.put("wild " + bend.label(), wild(model));
    }
    return models;
  }

  /** The same with weights so large that e^z and its like leave the range of doubles. */
  private static Model wild(Model model) {
    Trained old = model.trained();
    float[] weights = old.best().parameters().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 1000;
    }
    return with(old, old.encoder(), old.recipe(), weights);
  }

  private static Model thermometers() {
    Trained like = train("price", Knob.EPOCHS, "1", Knob.HIDDEN_LAYERS, "3").trained();
    int[] rows = IntStream.range(0, training().rowCount()).toArray();
    Encoder encoder = EncoderFit.fitThermometers(training(), rows, 4, Activation.IDENTITY, 6);
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
    float[] weights = Parameters.of(spec).draw(spec, encoder.activeInputs(), SplitMix.of(7, 2));
    return with(like, encoder, recipe, weights);
  }

  private static Model with(Trained like, Encoder encoder, Recipe recipe, float[] weights) {
    Best best = new Best(weights, 1, 0, 1);
    return new Model(
        new Trained(encoder, like.plan(), recipe, best, List.of(), like.notes(), null));
  }

  static Model train(String target, Object... knobs) {
    return train(training(), target, knobs);
  }

  static Model train(Table table, String target, Object... knobs) {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (int i = 0; i < knobs.length; i += 2) {
      texts.put((Knob) knobs[i], (String) knobs[i + 1]);
    }
    return new Model(
        Training.start(table, target, TrainingPlan.of(texts)).run(EpochListener.SILENT));
  }

  /** The same rows with one cell changed. */
  static Table changed(Table table, int row, int column, double value) {
    List<double[]> cells = new ArrayList<>();
    for (int r = 0; r < table.rowCount(); r++) {
      double[] line = new double[table.columns().size()];
      for (int c = 0; c < line.length; c++) {
        line[c] = r == row && c == column ? value : table.value(r, c);
      }
      cells.add(line);
    }
    return new ArrayTable(table.columns(), cells.toArray(new double[0][]));
  }
}
