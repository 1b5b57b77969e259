package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.backpropnet.data.Batches;
import org.backpropnet.data.Dataset;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many threads share the work, every bit of loss and gradient is the same. */
class TeamBitsTest {
  private static final int[] TEAMS = {2, 3, 8};

  /** Sizes that no team divides; the float engine works on rows in runs, the end is a rest. */
  private static List<NetworkSpec> networks() {
    List<NetworkSpec> all = new ArrayList<>();
    for (Activation bend : Activation.values()) {
      List<LayerSpec> hidden = List.of(new LayerSpec(13, bend), new LayerSpec(7, bend));
      Activation output = Activation.IDENTITY;
      all.add(new NetworkSpec(SmallRows.INPUTS, hidden, 5, output, Loss.CROSS_ENTROPY));
      all.add(new NetworkSpec(SmallRows.INPUTS, hidden, 3, Activation.TANH, Loss.HUBER));
    }
    all.add(
        new NetworkSpec(
            SmallRows.INPUTS, List.of(), 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11, 12, 13, 130, 1500})
  void theFloatEngineGivesTheSameBits(int batch) {
    for (NetworkSpec spec : networks()) {
      SplitMix random = SplitMix.of(3, batch);
      Dataset data = SmallRows.draw(spec, 1500, true, random);
      float[] parameters = SmallRows.parameters(spec, random);
      int[] rows = Batches.order(1500, 4, 0);
      Dropout mask = new Dropout(0.2, 4, 0);
      assertSameBits(
          spec,
          team -> {
            float[] gradient = new float[parameters.length];
            Backprop engine = new Backprop(spec, data, team, data.rows());
            double loss = engine.gradient(parameters, rows, 0, batch, mask, gradient);
            return withLosses(SmallRows.doubles(gradient), loss, engine.loss(parameters));
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11, 12, 13, 130, 1500})
  void theDoubleEngineGivesTheSameBits(int rows) {
    for (NetworkSpec spec : networks()) {
      SplitMix random = SplitMix.of(5, rows);
      Dataset data = SmallRows.draw(spec, rows, true, random);
      double[] parameters = SmallRows.doubles(SmallRows.parameters(spec, random));
      assertSameBits(
          spec,
          team -> {
            double[] gradient = new double[parameters.length];
            DoubleBackprop engine = new DoubleBackprop(spec, data, team);
            double loss = engine.gradient(parameters, gradient);
            return withLosses(gradient, loss, engine.loss(parameters));
          });
    }
  }

  private static double[] withLosses(double[] gradient, double loss, double lossOfAll) {
    double[] all = new double[gradient.length + 2];
    System.arraycopy(gradient, 0, all, 2, gradient.length);
    all[0] = loss;
    all[1] = lossOfAll;
    return all;
  }

  private static void assertSameBits(NetworkSpec spec, Function<Team, double[]> work) {
    double[] alone = work.apply(new Team(1));
    assertEquals(spec.parameterCount() + 2, alone.length);
    for (int size : TEAMS) {
      Team team = new Team(size);
      team.start();
      try {
        assertArrayEquals(alone, work.apply(team), size + " threads, " + spec.describe());
      } finally {
        team.close();
      }
    }
  }
}
