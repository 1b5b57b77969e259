package org.backpropnet.explain;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.NumbersInText;
import org.backpropnet.data.RowReader;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.Trace;
import org.backpropnet.train.HeldOut;
import org.backpropnet.train.Snapshots;

/** The network, the rows and the one row that all sections speak about. */
final class Subject {
  /** Multiplications that a section may spend. */
  private static final double WORK = 4e8;

  private static final int FEWEST = 8;

  final Model model;
  final Table table;
  final int row;
  final String unit;
  final Encoder encoder;
  final NetworkSpec spec;
  final Parameters layout;
  final double[] weights;
  final TextbookBackprop book;
  final RowReader reader;
  final int target;

  /** The class whose probability is explained; -1 where the answer is a number. */
  final int focus;

  /** Null if the model did not learn from this table. */
  final Split parts;

  /** Rows whose truth is known and can be compared. */
  final int[] usable;

  /** [inputs] index into the encoder's codes. */
  final int[] codeOf;

  final Trace trace;

  private final int[] classOf;
  private Spread spread;

  Subject(Question question) {
    model = question.model();
    table = NumbersInText.of(question.table(), model.encoder());
    row = question.row();
    encoder = model.encoder();
    spec = model.spec();
    layout = Parameters.of(spec);
    weights = model.copyOfParameters();
    book = new TextbookBackprop(spec);
    reader = encoder.bind(table.columns());
    target = table.indexOf(model.target());
    classOf = Dataset.classIndex(encoder.target(), table.columns().get(target));
    usable = known();
    if (usable.length == 0) {
      throw new DataException(
          "No row of the table has a \"" + model.target() + "\" that this model knows.");
    }
    parts = HeldOut.of(table, model.trained());
    codeOf = codes(encoder);
    trace = constant() ? null : book.forward(weights, vector(row));
    focus = classes().isEmpty() ? -1 : best(model.bind(table.columns()).predict(table, row));
    String named = question.unit().isBlank() ? model.target() : question.unit();
    unit = focus >= 0 ? "%" : named;
  }

  private int[] known() {
    int[] rows = Split.usable(table, target);
    return classOf == null
        ? rows
        : Arrays.stream(rows).filter(r -> classOf[(int) table.value(r, target)] >= 0).toArray();
  }

  private static int[] codes(Encoder encoder) {
    int[] codeOf = new int[encoder.inputs()];
    for (int c = 0; c < encoder.codes().size(); c++) {
      for (int input : Inputs.of(encoder.codes().get(c))) {
        codeOf[input] = c;
      }
    }
    return codeOf;
  }

  private static int best(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }

  /** Whether every row gets the same answer because there was nothing to learn. */
  boolean constant() {
    return weights.length == 0;
  }

  List<String> classes() {
    return model.classes();
  }

  double[] vector(int ofRow) {
    return reader.vector(table, ofRow);
  }

  /** Networks that stand side by side in the model; 1 if none vote. */
  int voters() {
    return model.trained().recipe().voters();
  }

  /** Weights and start values that were learned, without the zeros between networks that vote. */
  int knobs() {
    return voters() * Snapshots.network(model.trained()).parameterCount();
  }

  /** Looked at once. */
  Spread spread() {
    spread = spread == null ? Spread.of(this) : spread;
    return spread;
  }

  /** Rows that can be walked so often within the time of a section. */
  int[] sample(int[] rows, double passes, int most) {
    double room = WORK / (passes * Math.max(1, spec.parameterCount()));
    return Excerpt.pick(rows, (int) Math.max(FEWEST, Math.min(most, room)));
  }

  /** Rows that the network learned from, as far as that is known. */
  int[] learned() {
    return parts == null ? usable : parts.training();
  }

  /** Rows held out where there are some, or all. */
  int[] judged() {
    return parts == null || parts.validation().length == 0
        ? usable
        : Arrays.stream(usable)
            .filter(r -> Arrays.binarySearch(parts.validation(), r) >= 0)
            .toArray();
  }

  boolean truthKnown() {
    return Arrays.binarySearch(usable, row) >= 0;
  }

  /** [outputs] what the output layer should have said. */
  double[] truth(int ofRow) {
    double value = table.value(ofRow, target);
    if (encoder.target() instanceof TargetCode.Number number) {
      return new double[] {number.encode(value)};
    }
    int k = classOf[(int) value];
    if (spec.outputs() == 1) {
      return new double[] {k};
    }
    double[] truth = new double[spec.outputs()];
    truth[k] = 1;
    return truth;
  }

  /** True class of a row. */
  int classOf(int ofRow) {
    return classOf[(int) table.value(ofRow, target)];
  }

  /** The truth in the answer's unit: the number, or 100 or 0 percent. */
  double truthShown(int ofRow) {
    return focus < 0 ? table.value(ofRow, target) : classOf(ofRow) == focus ? 100 : 0;
  }

  TextbookBackprop.Rows taught(int[] rows) {
    double[][] inputs = new double[rows.length][];
    double[][] targets = new double[rows.length][];
    double[] counts = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      inputs[r] = vector(rows[r]);
      targets[r] = truth(rows[r]);
      counts[r] = table.weight(rows[r]);
    }
    return new TextbookBackprop.Rows(inputs, targets, counts);
  }

  /**
   * What the page calls the answer: the number in its unit, or a class's probability in percent.
   */
  double answer(double[] outputs) {
    if (encoder.target() instanceof TargetCode.Number number) {
      return number.decode(outputs[0]);
    }
    if (outputs.length == 1) {
      return 100 * (focus == 0 ? 1 - outputs[0] : outputs[0]);
    }
    return 100 * outputs[focus];
  }

  /** The same of what a model predicts. */
  double shown(double[] prediction) {
    return focus < 0 ? prediction[0] : 100 * prediction[focus];
  }

  double answerAt(double[] vector) {
    return answer(book.forward(weights, vector).answer());
  }

  /**
   * How much the answer changes per small change of each unit's sum.
   *
   * @return [layer][unit]
   */
  double[][] slopes(Trace at) {
    double[] outputs = at.answer();
    double[] aim = new double[outputs.length];
    double factor = focus < 0 ? ((TargetCode.Number) encoder.target()).scale() : 100;
    for (int o = 0; o < aim.length; o++) {
      // The textbook sends back answer minus truth: with this truth it sends the answer's own
      // slope.
      aim[o] = outputs[o] - pull(outputs, o);
    }
    double[][] slopes = book.blame(weights, at, aim);
    for (double[] layer : slopes) {
      for (int unit = 0; unit < layer.length; unit++) {
        layer[unit] *= factor;
      }
    }
    return slopes;
  }

  private double pull(double[] outputs, int o) {
    if (focus < 0) {
      return 1;
    }
    if (outputs.length == 1) {
      return (focus == 0 ? -1 : 1) * outputs[0] * (1 - outputs[0]);
    }
    return outputs[focus] * ((o == focus ? 1 : 0) - outputs[o]);
  }

  /** [inputs] how much the answer changes per change of each input. */
  double[] inputSlopes(double[] vector) {
    double[] first = slopes(book.forward(weights, vector))[0];
    double[] slopes = new double[vector.length];
    for (int unit = 0; unit < first.length; unit++) {
      for (int i = 0; i < slopes.length && first[unit] != 0; i++) {
        slopes[i] += weights[layout.weight(0, unit, i)] * first[unit];
      }
    }
    return slopes;
  }

  /** The layers with weights. */
  List<LayerSpec> layers() {
    return spec.layers();
  }

  InputCode code(int input) {
    return encoder.codes().get(codeOf[input]);
  }

  /** Index of a code's column in the table. */
  int column(InputCode code) {
    return table.indexOf(code.name());
  }

  /** A cell as the user wrote it. */
  String cell(int ofRow, int column) {
    double value = table.value(ofRow, column);
    if (!Double.isFinite(value)) {
      return Words.of("missing");
    }
    return table.columns().get(column) instanceof Column.Nominal nominal
        ? nominal.labels().get((int) value)
        : Numbers.text(value);
  }
}
