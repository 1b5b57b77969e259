package org.backpropnet.weka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.Parameters;
import weka.core.Instances;

/**
 * A model as plain Java source that needs nothing else. What would be too long for one method or
 * one text of a class file is spread over several classes and texts.
 */
public final class JavaSource {
  private static final int COLUMNS_A_CLASS = 100;

  private final Model model;
  private final Instances header;
  private final StringBuilder text = new StringBuilder();
  private final List<InputCode> codes;

  private JavaSource(Model model, Instances header) {
    this.model = model;
    this.header = header;
    codes =
        model.encoder().codes().stream()
            .filter(code -> !(code instanceof InputCode.Dropped))
            .toList();
  }

  /**
   * Writes a model as a class with the methods {@code classify} and {@code distribution}, which
   * take one row: a number or a text for each attribute, null where it is missing.
   *
   * @param model what was learned
   * @param header attributes of the rows, the class among them
   * @param name the name of the class
   * @return Java source
   */
  public static String of(Model model, Instances header, String name) {
    JavaSource source = new JavaSource(model, header);
    boolean constant = model.trained().best() == null;
    source.line("/** Backprop Net: " + JavaWords.comment(source.about()) + ". */");
    source.line("class " + name + " {");
    source.line("  private static final boolean CLASSES = " + !model.classes().isEmpty() + ";");
    source.line("  private static final double LIMIT = " + Encoder.LIMIT + ";");
    source.distribution(constant);
    for (int c = 0; !constant && c < source.codes.size(); c += COLUMNS_A_CLASS) {
      source.columns(c);
    }
    for (int l = 0; !constant && l < model.spec().layers().size(); l++) {
      source.layer(l);
    }
    return source.text + fixedPart();
  }

  private static String fixedPart() {
    try (InputStream in = JavaSource.class.getResourceAsStream("java-source.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String about() {
    return "predicts " + model.target() + " by " + model.trained().recipe().describe();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void distribution(boolean constant) {
    line("");
    line("  /** The number, or one probability for each label of the class. */");
    line("  public static double[] distribution(Object[] row) {");
    if (!constant) {
      line("    double[] x = new double[" + model.encoder().inputs() + "];");
      for (int c = 0; c < codes.size(); c += COLUMNS_A_CLASS) {
        line("    Columns" + c / COLUMNS_A_CLASS + ".read(row, x);");
      }
      for (int l = 1; l <= model.spec().layers().size(); l++) {
        line("    x = Layer" + l + ".answer(x);");
      }
    }
    if (model.encoder().target() instanceof TargetCode.Number n) {
      String formula = "x[0] * " + n.scale() + " + " + n.center();
      line("    return new double[] {" + (constant ? "" + n.low() : formula) + "};");
    } else {
      classes(constant);
    }
    line("  }");
  }

  private void classes(boolean constant) {
    List<String> labels = model.classes();
    line("    double[] answer = new double[" + header.classAttribute().numValues() + "];");
    if (model.spec().loss().link() == Loss.Link.SOFTMAX && !constant) {
      line("    x = softmax(x);");
    }
    for (int k = 0; k < labels.size(); k++) {
      int place = header.classAttribute().indexOfValue(labels.get(k));
      boolean pair = model.spec().outputs() == 1;
      String probability = pair ? (k == 0 ? "1 - x[0]" : "x[0]") : "x[" + k + "]";
      line("    answer[" + place + "] = " + (constant ? "1" : probability) + ";");
    }
    line("    return answer;");
  }

  private void columns(int from) {
    List<InputCode> some = codes.subList(from, Math.min(codes.size(), from + COLUMNS_A_CLASS));
    line("");
    line("  private static final class Columns" + from / COLUMNS_A_CLASS + " {");
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) instanceof InputCode.Thermometer t) {
        String marks = JavaWords.numbers(t.marks(), "        ");
        line("    static final double[] MARKS" + i + " = " + marks + ";");
      } else if (some.get(i) instanceof InputCode.Category c) {
        String list = JavaWords.labels(c.levels());
        line("    static final java.util.List<String> LEVELS" + i + " = " + list + ";");
      }
    }
    line("");
    line("    static void read(Object[] row, double[] x) {");
    for (int i = 0; i < some.size(); i++) {
      line("      " + column(some.get(i), i) + " // " + JavaWords.comment(some.get(i).name()));
    }
    line("    }");
    line("  }");
  }

  private String column(InputCode code, int i) {
    String cell = "(x, row[" + header.attribute(code.name()).index() + "], ";
    if (code instanceof InputCode.Number n) {
      return ("number" + cell + n.center() + ", " + n.scale())
          + (", " + n.input() + ", " + n.missingInput() + ");");
    }
    if (code instanceof InputCode.Thermometer t) {
      String inputs = t.firstInput() + ", " + t.missingInput();
      return "thermometer" + cell + "MARKS" + i + ", " + inputs + ");";
    }
    if (code instanceof InputCode.Category c) {
      String inputs = c.firstInput() + ", " + c.otherInput() + ", " + c.missingInput();
      return "category" + cell + "LEVELS" + i + ", " + inputs + ");";
    }
    throw new IllegalStateException("No source for a column such as " + code + ".");
  }

  private void layer(int l) {
    Parameters layout = Parameters.of(model.spec());
    LayerSpec layer = model.spec().layers().get(l);
    int from = layout.weight(l, 0, 0);
    int biases = layout.bias(l, 0) - from;
    double[] all = model.copyOfParameters();
    double[] weights = Arrays.copyOfRange(all, from, from + biases + layer.units());
    text.append(
        """

          /** %d %s units: the weights, unit by unit, then the biases. */
          private static final class Layer%d {
            static final double[] W = %s;

            static double[] answer(double[] x) {
              double[] a = new double[%d];
              for (int u = 0; u < a.length; u++) {
                double z = W[%d + u];
                for (int i = 0; i < x.length; i++) {
                  z += W[u * x.length + i] * x[i];
                }
                a[u] = %s;
              }
              return a;
            }
          }
        """
            .formatted(
                layer.units(),
                layer.activation().label(),
                l + 1,
                JavaWords.numbers(weights, "        "),
                layer.units(),
                biases,
                formula(layer.activation())));
  }

  private static String formula(Activation activation) {
    return switch (activation) {
      case IDENTITY -> "z";
      case SIGMOID -> "sigmoid(z)";
      case TANH -> "Math.tanh(z)";
      case RELU -> "Math.max(0, z)";
      case LEAKY_RELU -> "z > 0 ? z : 0.01 * z";
      case ELU -> "z > 0 ? z : Math.expm1(z)";
      case SELU -> "1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z))";
      case SOFTPLUS -> "softplus(z)";
      case SILU -> "z < -745 ? 0 : z * sigmoid(z)";
      case MISH -> "z < -745 ? 0 : z * Math.tanh(softplus(z))";
      case GELU -> "z * normal(z)";
    };
  }
}
