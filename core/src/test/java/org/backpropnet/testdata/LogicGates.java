package org.backpropnet.testdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.backpropnet.testdata.TextTable.Column;

/** Truth tables: every combination of the inputs once. */
final class LogicGates {
  private static final List<String> NUMBERS = List.of();
  private static final List<String> CLASSES = List.of("0", "1");
  private static final List<String> TWO = List.of("a", "b");
  private static final List<String> THREE = List.of("a", "b", "carry_in");

  /**
   * One truth table.
   *
   * @param name of the relation and of the answer's column
   * @param words first line of the file
   * @param inputs names of the inputs
   * @param labels of the answer; empty for a numeric answer
   */
  private record Gate(String name, String words, List<String> inputs, List<String> labels) {
    /** The table; the answer, 0 or 1, is a function of the number of inputs that are 1. */
    String arff(IntUnaryOperator answer) {
      List<Column> columns = new ArrayList<>();
      inputs.forEach(input -> columns.add(Column.numeric(input)));
      columns.add(new Column(name, labels));
      List<List<String>> rows = new ArrayList<>();
      for (int row = 0; row < 1 << inputs.size(); row++) {
        List<String> cells = new ArrayList<>();
        for (int bit = inputs.size() - 1; bit >= 0; bit--) {
          cells.add(String.valueOf(row >> bit & 1));
        }
        cells.add(String.valueOf(answer.applyAsInt(Integer.bitCount(row))));
        rows.add(cells);
      }
      return new TextTable(name, List.of(words), columns, rows).arff();
    }
  }

  private LogicGates() {}

  /**
   * All truth tables.
   *
   * @return name of the file to its text
   */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("logic-and.arff", new Gate("and", "1 if both are 1.", TWO, CLASSES).arff(n -> n / 2));
    files.put(
        "logic-or.arff",
        new Gate("or", "1 if at least one is 1.", TWO, CLASSES).arff(n -> (n + 1) / 2));
    files.put(
        "logic-nand.arff", new Gate("nand", "0 if both are 1.", TWO, CLASSES).arff(n -> 1 - n / 2));
    files.put(
        "logic-xor.arff", new Gate("xor", "1 if exactly one is 1.", TWO, CLASSES).arff(n -> n % 2));
    files.put(
        "logic-xor-numeric.arff",
        new Gate("xor", "1 if exactly one is 1; the answer is a number.", TWO, NUMBERS)
            .arff(n -> n % 2));
    files.put(
        "full-adder-sum.arff",
        new Gate("sum", "Last binary digit of a + b + carry_in.", THREE, CLASSES).arff(n -> n % 2));
    files.put(
        "full-adder-carry.arff",
        new Gate("carry", "First binary digit of a + b + carry_in.", THREE, CLASSES)
            .arff(n -> n / 2));
    return files;
  }
}
