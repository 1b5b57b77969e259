package org.backpropnet.explain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.function.Activation;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.testing.ArffFile;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Snapshots;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;

/** Networks of every kind, with the rows that they learned from. */
record Pictured(Model model, Table table, int row) {
  static Pictured train(Table table, String target, String... knobs) {
    TrainingPlan plan = TrainingPlan.recommended();
    for (int i = 0; i < knobs.length; i += 2) {
      plan = plan.with(Knob.valueOf(knobs[i]), knobs[i + 1]);
    }
    Training training = Training.start(table, target, plan);
    Model model = new Model(Snapshots.run(training, EpochListener.SILENT));
    return new Pictured(model, table, Math.min(16, table.rowCount() - 1));
  }

  /** The same without what was kept on the way, as most people train. */
  Pictured withoutStory() {
    return new Pictured(new Model(model.trained().withSnapshots(List.of())), table, row);
  }

  /** The same model with other weights. */
  static Model with(Model like, float[] weights) {
    Trained t = like.trained();
    Best best = new Best(weights, t.best().loss(), t.best().start(), t.best().epoch());
    return new Model(
        new Trained(
            t.encoder(),
            t.plan(),
            t.recipe(),
            best,
            t.history(),
            t.notes(),
            null,
            t.snapshots(),
            t.calibration()));
  }

  Question question() {
    return new Question(model, table, row, "");
  }

  CompletePicture picture() {
    return CompletePicture.of(question());
  }

  Subject subject() {
    return new Subject(question());
  }

  static Table houses(int rows) {
    return ArffFile.read("houses.arff", rows);
  }

  /** Three kinds of flowers, 50 each, by four lengths: one kind stands apart, two overlap. */
  static Table flowers() {
    SplitMix random = SplitMix.of(3, 1);
    double[][] typical = {{5.0, 3.4, 1.5, 0.2}, {5.9, 2.8, 4.3, 1.3}, {6.6, 3.0, 5.5, 2.0}};
    double[][] cells = new double[150][];
    for (int r = 0; r < cells.length; r++) {
      double[] means = typical[r % 3];
      cells[r] = new double[5];
      for (int c = 0; c < 4; c++) {
        double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        cells[r][c] = Math.rint(10 * (means[c] + 0.7 * bell)) / 10;
      }
      cells[r][4] = r % 3;
    }
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("sepal length", "sepal width", "petal length", "petal width")) {
      columns.add(new Column.Numeric(name));
    }
    columns.add(new Column.Nominal("kind", List.of("first", "second", "third")));
    return new ArrayTable(columns, cells);
  }

  /**
   * Weights drawn, not learned, so that thermometers can be explained whatever the defaults are.
   */
  static Pictured thermometers() {
    Table table = houses(200);
    int target = table.indexOf("price_per_sqft");
    int[] rows = Split.usable(table, target);
    var encoder = EncoderFit.fitThermometers(table, rows, target, Activation.IDENTITY, 6);
    Trained like = train(table, "price_per_sqft", "EPOCHS", "3").model().trained();
    NetworkSpec old = like.recipe().spec();
    NetworkSpec spec =
        new NetworkSpec(encoder.inputs(), old.hidden(), old.outputs(), old.output(), old.loss());
    Recipe recipe = withSpec(like.recipe(), spec);
    float[] weights = Parameters.of(spec).draw(spec, encoder.activeInputs(), new SplitMix(5));
    Best best = new Best(weights, 1, 0, like.best().epoch());
    Trained trained =
        new Trained(encoder, like.plan(), recipe, best, like.history(), List.of(), null);
    return new Pictured(new Model(trained), table, 16);
  }

  /** Whatever else a recipe holds stays as it is. */
  private static Recipe withSpec(Recipe like, NetworkSpec spec) {
    try {
      RecordComponent[] parts = Recipe.class.getRecordComponents();
      Class<?>[] types = new Class<?>[parts.length];
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        values[i] = types[i] == NetworkSpec.class ? spec : parts[i].getAccessor().invoke(like);
      }
      return Recipe.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  static Map<String, Pictured> all() {
    Map<String, Pictured> all = new TreeMap<>();
    all.put("houses", train(houses(300), "price_per_sqft", "EPOCHS", "40"));
    all.put("flowers", train(flowers(), "kind", "EPOCHS", "60"));
    all.put("xor", train(ArffFile.read("logic-xor.arff"), "xor", "HIDDEN_LAYERS", "2 tanh"));
    all.put("linear", train(houses(200), "price_per_sqft", "HIDDEN_LAYERS", "none"));
    all.put(
        "deep",
        train(
            houses(250),
            "price_per_sqft",
            "HIDDEN_LAYERS",
            "8 tanh, 7 gelu, 6 sigmoid, 5 silu, 4 mish",
            "OPTIMIZER",
            "adam",
            "VALIDATION_SHARE",
            "0.2",
            "EPOCHS",
            "15"));
    all.put(
        "one column",
        train(ArffFile.read("noisy-sine.arff"), "y", "HIDDEN_LAYERS", "none", "EPOCHS", "30"));
    all.put(
        "not learned",
        train(
            houses(200),
            "price_per_sqft",
            "OPTIMIZER",
            "gradient-descent",
            "LEARNING_RATE",
            "0.000000001",
            "EPOCHS",
            "3"));
    all.put("huber", train(houses(200), "price_per_sqft", "LOSS", "huber", "EPOCHS", "20"));
    all.put("thermometers", thermometers());
    Pictured voters = train(houses(150), "price_per_sqft");
    all.put("voters", voters);
    all.put("voters without a story", voters.withoutStory());
    all.put("voting flowers", train(flowers(), "kind", "NUMBERS", "thermometer 8").withoutStory());
    return all;
  }
}
