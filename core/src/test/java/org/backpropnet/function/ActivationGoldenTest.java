package org.backpropnet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.backpropnet.testing.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and slopes against PyTorch's autograd. */
class ActivationGoldenTest {
  /**
   * Some roundings of numbers around 1. PyTorch itself is not better than that where small answers
   * are differences of large numbers, so the tolerance is absolute below 1.
   */
  private static final double TOLERANCE = 1e-15;

  private static final Golden ALL = Golden.read("activations.csv");

  static List<String> names() {
    return ALL.texts("activation").stream().distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void valueAndSlopeAreThoseOfPyTorch(String name) {
    Activation activation = Activation.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    Golden golden = ALL.where("activation", name);
    for (int i = 0; i < golden.rows().size(); i++) {
      double z = golden.number(i, "z");
      double a = activation.value(z);
      assertClose(golden.number(i, "value"), a, "value at " + z);
      assertClose(golden.number(i, "slope"), activation.slope(z, a), "slope at " + z);
    }
  }

  private static void assertClose(double expected, double actual, String what) {
    assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), what);
  }
}
