package org.backpropnet.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Recipe;

/**
 * A model in words and numbers. The complete text holds all that is needed to work out an answer by
 * hand; the short one leaves out the weights.
 */
public final class ModelText {
  private static final int MOST_DECIMALS = 17;

  /** The short text lists no more labels of a column than this one by one. */
  private static final int MANY_LABELS = 8;

  private final Model model;
  private final int decimals;
  private final boolean complete;
  private final StringBuilder text = new StringBuilder();

  private ModelText(Model model, int decimals, boolean complete) {
    this.model = model;
    this.complete = complete;
    this.decimals = Math.max(1, Math.min(MOST_DECIMALS, decimals));
  }

  /**
   * Writes a model down.
   *
   * @param model the model
   * @param decimals digits behind the point, from 1 to 17 (others are moved there); numbers below 1
   *     get this many digits behind their zeros. With 17 the text holds the exact numbers
   * @param complete whether the weights follow and long lists of labels are written out
   * @return lines, each with its end; the same on every machine
   */
  public static String of(Model model, int decimals, boolean complete) {
    ModelText writer = new ModelText(model, decimals, complete);
    writer.decisions();
    writer.columns();
    writer.target();
    if (model.trained().best() != null) {
      writer.network();
      if (complete) {
        writer.rules();
        writer.weights();
      }
    }
    return writer.text.toString();
  }

  private void line(String... parts) {
    for (String part : parts) {
      text.append(part);
    }
    text.append('\n');
  }

  private void decisions() {
    boolean classes = model.encoder().target() instanceof TargetCode.Classes;
    line(
        "Backprop Net: a model that predicts ",
        quoted(model.target()),
        classes ? ", a class." : ", a number.");
    line();
    line("What was decided:");
    for (String note : model.trained().notes()) {
      line("- ", note.replace('\n', ' '));
    }
    line("- ", model.trained().recipe().describe(), ".");
    line();
  }

  private void columns() {
    Encoder encoder = model.encoder();
    line("Columns, and the ", String.valueOf(encoder.inputs()), " inputs made of them:");
    for (InputCode code : encoder.codes()) {
      if (code instanceof InputCode.Number n) {
        number(n);
      } else if (code instanceof InputCode.Thermometer t) {
        thermometer(t);
      } else if (code instanceof InputCode.Category c) {
        category(c);
      } else {
        line(quoted(code.name()), " ", ((InputCode.Dropped) code).reason().replace('\n', ' '));
      }
    }
    line();
  }

  private void number(InputCode.Number n) {
    line(quoted(n.name()), " is a number:");
    line(
        "  input ",
        String.valueOf(n.input()),
        " = (value - center) / scale, center ",
        digits(n.center()),
        ", scale ",
        digits(n.scale()),
        ", kept from ",
        digits(-Encoder.LIMIT),
        " to ",
        digits(Encoder.LIMIT));
    String flag = n.missingInput() < 0 ? "" : ", input " + n.missingInput() + " = 1";
    line("  missing or infinite: input ", String.valueOf(n.input()), " = 0", flag);
  }

  private void thermometer(InputCode.Thermometer t) {
    line(quoted(t.name()), " is a number, coded as a thermometer:");
    String inputs = t.firstInput() + " to " + (t.firstInput() + t.bins() - 1);
    List<String> marks = t.marks().stream().map(this::digits).toList();
    boolean all = complete || marks.size() <= MANY_LABELS;
    String ends = marks.get(0) + " to " + marks.get(t.bins());
    line(
        "  inputs " + inputs + " = (value - mark) / (next mark - mark), kept from 0 to 1, ",
        all ? "marks " + String.join(", ", marks) : marks.size() + " marks from " + ends);
    String flag = t.missingInput() < 0 ? "" : ", input " + t.missingInput() + " = 1";
    line("  missing or infinite: all of these inputs are 0", flag);
  }

  private void category(InputCode.Category c) {
    line(quoted(c.name()), " is a category:");
    List<String> levels = c.levels();
    if (complete || levels.size() <= MANY_LABELS) {
      for (int l = 0; l < levels.size(); l++) {
        line("  ", quoted(levels.get(l)), ": input ", (c.firstInput() + l) + " = 1");
      }
    } else {
      String inputs = c.firstInput() + " to " + (c.firstInput() + levels.size() - 1);
      String ends = quoted(levels.get(0)) + " to " + quoted(levels.get(levels.size() - 1));
      line("  " + levels.size(), " labels, ", ends, ": inputs ", inputs, ", that of the label = 1");
    }
    line("  any other label: ", oneOrNone(c.otherInput()));
    line("  missing: ", oneOrNone(c.missingInput()));
  }

  private static String oneOrNone(int input) {
    return input < 0 ? "all of these inputs are 0" : "input " + input + " = 1";
  }

  private void target() {
    boolean constant = model.trained().best() == null;
    line("Target:");
    if (model.encoder().target() instanceof TargetCode.Number n) {
      line(
          constant
              ? "the answer is always " + digits(n.low())
              : "answer = center + scale * output 0, center "
                  + digits(n.center())
                  + ", scale "
                  + digits(n.scale()));
      line("in the training rows from ", digits(n.low()), " to ", digits(n.high()));
    } else {
      classes(((TargetCode.Classes) model.encoder().target()).labels());
    }
    line();
  }

  private void classes(List<String> labels) {
    for (int k = 0; k < labels.size(); k++) {
      String probability = labels.size() > 2 ? "output " + k : k == 1 ? "output 0" : "1 - output 0";
      line(
          "probability of ",
          quoted(labels.get(k)),
          " = ",
          labels.size() == 1 ? "1, always" : probability);
    }
  }

  private void network() {
    Recipe recipe = model.trained().recipe();
    Best best = model.trained().best();
    line("Network: ", recipe.spec().describe(), ", ", best.parameters().length + " weights.");
    if (recipe.vote() && recipe.restarts() > 1) {
      line(
          recipe.restarts()
              + " networks vote: their units stand side by side here. Their mean loss",
          " is ",
          digits(best.loss()),
          " (",
          recipe.spec().loss().plainWords(),
          ").");
      return;
    }
    line(
        "The best weights are those of epoch ",
        best.epoch() + " in start " + (best.start() + 1) + " of " + recipe.restarts(),
        "; the loss that was watched is ",
        digits(best.loss()),
        " there (",
        recipe.spec().loss().plainWords(),
        ").");
    for (EpochReport report : model.trained().history()) {
      if (report.start() == best.start() && report.epoch() == best.epoch()) {
        boolean held = !Double.isNaN(report.validationLoss());
        line(
            "Training loss in that epoch: ",
            digits(report.trainingLoss()),
            held ? "; of the rows held out: " + digits(report.validationLoss()) : "",
            ".");
      }
    }
  }

  private void rules() {
    NetworkSpec spec = model.spec();
    line();
    line("How an answer is worked out:");
    line("1. Fill the inputs from the columns as above; every other input is 0.");
    line("2. In each unit of layer 1: z = bias + sum of all weight * input; a = activation of z.");
    line(
        "3. In each further layer the same, with the a of the layer below in place of the inputs.");
    line(
        spec.loss().link() == Loss.Link.SOFTMAX
            ? "4. output k = e^(a of unit k) / sum of e^a over all units of the last layer."
            : "4. output k = a of unit k in the last layer.");
    line("5. The target's lines above turn the outputs into the answer.");
    TreeSet<Activation> bends = new TreeSet<>();
    for (LayerSpec layer : spec.layers()) {
      bends.add(layer.activation());
    }
    for (Activation bend : bends) {
      line("Activation ", bend.label(), ": a = ", bend.formula());
    }
  }

  private void weights() {
    Parameters layout = Parameters.of(model.spec());
    double[] values = model.parameters();
    String[] inputs = model.encoder().inputNames();
    List<LayerSpec> layers = model.spec().layers();
    for (int l = 0; l < layout.layers(); l++) {
      line();
      line(
          "Layer ",
          (l + 1) + ": " + layout.units(l) + " units, ",
          layers.get(l).activation().label());
      for (int unit = 0; unit < layout.units(l); unit++) {
        line("unit ", unit + ": bias ", digits(values[layout.bias(l, unit)]));
        for (int i = 0; i < layout.inputs(l); i++) {
          String below = l == 0 ? "input " + i + " " + quoted(inputs[i]) : "unit " + i;
          line("  weight ", digits(values[layout.weight(l, unit, i)]), " of ", below);
        }
      }
    }
  }

  /** By BigDecimal: exact, and the same digits on every JDK. */
  private String digits(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    int whole = Math.max(0, exact.precision() - exact.scale());
    int digits = Math.min(MOST_DECIMALS, whole + decimals);
    BigDecimal rounded =
        exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    boolean plain = Math.abs(value) >= 1e-5 && Math.abs(value) < 1e9;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /** In quotes, on one line, however the name looks. */
  private static String quoted(String name) {
    String safe = name.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + safe.replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
