package org.backpropnet.export;

import java.util.stream.IntStream;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.InputCode;

/** How a raw cell becomes the inputs of its column. */
final class InputFormula {
  private InputFormula() {}

  /** The inputs that belong to a column. */
  static int[] inputs(InputCode code) {
    IntStream own = IntStream.empty();
    int other = -1;
    int missing = -1;
    if (code instanceof InputCode.Number n) {
      own = IntStream.of(n.input());
      missing = n.missingInput();
    } else if (code instanceof InputCode.Thermometer t) {
      own = IntStream.range(t.firstInput(), t.firstInput() + t.bins());
      missing = t.missingInput();
    } else if (code instanceof InputCode.Category c) {
      own = IntStream.range(c.firstInput(), c.firstInput() + c.levels().size());
      other = c.otherInput();
      missing = c.missingInput();
    }
    return IntStream.concat(own, IntStream.of(other, missing)).filter(i -> i >= 0).toArray();
  }

  /** Whether an input stands for one label alone. */
  static boolean isLevel(InputCode.Category code, int input) {
    return input >= code.firstInput() && input < code.firstInput() + code.levels().size();
  }

  /**
   * The formula of one input.
   *
   * @param code its column
   * @param input one of the column's inputs
   * @param raw the column's cell
   * @param row where the formula stands
   * @return without the equals sign
   */
  static String of(InputCode code, int input, String raw, int row) {
    if (code instanceof InputCode.Number n && input == n.input()) {
      return number(n, raw);
    }
    String first = ColumnsSheet.first(input);
    if (code instanceof InputCode.Thermometer t && input != t.missingInput()) {
      String width = "(" + ColumnsSheet.second(input) + "-" + first + ")";
      return known(raw, "MEDIAN(0,1,(" + raw + "-" + first + ")/" + width + ")");
    }
    if (code instanceof InputCode.Category c && isLevel(c, input)) {
      return "IF(EXACT(" + raw + "," + first + "),1,0)";
    }
    if (code instanceof InputCode.Category c && input == c.otherInput()) {
      return "IF(LEN(" + raw + ")=0,0,1" + anyLevel(c, row) + ")";
    }
    return "IF(LEN(" + raw + ")=0,1,0)";
  }

  private static String number(InputCode.Number code, String raw) {
    if (code.scale() == Double.MAX_VALUE) {
      // All known cells were equal. Excel cannot hold this scale, and the input is 0 in any case.
      return known(raw, "0");
    }
    String limit = Long.toString((long) Encoder.LIMIT);
    String scaled =
        "("
            + raw
            + "-"
            + ColumnsSheet.first(code.input())
            + ")/"
            + ColumnsSheet.second(code.input());
    return known(raw, "MEDIAN(-" + limit + "," + limit + "," + scaled + ")");
  }

  /** 0 where nothing is known; an error, which reaches the answer, where text stands instead. */
  private static String known(String raw, String formula) {
    return "IF(ISNUMBER(" + raw + ")," + formula + ",IF(LEN(" + raw + ")=0,0,NA()))";
  }

  private static String anyLevel(InputCode.Category code, int row) {
    int first = InputsSheet.column(code.firstInput());
    int last = InputsSheet.column(code.firstInput() + code.levels().size() - 1);
    return code.levels().isEmpty() ? "" : "-SUM(" + Sheet.across(row, first, last) + ")";
  }
}
