package org.backpropnet.io;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** Small tables and quickly trained models of every kind. */
final class Examples {
  private Examples() {}

  /** 60 rows: a number with gaps, categories of which one is rare, and three kinds of target. */
  static Table table() {
    List<Column> columns =
        List.of(
            new Column.Numeric("size"),
            new Column.Nominal("colour", List.of("rot", "grün", "蓝", "\uD800 half a pair")),
            new Column.Numeric("always 3"),
            new Column.Numeric("price"),
            new Column.Nominal("kind", List.of("c", "b", "a")),
            new Column.Nominal("same", List.of("only", "never")));
    SplitMix random = SplitMix.of(7, 1);
    double[][] cells = new double[60][];
    for (int r = 0; r < cells.length; r++) {
      double size = 10 * random.nextDouble();
      int colour = (int) (4 * random.nextDouble());
      double price = 100 + 5 * size * (colour - 1) + random.nextDouble();
      int kind = price < 95 ? 0 : price < 120 ? 1 : 2;
      double seen = r % 9 == 0 ? Double.NaN : size;
      cells[r] = new double[] {seen, r % 11 == 0 ? Double.NaN : colour, 3, price, kind, 0};
    }
    return new ArrayTable(columns, cells);
  }

  static Map<String, Model> models() {
    return new TreeMap<>(
        Map.of(
            "regressor", train("price", Knob.EPOCHS, "4", Knob.WEIGHT_DECAY, "0.01"),
            "classifier", train("kind", Knob.OPTIMIZER, "adamw", Knob.EPOCHS, "3"),
            "calibrated classifier", train("kind", Knob.HIDDEN_LAYERS, "3"),
            "thermometers", thermometers(),
            "constant", train("same", Knob.EPOCHS, "3"),
            "resumable adam",
                train("kind", Knob.OPTIMIZER, "adam", Knob.EPOCHS, "2", Knob.RESUMABLE, "true"),
            "resumable l-bfgs",
                train("price", Knob.EPOCHS, "4", Knob.RESUMABLE, "true", Knob.HIDDEN_LAYERS, "3"),
            "resumable rprop",
                train(
                    "price",
                    Knob.OPTIMIZER,
                    "rprop",
                    Knob.EPOCHS,
                    "2",
                    Knob.RESUMABLE,
                    "true",
                    Knob.SCHEDULE,
                    "plateau 1 0.5")));
  }

  /** Weights as drawn: no setting asks for thermometers yet. */
  private static Model thermometers() {
    Trained like = train("price", Knob.EPOCHS, "1", Knob.HIDDEN_LAYERS, "3").trained();
    int[] rows = IntStream.range(0, table().rowCount()).toArray();
    Encoder encoder = EncoderFit.fitThermometers(table(), rows, 3, Activation.IDENTITY, 6);
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
    Best best = new Best(weights, 1, 0, 1);
    return new Model(
        new Trained(encoder, like.plan(), recipe, best, List.of(), like.notes(), null));
  }

  static Model train(String target, Object... knobs) {
    return new Model(Training.start(table(), target, plan(knobs)).run(EpochListener.SILENT));
  }

  static TrainingPlan plan(Object... knobs) {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (int i = 0; i < knobs.length; i += 2) {
      texts.put((Knob) knobs[i], (String) knobs[i + 1]);
    }
    return TrainingPlan.of(texts);
  }
}
