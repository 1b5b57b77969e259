package org.backpropnet.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Objective;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.OptimizerRun;
import org.backpropnet.testing.Golden;
import org.backpropnet.textbook.TextbookBackprop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss, gradient and steps of two small trainings against those of PyTorch. */
class TrainingGoldenTest {
  /** Ten steps of some hundred operations on numbers near 1, rounded by 1.1e-16 each. */
  private static final double DOUBLE = 1e-13;

  /** The data set holds its numbers in single precision: 6e-8 of targets up to 2. */
  private static final double SINGLE_ROWS = 2e-7;

  /** Ten steps in single precision: as many roundings of 6e-8, partly up and partly down. */
  private static final double FLOAT = 2e-6;

  private static final Golden ROWS = Golden.read("mlp_rows.csv");

  static List<Case> trainings() {
    return List.of(
        Case.of("mlp_classifier.csv", Activation.TANH, 2, Loss.CROSS_ENTROPY),
        Case.of("mlp_regression.csv", Activation.SOFTPLUS, 1, Loss.SQUARED_ERROR));
  }

  private record Case(Golden golden, NetworkSpec spec) {
    static Case of(String file, Activation bend, int outputs, Loss loss) {
      List<LayerSpec> hidden = List.of(new LayerSpec(3, bend));
      return new Case(
          Golden.read(file), new NetworkSpec(2, hidden, outputs, Activation.IDENTITY, loss));
    }

    double[] parameters(String what) {
      return golden.where("what", what).parameters(0);
    }

    double loss(String what) {
      return golden.where("what", what).number(0, "loss");
    }

    TextbookBackprop.Rows rows() {
      double[][] inputs = new double[ROWS.rows().size()][];
      double[][] targets = new double[inputs.length][spec.outputs()];
      double[] weights = new double[inputs.length];
      for (int r = 0; r < inputs.length; r++) {
        inputs[r] = new double[] {ROWS.number(r, "x0"), ROWS.number(r, "x1")};
        if (spec.loss().forClasses()) {
          targets[r][(int) ROWS.number(r, "class")] = 1;
        } else {
          targets[r][0] = ROWS.number(r, "number");
        }
        weights[r] = 1;
      }
      return new TextbookBackprop.Rows(inputs, targets, weights);
    }

    Dataset data() {
      TextbookBackprop.Rows rows = rows();
      float[][] dense = Arrays.stream(rows.inputs()).map(Case::floats).toArray(float[][]::new);
      float[][] targets = Arrays.stream(rows.targets()).map(Case::floats).toArray(float[][]::new);
      return new Dataset(dense, new int[dense.length][0], targets, rows.weights(), 2);
    }

    static float[] floats(double[] numbers) {
      float[] narrow = new float[numbers.length];
      for (int i = 0; i < narrow.length; i++) {
        narrow[i] = (float) numbers[i];
      }
      return narrow;
    }

    double textbook(double[] at, double[] gradient) {
      TextbookBackprop textbook = new TextbookBackprop(spec);
      double[] slope = textbook.gradient(at, rows(), Penalty.NONE, Dropout.NONE);
      System.arraycopy(slope, 0, gradient, 0, slope.length);
      return textbook.loss(at, rows(), Penalty.NONE, Dropout.NONE);
    }
  }

  private record Walk(String name, Optimizer optimizer, double rate) {
    static final List<Walk> ALL =
        List.of(
            new Walk("gradient-descent", new Optimizer.GradientDescent(), 0.1),
            new Walk("adam", new Optimizer.Adam(0.9, 0.999, 1e-8), 0.01));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void theTextbookWalksAsPyTorchDoes(Case training) {
    assertStart(training, training::textbook, DOUBLE);
    assertWalks(training, training::textbook, DOUBLE);
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void theDoubleEngineWalksAsPyTorchDoes(Case training) {
    DoubleBackprop engine = new DoubleBackprop(training.spec, training.data(), new Team(1));
    assertStart(training, engine::gradient, SINGLE_ROWS);
    assertWalks(training, engine::gradient, SINGLE_ROWS);
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void theFloatEngineWalksAsPyTorchDoes(Case training) {
    Backprop engine =
        new Backprop(training.spec, training.data(), new Team(1), training.data().rows());
    int[] rows = {0, 1, 2, 3, 4};
    for (Walk walk : Walk.ALL) {
      float[] at = Case.floats(training.parameters("start"));
      float[] slope = new float[at.length];
      OptimizerRun run = walk.optimizer.start(at.length);
      for (int step = 1; step <= 10; step++) {
        double loss = engine.gradient(at, rows, 0, rows.length, Dropout.NONE, slope);
        if (step == 1) {
          assertEquals(training.loss("start"), loss, FLOAT);
          assertArrayEquals(training.parameters("gradient"), SmallRows.doubles(slope), FLOAT);
        }
        run.step(at, slope, walk.rate);
        if (step == 1 || step == 10) {
          String what = walk.name + "-" + step;
          assertArrayEquals(training.parameters(what), SmallRows.doubles(at), FLOAT, what);
        }
      }
      assertEquals(training.loss(walk.name + "-10"), engine.loss(at), FLOAT);
    }
  }

  private static void assertStart(Case training, Objective objective, double tolerance) {
    double[] start = training.parameters("start");
    double[] gradient = new double[start.length];
    double loss = objective.valueAndGradient(start, gradient);
    assertEquals(training.loss("start"), loss, tolerance);
    assertArrayEquals(training.parameters("gradient"), gradient, tolerance);
  }

  private static void assertWalks(Case training, Objective objective, double tolerance) {
    for (Walk walk : Walk.ALL) {
      double[] at = training.parameters("start");
      OptimizerRun run = walk.optimizer.start(at.length);
      for (int step = 1; step <= 10; step++) {
        run.step(at, objective, walk.rate);
        if (step == 1 || step == 10) {
          String what = walk.name + "-" + step;
          assertArrayEquals(training.parameters(what), at, tolerance, what);
          double loss = objective.valueAndGradient(at, new double[at.length]);
          assertEquals(training.loss(what), loss, tolerance, what);
        }
      }
    }
  }
}
