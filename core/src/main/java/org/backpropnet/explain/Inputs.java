package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;

/** The inputs of a column, and weights counted in the column's own unit. */
final class Inputs {
  private Inputs() {}

  /** All inputs that a column feeds. */
  static List<Integer> of(InputCode code) {
    List<Integer> inputs = new ArrayList<>();
    if (code instanceof InputCode.Number n) {
      inputs.add(n.input());
      addIfThere(inputs, n.missingInput());
    } else if (code instanceof InputCode.Thermometer t) {
      for (int b = 0; b < t.bins(); b++) {
        inputs.add(t.firstInput() + b);
      }
      addIfThere(inputs, t.missingInput());
    } else if (code instanceof InputCode.Category c) {
      for (int l = 0; l < c.levels().size(); l++) {
        inputs.add(c.firstInput() + l);
      }
      addIfThere(inputs, c.otherInput());
      addIfThere(inputs, c.missingInput());
    }
    return inputs;
  }

  private static void addIfThere(List<Integer> inputs, int input) {
    if (input >= 0) {
      inputs.add(input);
    }
  }

  /** How many of the column's own units one unit of the input stands for. */
  static double scale(InputCode code, int input) {
    return code instanceof InputCode.Number n && n.input() == input ? n.scale() : 1;
  }

  /** Columns that reach the network. */
  static List<InputCode> used(List<InputCode> codes) {
    return codes.stream().filter(code -> !(code instanceof InputCode.Dropped)).toList();
  }

  /** Whether a number bends before it reaches the network. */
  static boolean bends(List<InputCode> codes) {
    return codes.stream().anyMatch(InputCode.Thermometer.class::isInstance);
  }
}
