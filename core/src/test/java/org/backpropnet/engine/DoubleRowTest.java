package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.EncodedRow;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A single row gets the bits that it gets among others: no tolerance. */
class DoubleRowTest {
  private static final int DENSE = 5;
  private static final int BLOCKS = 2;
  private static final int ROWS = 23;

  /** Behind five numbers and four flags: thermometers of three and four bins. */
  private static final int[] STARTS = {9, 12, 16};

  @ParameterizedTest
  @EnumSource(Activation.class)
  void answersAsInABatch(Activation activation) {
    LayerSpec many = new LayerSpec(19, activation);
    for (List<LayerSpec> hidden :
        List.of(List.<LayerSpec>of(), List.of(many), List.of(many, new LayerSpec(4, activation)))) {
      NetworkSpec spec =
          new NetworkSpec(STARTS[2], hidden, 3, Activation.IDENTITY, Loss.CROSS_ENTROPY);
      SplitMix random = new SplitMix(activation.label().hashCode());
      double[] parameters = new double[spec.parameterCount()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = random.nextDouble() - 0.5;
      }
      DoubleForward batch = new DoubleForward(spec, DENSE, BLOCKS, STARTS, ROWS);
      EncodedRow[] rows = new EncodedRow[ROWS];
      for (int r = 0; r < ROWS; r++) {
        double[] dense = new double[DENSE];
        Arrays.setAll(dense, k -> 4 * random.nextDouble() - 2);
        int[] active = {DENSE + random.nextInt(3), random.nextInt(2) == 0 ? -1 : 8};
        int[] bins = {random.nextInt(4) - 1, random.nextInt(4)};
        double[] fractions = {random.nextDouble(), random.nextDouble()};
        rows[r] = new EncodedRow(dense, active, bins, fractions);
        for (int k = 0; k < DENSE; k++) {
          batch.dense()[k][r] = rows[r].dense()[k];
        }
        batch.load(r, rows[r]);
      }
      batch.forward(parameters, 0, ROWS);
      DoubleRow single = new DoubleRow(spec, STARTS, parameters);
      for (int r = 0; r < ROWS; r++) {
        double[] expected = new double[3];
        batch.answer(r, expected);
        assertArrayEquals(expected, single.answer(rows[r]));
      }
    }
  }
}
