package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few rows, one after the other, give the bits of a batch: the batch holds the same rows and many
 * that count nothing.
 */
class FewRowsBitsTest {
  /** So many that all walk side by side, and that the mean weight is a power of two. */
  private static final int TIMES = 16;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 11})
  void fewRowsGiveTheBitsOfABatch(int count) {
    for (int units : new int[] {1, 3, 13, 70}) {
      for (Activation bend : new Activation[] {Activation.RELU, Activation.TANH}) {
        List<LayerSpec> hidden = List.of(new LayerSpec(units, bend), new LayerSpec(4, bend));
        NetworkSpec spec =
            new NetworkSpec(SmallRows.INPUTS, hidden, 3, Activation.IDENTITY, Loss.CROSS_ENTROPY);
        SplitMix random = SplitMix.of(count, units);
        Dataset all = SmallRows.draw(spec, TIMES * count, false, random);
        Arrays.fill(all.weights(), count, all.rows(), 0);
        float[] parameters = SmallRows.parameters(spec, random);
        float[] few = new float[parameters.length];
        float[] batch = new float[parameters.length];
        int[] order = new int[all.rows()];
        Arrays.setAll(order, i -> i);
        Dropout mask = new Dropout(0.2, 4, 0);
        Backprop engine = new Backprop(spec, all, new Team(1), all.rows());
        double loss = engine.gradient(parameters, order, 0, count, mask, few);
        double whole = engine.gradient(parameters, order, 0, all.rows(), mask, batch);
        // A minibatch divides by its length: 16 times as long gives a sixteenth, exactly.
        for (int i = 0; i < batch.length; i++) {
          batch[i] *= TIMES;
        }
        assertEquals(loss, TIMES * whole);
        assertArrayEquals(few, batch, spec.describe());
      }
    }
  }
}
