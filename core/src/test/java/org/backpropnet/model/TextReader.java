package org.backpropnet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.Column;

/** Knows nothing but the text: looks up its lines by pattern and follows its five steps. */
final class TextReader {
  private final String[] lines;

  TextReader(String text) {
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
      } else if (lines[at].endsWith("thermometer:")) {
        thermometer(inputs, lines[at + 1], cells[c]);
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

  private static void thermometer(Map<Integer, Double> inputs, String line, double value) {
    Matcher m =
        Pattern.compile("  inputs (\\d+) to (\\d+) = .*, kept from 0 to 1, marks (.*)")
            .matcher(line);
    assertTrue(m.matches(), line);
    int first = Integer.parseInt(m.group(1));
    String[] marks = m.group(3).split(", ", -1);
    assertEquals(Integer.parseInt(m.group(2)) - first + 2, marks.length);
    for (int b = 0; b + 1 < marks.length; b++) {
      double mark = Double.parseDouble(marks[b]);
      double share = (value - mark) / (Double.parseDouble(marks[b + 1]) - mark);
      inputs.put(first + b, Math.max(0, Math.min(1, share)));
    }
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
