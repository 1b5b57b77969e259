package org.backpropnet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.math.SplitMix;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
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
        Reader reader = new Reader(ModelText.of(model, 17, true));
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

  /** Knows nothing but the text: looks up its lines by pattern and follows its five steps. */
  private static final class Reader {
    private final String[] lines;

    Reader(String text) {
      lines = text.split("\n", -1);
    }

    double[] answer(List<Column> columns, double[] cells) {
      for (String line : lines) {
        if (line.startsWith("the answer is always ")) {
          return new double[] {Double.parseDouble(line.substring(21))};
        }
      }
      Map<Integer, Double> inputs = inputs(columns, cells);
      List<Double> outputs = outputs(inputs);
      List<Double> answer = new ArrayList<>();
      for (String line : lines) {
        Matcher number = Pattern.compile("answer = .* center (\\S+), scale (\\S+)").matcher(line);
        Matcher share = Pattern.compile("probability of .* = (1 - )?output (\\d+)").matcher(line);
        if (number.matches()) {
          double scale = Double.parseDouble(number.group(2));
          answer.add(Double.parseDouble(number.group(1)) + scale * outputs.get(0));
        } else if (share.matches()) {
          double p = outputs.get(Integer.parseInt(share.group(2)));
          answer.add(share.group(1) == null ? p : 1 - p);
        }
      }
      return answer.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Map<Integer, Double> inputs(List<Column> columns, double[] cells) {
      Map<Integer, Double> inputs = new HashMap<>();
      for (int c = 0; c < cells.length; c++) {
        String name = columns.get(c).name();
        int at = indexOf("\"" + name + "\" is a ");
        if (at < 0) {
          continue;
        }
        if (columns.get(c) instanceof Column.Nominal nominal) {
          String label = Double.isNaN(cells[c]) ? null : nominal.labels().get((int) cells[c]);
          set(inputs, categoryLine(at, label));
        } else if (Double.isNaN(cells[c])) {
          set(inputs, lines[at + 2]);
        } else {
          Matcher m =
              Pattern.compile(
                      "  input (\\d+) = .*center (\\S+), scale (\\S+), kept from (\\S+) to (\\S+)")
                  .matcher(lines[at + 1]);
          assertTrue(m.matches(), lines[at + 1]);
          double x = (cells[c] - Double.parseDouble(m.group(2))) / Double.parseDouble(m.group(3));
          double low = Double.parseDouble(m.group(4));
          double high = Double.parseDouble(m.group(5));
          inputs.put(Integer.parseInt(m.group(1)), Math.max(low, Math.min(high, x)));
        }
      }
      return inputs;
    }

    private int indexOf(String beginning) {
      for (int i = 0; i < lines.length; i++) {
        if (lines[i].startsWith(beginning)) {
          return i;
        }
      }
      return -1;
    }

    private String categoryLine(int at, String label) {
      String wanted = label == null ? "  missing: " : "  \"" + label.replace("\"", "\\\"") + "\": ";
      for (int i = at + 1; lines[i].startsWith("  "); i++) {
        if (lines[i].startsWith(wanted)) {
          return lines[i];
        }
        if (label != null && lines[i].startsWith("  any other label: ")) {
          return lines[i];
        }
      }
      throw new AssertionError("no line for " + label);
    }

    private static void set(Map<Integer, Double> inputs, String line) {
      Matcher m = Pattern.compile("input (\\d+) = ([01])").matcher(line);
      while (m.find()) {
        inputs.put(Integer.parseInt(m.group(1)), Double.parseDouble(m.group(2)));
      }
    }

    private List<Double> outputs(Map<Integer, Double> inputs) {
      Map<Integer, Double> below = inputs;
      String bend = "";
      List<Double> layer = new ArrayList<>();
      for (int i = indexOf("Layer 1: "); i < lines.length; i++) {
        if (lines[i].startsWith("Layer ")) {
          bend = lines[i].substring(lines[i].lastIndexOf(' ') + 1);
          layer = new ArrayList<>();
        } else if (lines[i].startsWith("unit ")) {
          double z = Double.parseDouble(lines[i].substring(lines[i].lastIndexOf(' ') + 1));
          while (i + 1 < lines.length && lines[i + 1].startsWith("  weight ")) {
            i++;
            String[] words = lines[i].strip().split(" ", -1);
            double x = below.getOrDefault(Integer.parseInt(words[4]), 0.0);
            z += Double.parseDouble(words[1]) * x;
          }
          layer.add(activation(bend, z));
        }
        boolean last = i + 1 == lines.length || lines[i + 1].isEmpty();
        if (last) {
          below = new HashMap<>();
          for (int u = 0; u < layer.size(); u++) {
            below.put(u, layer.get(u));
          }
        }
      }
      return indexOf("4. output k = e^") < 0 ? layer : softmax(layer);
    }

    private static double activation(String name, double z) {
      return switch (name) {
        case "identity" -> z;
        case "relu" -> Math.max(0, z);
        case "tanh" -> Math.tanh(z);
        case "sigmoid" -> 1 / (1 + Math.exp(-z));
        default -> throw new AssertionError(name);
      };
    }

    private static List<Double> softmax(List<Double> scores) {
      double sum = 0;
      for (double score : scores) {
        sum += Math.exp(score);
      }
      double all = sum;
      return scores.stream().map(score -> Math.exp(score) / all).toList();
    }
  }
}
