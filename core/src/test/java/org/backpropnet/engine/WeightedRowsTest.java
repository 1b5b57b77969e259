package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.backpropnet.data.Batches;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Thermometers;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.textbook.TextbookBackprop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row of weight 3 moves the network as much as three rows do. */
class WeightedRowsTest {
  private static final int ROWS = 60;

  /** Sums of some hundred doubles near 1 in another order, 1.1e-16 each. */
  private static final double ROUNDING = 1e-12;

  private static NetworkSpec network(Loss loss) {
    int outputs = loss == Loss.CROSS_ENTROPY ? 3 : 1;
    Activation output = loss.outputActivation(Activation.IDENTITY);
    List<LayerSpec> hidden = List.of(new LayerSpec(5, Activation.TANH));
    return new NetworkSpec(SmallRows.INPUTS, hidden, outputs, output, loss);
  }

  /** Some of the rows, in this order, with the weights given. */
  private static Dataset pick(Dataset data, int[] rows, double[] weights) {
    Thermometers all = data.thermometers();
    Thermometers thermometers =
        new Thermometers(
            all.starts(),
            Arrays.stream(rows).mapToObj(r -> all.bins()[r]).toArray(int[][]::new),
            Arrays.stream(rows).mapToObj(r -> all.fractions()[r]).toArray(float[][]::new));
    return new Dataset(
        Arrays.stream(rows).mapToObj(r -> data.dense()[r]).toArray(float[][]::new),
        Arrays.stream(rows).mapToObj(r -> data.active()[r]).toArray(int[][]::new),
        thermometers,
        Arrays.stream(rows).mapToObj(r -> data.targets()[r]).toArray(float[][]::new),
        weights,
        data.denseInputs());
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The same rows twice: row r with the weight 1 + r mod 4, or so many times. */
  private record Twins(NetworkSpec spec, Dataset weighted, Dataset repeated, float[] at) {
    static Twins draw(Loss loss) {
      NetworkSpec spec = network(loss);
      SplitMix random = SplitMix.of(11, loss.label().hashCode());
      Dataset data = SmallRows.draw(spec, ROWS, false, random);
      int[] each = IntStream.range(0, ROWS).toArray();
      double[] weights = Arrays.stream(each).mapToDouble(r -> 1 + r % 4).toArray();
      int[] often =
          Arrays.stream(each).flatMap(r -> IntStream.generate(() -> r).limit(1 + r % 4)).toArray();
      return new Twins(
          spec,
          pick(data, each, weights),
          pick(data, often, ones(often.length)),
          SmallRows.parameters(spec, random));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lossAndGradientOfTheTextbookAreThoseOfRepeatedRows(Loss loss) {
    Twins twins = Twins.draw(loss);
    TextbookBackprop textbook = new TextbookBackprop(twins.spec);
    double[] at = SmallRows.doubles(twins.at);
    TextbookBackprop.Rows weighted = SmallRows.writtenOut(twins.weighted);
    TextbookBackprop.Rows repeated = SmallRows.writtenOut(twins.repeated);
    Penalty penalty = new Penalty(0.01, 0.02);
    assertEquals(
        textbook.loss(at, repeated, penalty, Dropout.NONE),
        textbook.loss(at, weighted, penalty, Dropout.NONE),
        ROUNDING);
    assertArrayEquals(
        textbook.gradient(at, repeated, penalty, Dropout.NONE),
        textbook.gradient(at, weighted, penalty, Dropout.NONE),
        ROUNDING);
  }

  @ParameterizedTest
  @EnumSource
  void lossAndGradientOfTheDoubleEngineAreThoseOfRepeatedRows(Loss loss) {
    Twins twins = Twins.draw(loss);
    double[] at = SmallRows.doubles(twins.at);
    double[] one = new double[at.length];
    double[] other = new double[at.length];
    DoubleBackprop weighted = new DoubleBackprop(twins.spec, twins.weighted, new Team(1));
    DoubleBackprop repeated = new DoubleBackprop(twins.spec, twins.repeated, new Team(1));
    assertEquals(repeated.gradient(at, other), weighted.gradient(at, one), ROUNDING);
    assertArrayEquals(other, one, ROUNDING);
    assertEquals(repeated.loss(at), weighted.loss(at), ROUNDING);
  }

  @Test
  void minibatchesOfWeightedRowsAreRightOnAverage() {
    Twins twins = Twins.draw(Loss.SQUARED_ERROR);
    double[] whole = new double[twins.at.length];
    new DoubleBackprop(twins.spec, twins.weighted, new Team(1))
        .gradient(SmallRows.doubles(twins.at), whole);
    int batch = 7;
    // So many that the means are near to normal, those of inputs that most minibatches miss, too.
    int seeds = 1000;
    double[][] drawn = new double[seeds][];
    Backprop engine = new Backprop(twins.spec, twins.weighted, new Team(1), twins.weighted.rows());
    for (int seed = 0; seed < seeds; seed++) {
      float[] gradient = new float[whole.length];
      engine.gradient(twins.at, Batches.order(ROWS, seed, 0), 0, batch, Dropout.NONE, gradient);
      drawn[seed] = SmallRows.doubles(gradient);
    }
    // A fair engine is refused once in 1000 times: Student's t, split among all the slopes.
    double tail = 0.001 / 2 / whole.length;
    double bound = -new TDistribution(seeds - 1).inverseCumulativeProbability(tail);
    for (int i = 0; i < whole.length; i++) {
      assertEquals(0, distanceInErrors(drawn, i, whole[i]), bound, "slope " + i);
    }
  }

  /** Mean minus truth, in standard errors of the mean. */
  private static double distanceInErrors(double[][] drawn, int i, double truth) {
    double[] all = Arrays.stream(drawn).mapToDouble(g -> g[i]).toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double variance = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / (all.length - 1);
    return (mean - truth) / Math.sqrt(variance / all.length);
  }

  @Test
  void theMinibatchesOfAnEpochTogetherAreTheWholeTable() {
    Twins twins = Twins.draw(Loss.CROSS_ENTROPY);
    double[] whole = new double[twins.at.length];
    new DoubleBackprop(twins.spec, twins.weighted, new Team(1))
        .gradient(SmallRows.doubles(twins.at), whole);
    Backprop engine = new Backprop(twins.spec, twins.weighted, new Team(1), twins.weighted.rows());
    int[] order = Batches.order(ROWS, 1, 0);
    double[] sum = new double[whole.length];
    for (int from = 0; from < ROWS; from += 7) {
      int to = Math.min(ROWS, from + 7);
      float[] gradient = new float[whole.length];
      engine.gradient(twins.at, order, from, to, Dropout.NONE, gradient);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (double) gradient[i] * (to - from) / ROWS;
      }
    }
    assertArrayEquals(whole, sum, 1e-6, "nine batches, roundings of 6e-8");
  }

  @Test
  void balancedClassesWeighTheSameInTheGradient() {
    NetworkSpec spec = network(Loss.CROSS_ENTROPY);
    SplitMix random = new SplitMix(17);
    Dataset data = SmallRows.draw(spec, ROWS, true, random);
    double[] at = SmallRows.doubles(SmallRows.parameters(spec, random));
    double[] expected = new double[at.length];
    for (int k = 0; k < 3; k++) {
      int label = k;
      int[] rows = IntStream.range(0, ROWS).filter(r -> data.targets()[r][label] == 1).toArray();
      double[] weights = Arrays.stream(rows).mapToDouble(r -> data.weights()[r]).toArray();
      double[] ofClass = new double[at.length];
      new DoubleBackprop(spec, pick(data, rows, weights), new Team(1)).gradient(at, ofClass);
      for (int i = 0; i < at.length; i++) {
        expected[i] += ofClass[i] / 3;
      }
    }
    double[] balanced = new double[at.length];
    new DoubleBackprop(spec, data.balanced(3), new Team(1)).gradient(at, balanced);
    assertArrayEquals(expected, balanced, ROUNDING, "the mean of the three classes' slopes");
  }
}
