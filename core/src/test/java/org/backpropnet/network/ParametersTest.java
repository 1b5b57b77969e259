package org.backpropnet.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          5,
          List.of(new LayerSpec(4, Activation.TANH), new LayerSpec(3, Activation.RELU)),
          2,
          Activation.IDENTITY,
          Loss.SQUARED_ERROR);

  @Test
  void everyPlaceOfTheArrayBelongsToOneWeightOrBias() {
    Parameters layout = Parameters.of(SPEC);
    int[] uses = new int[layout.length()];
    boolean[] weight = new boolean[layout.length()];
    for (int l = 0; l < layout.layers(); l++) {
      for (int u = 0; u < layout.units(l); u++) {
        uses[layout.bias(l, u)]++;
        for (int i = 0; i < layout.inputs(l); i++) {
          uses[layout.weight(l, u, i)]++;
          weight[layout.weight(l, u, i)] = true;
        }
      }
    }
    for (int use : uses) {
      assertEquals(1, use);
    }
    assertEquals(5 * 4 + 4 + 4 * 3 + 3 + 3 * 2 + 2, layout.length());
    assertEquals(layout.length(), SPEC.parameterCount());
    assertArrayEquals(weight, layout.weightMask());
  }

  @Test
  void biasesStartAtZeroAndWeightsDoNot() {
    Parameters layout = Parameters.of(SPEC);
    float[] start = layout.draw(SPEC, 5, new SplitMix(1));
    boolean[] weight = layout.weightMask();
    for (int i = 0; i < start.length; i++) {
      assertEquals(weight[i], start[i] != 0);
    }
  }

  @Test
  void thePenaltySparesBiasesAndItsTwoPrecisionsAgree() {
    Parameters layout = Parameters.of(SPEC);
    Penalty penalty = new Penalty(0.25, 0.5);
    double[] p = new double[layout.length()];
    float[] single = new float[p.length];
    for (int i = 0; i < p.length; i++) {
      single[i] = i % 7 - 3;
      p[i] = single[i];
    }
    double[] gradient = new double[p.length];
    float[] gradientSingle = new float[p.length];
    layout.addPenaltySlope(p, penalty, gradient);
    int half = single.length / 2;
    layout.addPenaltySlope(single, penalty, gradientSingle, half, single.length);
    layout.addPenaltySlope(single, penalty, gradientSingle, 0, half);
    double price = 0;
    for (int i = 0; i < p.length; i++) {
      boolean weight = layout.weightMask()[i];
      // Prices and weights are short binary fractions: exact in both precisions.
      assertEquals(weight ? penalty.slope(p[i]) : 0, gradient[i]);
      assertEquals(gradient[i], gradientSingle[i]);
      price += weight ? penalty.value(p[i]) : 0;
    }
    assertEquals(price, layout.penalty(p, penalty), 1e-12);
  }

  @Test
  void aNetworkTooLargeForOneArrayIsRefusedInWords() {
    NetworkSpec huge =
        new NetworkSpec(
            1_000_000,
            List.of(new LayerSpec(100_000, Activation.TANH)),
            1,
            Activation.IDENTITY,
            Loss.SQUARED_ERROR);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(huge)).getMessage();
    assertTrue(message.contains("more than 2 billion weights"), message);
  }

  @Test
  void anOutputLayerThatDoesNotGoWithTheLossIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkSpec(1, List.of(), 1, Activation.TANH, Loss.BINARY_CROSS_ENTROPY))
            .getMessage();
    assertTrue(message.contains("goes with sigmoid"), message);
  }
}
