package org.backpropnet.bits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ArffFile;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;

/**
 * A table with a plan, of which every run must leave the same bits. Together these go through each
 * optimiser, activation, loss and schedule, both engines, dropout, clipping, penalties, held-out
 * rows, empty cells and batches of more than one chunk.
 */
enum Course {
  /** The plan for tiny tables. */
  XOR_RECOMMENDED("xor", () -> ArffFile.read("logic-xor.arff"), ""),
  /** Double precision, small enough for the slowest JVM. */
  XOR_SHORT("xor", () -> ArffFile.read("logic-xor.arff"), "hiddenLayers=3 restarts=3 epochs=20"),
  /** Single precision, small enough for the slowest JVM. */
  ADDER_SHORT(
      "sum",
      () -> ArffFile.read("full-adder-sum.arff"),
      "optimizer=adam batchSize=3 epochs=10 hiddenLayers=5 dropout=0.2 restarts=3"),
  /** The plan for small tables, with the race for the weight decay. */
  HOUSES_RECOMMENDED("price_per_sqft", () -> ArffFile.read("houses.arff", 200), ""),
  HOUSES_ADAM(
      "price_per_sqft",
      () -> ArffFile.read("houses.arff", 700),
      "optimizer=adam hiddenLayers=16,8 dropout=0.2 gradientClip=0.5 validationShare=0.2"
          + " patience=3 epochs=6 schedule=warm-restarts loss=huber"),
  /** All activations, one above the other, and batches longer than one chunk of rows. */
  HOUSES_DEEP(
      "price_per_sqft",
      () -> ArffFile.read("houses.arff"),
      "optimizer=gradient-descent batchSize=1100 epochs=3 learningRate=0.01 outputLayer=tanh"
          + " hiddenLayers=5_identity,6_sigmoid,5_tanh,7_relu,5_leaky-relu,5_elu,5_selu,"
          + "5_softplus,5_silu,5_mish,5_gelu"),
  PRICE_CLASSES_ADAMW(
      "price",
      Course::priceClasses,
      "optimizer=adamw classBalancing=true epochs=6 activation=gelu schedule=step_2_0.5"
          + " l1=0.001 resumable=true"),
  PRICE_CLASSES_RECOMMENDED("price", Course::priceClasses, "hiddenLayers=4 epochs=20"),
  SPIRALS_MOMENTUM(
      "class",
      () -> ArffFile.read("two-spirals.arff"),
      "optimizer=momentum activation=sigmoid epochs=10 schedule=exponential_0.9 restarts=2"),
  SPIRALS_RPROP(
      "class",
      () -> ArffFile.read("two-spirals.arff"),
      "optimizer=rprop activation=softplus epochs=20 schedule=plateau_3_0.5"),
  /** A number that JDKs before 19 wrote with more digits than needed. */
  SINE_NESTEROV(
      "y",
      () -> ArffFile.read("noisy-sine.arff"),
      "optimizer=nesterov activation=mish epochs=8 schedule=constant outputLayer=sigmoid"
          + " gradientClip=2e23"),
  /** All rows at once, in double precision. */
  SINE_RMSPROP(
      "y",
      () -> ArffFile.read("noisy-sine.arff"),
      "optimizer=rmsprop activation=silu batchSize=300 epochs=15 loss=absolute-error"),
  /** Fewer rows than make arrays worth while, and the last batch is smaller still. */
  HOUSES_FEW(
      "price_per_sqft",
      () -> ArffFile.read("houses.arff", 13),
      "optimizer=momentum batchSize=5 hiddenLayers=7 epochs=8 validationShare=0"),
  /** Numbers of rows, units and weights that two or three threads cannot share equally. */
  HOUSES_ODD(
      "price_per_sqft",
      () -> ArffFile.read("houses.arff", 101),
      "optimizer=adam batchSize=33 hiddenLayers=17,5 epochs=6 validationShare=0 l1=0.001"),
  /** The same in double precision; one row more than a tile. */
  HOUSES_ODD_LBFGS(
      "price_per_sqft",
      () -> ArffFile.read("houses.arff", 65),
      "optimizer=l-bfgs hiddenLayers=9,5 weightDecay=0.01 epochs=12 restarts=1");

  /** Those that a JVM which works out fma in big decimals gets through in seconds. */
  static final List<Course> SHORT = List.of(XOR_SHORT, ADDER_SHORT);

  private final String target;
  private final Supplier<Table> table;
  private final String knobs;

  Course(String target, Supplier<Table> table, String knobs) {
    this.target = target;
    this.table = table;
    this.knobs = knobs;
  }

  Table table() {
    return table.get();
  }

  TrainingPlan plan() {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    for (Knob knob : Knob.values()) {
      for (String setting : knobs.split(" ", -1)) {
        if (setting.startsWith(knob.key() + "=")) {
          texts.put(knob, setting.substring(knob.key().length() + 1).replace('_', ' '));
        }
      }
    }
    return TrainingPlan.of(texts);
  }

  Model train(Table rows, TrainingPlan plan) {
    return BackpropNet.train(rows, target, plan, EpochListener.SILENT);
  }

  /** 300 houses, cheap, usual or dear. */
  private static Table priceClasses() {
    Table houses = ArffFile.read("houses.arff", 300);
    List<Column> columns = new ArrayList<>(houses.columns());
    int last = columns.size() - 1;
    columns.set(last, new Column.Nominal("price", List.of("dear", "usual", "cheap")));
    double[][] cells = new double[houses.rowCount()][columns.size()];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < last; column++) {
        cells[row][column] = houses.value(row, column);
      }
      double price = houses.value(row, last);
      cells[row][last] = price > 260 ? 0 : price > 190 ? 1 : 2;
    }
    return new ArrayTable(columns, cells);
  }
}
