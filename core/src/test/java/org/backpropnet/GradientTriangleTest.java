package org.backpropnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Thermometers;
import org.backpropnet.engine.Backprop;
import org.backpropnet.engine.DoubleBackprop;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.Slope;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The triangle of trust: a slope that is measured by nudging, the textbook's, and the engines'. Any
 * two of them catch an error of the third.
 */
class GradientTriangleTest {
  private static final int DENSE = 3;

  /**
   * Three numbers, a category of three labels, a flag for a missing number, and thermometers of
   * three and two bins.
   */
  private static final int INPUTS = 12;

  private static final int FLAG = 6;
  private static final int[] STARTS = {7, 10, INPUTS};

  private static final int UNITS = 3;
  private static final double NUDGE = 1e-3;

  private static final List<Penalty> PENALTIES =
      List.of(new Penalty(0, 0), new Penalty(0.03, 0), new Penalty(0, 0.2), new Penalty(0.03, 0.2));

  private static final List<Activation> OUTPUTS =
      List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU);

  /** How many slopes were compared, and how many were passed over because of a corner. */
  private int measured;

  private int skipped;

  @ParameterizedTest
  @EnumSource(Activation.class)
  void measuredSlopeTextbookAndEnginesAgree(Activation activation) {
    long seed = 1;
    for (NetworkSpec spec : networks(activation)) {
      Dataset data = data(spec, 7, seed++);
      float[] parameters = parameters(spec, seed++);
      for (Penalty penalty : PENALTIES) {
        for (double rate : new double[] {0, 0.4}) {
          compare(new Case(spec, data, parameters, penalty, new Dropout(rate, seed, 3)));
        }
      }
    }
    assertTrue(skipped < 0.05 * measured, skipped + " of " + measured + " slopes lie at a corner");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 11, 12, 13, 130, 1024, 1025, 2500})
  void batchesOfAnySizeHaveTheTextbooksSlope(int rows) {
    for (int units : new int[] {2, 5, 17, 60}) {
      List<LayerSpec> hidden =
          List.of(
              new LayerSpec(units, Activation.TANH),
              new LayerSpec(2 * units, Activation.TANH),
              new LayerSpec(3, Activation.SOFTPLUS));
      NetworkSpec spec =
          new NetworkSpec(INPUTS, hidden, 3, Activation.IDENTITY, Loss.CROSS_ENTROPY);
      Dataset data = data(spec, rows, rows + units);
      compareEngines(
          new Case(spec, data, parameters(spec, rows), PENALTIES.get(0), Dropout.NONE), 2);
    }
  }

  private static List<NetworkSpec> networks(Activation activation) {
    List<NetworkSpec> specs = new ArrayList<>();
    for (int depth = 0; depth <= 3; depth++) {
      List<LayerSpec> hidden = Collections.nCopies(depth, new LayerSpec(UNITS, activation));
      for (Loss loss : Loss.values()) {
        int outputs = loss == Loss.CROSS_ENTROPY ? 3 : loss == Loss.BINARY_CROSS_ENTROPY ? 1 : 2;
        for (Activation output : loss.forClasses() ? OUTPUTS.subList(0, 1) : OUTPUTS) {
          Activation real = loss.outputActivation(output);
          specs.add(new NetworkSpec(INPUTS, hidden, outputs, real, loss));
        }
      }
    }
    return specs;
  }

  private static Dataset data(NetworkSpec spec, int rows, long seed) {
    SplitMix random = new SplitMix(seed);
    float[][] dense = new float[rows][DENSE];
    int[][] active = new int[rows][2];
    int[][] bins = new int[rows][];
    float[][] fractions = new float[rows][];
    float[][] targets = new float[rows][spec.outputs()];
    double[] weights = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < DENSE; k++) {
        dense[r][k] = (float) (3 * random.nextDouble() - 1.5);
      }
      active[r][0] = random.nextInt(4) == 0 ? -1 : DENSE + random.nextInt(3);
      active[r][1] = random.nextInt(3) == 0 ? FLAG : -1;
      // Where the flag is up, the first thermometer's number is missing.
      bins[r] = new int[] {active[r][1] == FLAG ? -1 : random.nextInt(3), random.nextInt(2)};
      float share = active[r][1] == FLAG ? 0 : (float) random.nextDouble();
      fractions[r] = new float[] {share, (float) random.nextDouble()};
      if (spec.loss() == Loss.CROSS_ENTROPY) {
        targets[r][random.nextInt(3)] = 1;
      } else {
        for (int o = 0; o < spec.outputs(); o++) {
          boolean yesOrNo = spec.loss().forClasses();
          targets[r][o] = yesOrNo ? random.nextInt(2) : (float) (4 * random.nextDouble() - 2);
        }
      }
      weights[r] = 0.25 + 2 * random.nextDouble();
    }
    Thermometers thermometers = new Thermometers(STARTS, bins, fractions);
    return new Dataset(dense, active, thermometers, targets, weights, DENSE);
  }

  private static float[] parameters(NetworkSpec spec, long seed) {
    SplitMix random = new SplitMix(seed);
    float[] parameters = new float[spec.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) (1.6 * random.nextDouble() - 0.8);
    }
    return parameters;
  }

  private record Case(
      NetworkSpec spec, Dataset data, float[] single, Penalty penalty, Dropout dropout) {
    double[] parameters() {
      double[] parameters = new double[single.length];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = single[i];
      }
      return parameters;
    }

    TextbookBackprop.Rows rows() {
      double[][] inputs = new double[data.rows()][INPUTS];
      double[][] targets = new double[data.rows()][spec.outputs()];
      for (int r = 0; r < data.rows(); r++) {
        for (int k = 0; k < DENSE; k++) {
          inputs[r][k] = data.dense()[r][k];
        }
        for (int one : data.active()[r]) {
          if (one >= 0) {
            inputs[r][one] = 1;
          }
        }
        for (int t = 0; t < data.thermometers().count(); t++) {
          int bin = data.thermometers().bins()[r][t];
          for (int b = 0; b <= bin; b++) {
            inputs[r][STARTS[t] + b] = b < bin ? 1 : data.thermometers().fractions()[r][t];
          }
        }
        for (int o = 0; o < spec.outputs(); o++) {
          targets[r][o] = data.targets()[r][o];
        }
      }
      return new TextbookBackprop.Rows(inputs, targets, data.weights());
    }
  }

  private void compare(Case c) {
    TextbookBackprop book = new TextbookBackprop(c.spec);
    TextbookBackprop.Rows rows = c.rows();
    double[] parameters = c.parameters();
    double[] slope = book.gradient(parameters, rows, c.penalty, c.dropout);
    double largest = Arrays.stream(slope).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < slope.length; i++) {
      measured++;
      if (corner(book, c, rows, parameters, i)) {
        skipped++;
        continue;
      }
      double nudged =
          Slope.measure(p -> book.loss(p, rows, c.penalty, c.dropout), parameters, i, NUDGE);
      // Relative, but a slope near nothing is measured through the rounding of the whole loss.
      double tolerance = 1e-6 * Math.max(Math.abs(slope[i]), 0.01 * largest + 1e-5);
      int place = i;
      assertEquals(nudged, slope[i], tolerance, () -> "slope " + place + " in " + c);
    }
    compareEngines(c, 1);
  }

  /** Whether a nudge carries any sum or miss over a corner, where no single slope exists. */
  private static boolean corner(
      TextbookBackprop book, Case c, TextbookBackprop.Rows rows, double[] parameters, int i) {
    double kept = parameters[i];
    parameters[i] = kept - NUDGE;
    String below = sides(book, c, rows, parameters);
    parameters[i] = kept + NUDGE;
    String above = sides(book, c, rows, parameters);
    parameters[i] = kept;
    boolean signChange = c.penalty.l1() > 0 && Math.abs(kept) <= NUDGE;
    return signChange || !below.equals(above);
  }

  private static String sides(
      TextbookBackprop book, Case c, TextbookBackprop.Rows rows, double[] parameters) {
    StringBuilder sides = new StringBuilder();
    for (int r = 0; r < rows.weights().length; r++) {
      Trace trace = book.forward(parameters, rows.inputs()[r], c.dropout, r);
      for (double[] layer : trace.z()) {
        for (double z : layer) {
          sides.append(z > 0 ? '+' : '-');
        }
      }
      for (int o = 0; o < trace.answer().length; o++) {
        double miss = trace.answer()[o] - rows.targets()[r][o];
        sides.append(miss > 1 ? '3' : miss > 0 ? '2' : miss > -1 ? '1' : '0');
      }
    }
    return sides.toString();
  }

  private static void compareEngines(Case c, int threads) {
    double[] parameters = c.parameters();
    TextbookBackprop book = new TextbookBackprop(c.spec);
    double[] slope = book.gradient(parameters, c.rows(), c.penalty, c.dropout);
    double loss = book.loss(parameters, c.rows(), new Penalty(0, 0), c.dropout);
    double largest = Arrays.stream(slope).map(Math::abs).max().orElseThrow();
    Parameters layout = Parameters.of(c.spec);
    Team team = new Team(threads);
    team.start();
    try {
      int[] order = new int[c.data.rows()];
      Arrays.setAll(order, i -> i);
      float[] single = new float[slope.length];
      Arrays.fill(single, Float.NaN);
      double singleLoss =
          new Backprop(c.spec, c.data, team, c.data.rows())
              .gradient(c.single, order, 0, order.length, c.dropout, single);
      layout.addPenaltySlope(c.single, c.penalty, single, 0, single.length);
      // Single precision, 24 bits, through a few dozen operations; parts of a sum may cancel.
      assertEquals(loss, singleLoss, 1e-5 * Math.max(1, loss), () -> "loss in " + c);
      assertNear(slope, single, 1e-4, 0.01 * largest + 1e-4, c);
      if (c.dropout.rate() == 0) {
        double[] full = new double[slope.length];
        double fullLoss = new DoubleBackprop(c.spec, c.data, team).gradient(parameters, full);
        layout.addPenaltySlope(parameters, c.penalty, full);
        // The same numbers added in another order, in double precision.
        assertEquals(loss, fullLoss, 1e-12 * Math.max(1, loss), () -> "loss in " + c);
        for (int i = 0; i < full.length; i++) {
          double tolerance = 1e-11 * Math.max(Math.abs(slope[i]), 0.01 * largest);
          assertEquals(slope[i], full[i], tolerance, () -> "double precision, " + c);
        }
      }
    } finally {
      team.close();
    }
  }

  private static void assertNear(
      double[] expected, float[] actual, double relative, double least, Case c) {
    for (int i = 0; i < expected.length; i++) {
      double tolerance = relative * Math.max(Math.abs(expected[i]), least);
      int place = i;
      assertEquals(expected[i], actual[i], tolerance, () -> "slope " + place + " in " + c);
    }
  }
}
