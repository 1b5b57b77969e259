package org.backpropnet.export;

import org.backpropnet.function.Activation;
import org.backpropnet.math.Decimal;

/**
 * Activations as a spreadsheet writes them. Only functions that every spreadsheet program has, and
 * no power of e that is too large for a double: Excel would show an error.
 */
final class ActivationFormula {
  /** e^700 is still a double; 1 / (1 + e^700) is 0 to the 300th decimal. */
  private static final String MOST = "700";

  private static final String LEAK = Decimal.text(Activation.LEAKY_RELU.slope(-1, 0));
  private static final String SELU_SCALE = Decimal.text(Activation.SELU.value(1));

  /** Far below zero e^z - 1 is -1, so that the factor is left. */
  private static final String SELU_BELOW = Decimal.text(-Activation.SELU.value(-1000));

  private ActivationFormula() {}

  /**
   * The formula of an activation.
   *
   * @param activation which
   * @param z the cell that holds the sum, for instance "B2"
   * @return the formula without the equals sign
   */
  static String of(Activation activation, String z) {
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> "1/(1+" + expOfMinus(z) + ")";
      // From 20 on the double next to tanh(z) is 1.
      case TANH -> "TANH(MEDIAN(-20,20," + z + "))";
      case RELU -> "MAX(0," + z + ")";
      case LEAKY_RELU -> "IF(" + z + ">0," + z + "," + LEAK + "*" + z + ")";
      case ELU -> "IF(" + z + ">0," + z + ",EXP(" + z + ")-1)";
      case SELU ->
          "IF(" + z + ">0," + SELU_SCALE + "*" + z + "," + SELU_BELOW + "*(EXP(" + z + ")-1))";
      case SOFTPLUS -> softplus(z);
      case SILU -> z + "/(1+" + expOfMinus(z) + ")";
      case MISH -> z + "*TANH(MIN(20," + softplus(z) + "))";
      case GELU -> z + "*NORMSDIST(MEDIAN(-40,40," + z + "))";
    };
  }

  private static String expOfMinus(String z) {
    return "EXP(MIN(" + MOST + ",-" + z + "))";
  }

  private static String softplus(String z) {
    return "MAX(0," + z + ")+LN(1+EXP(-ABS(" + z + ")))";
  }
}
