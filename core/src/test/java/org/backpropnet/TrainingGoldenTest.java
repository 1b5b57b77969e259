package org.backpropnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.engine.Backprop;
import org.backpropnet.engine.DoubleBackprop;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.optimize.Optimizer;
import org.backpropnet.optimize.OptimizerRun;
import org.backpropnet.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings beside PyTorch, SciPy and scikit-learn: gradient, one step, ten, a minimum. */
class TrainingGoldenTest {
  private static final NetworkSpec CLASSIFIER =
      new NetworkSpec(2, hidden(Activation.TANH), 2, Activation.IDENTITY, Loss.CROSS_ENTROPY);
  private static final NetworkSpec REGRESSION =
      new NetworkSpec(2, hidden(Activation.SOFTPLUS), 1, Activation.IDENTITY, Loss.SQUARED_ERROR);

  private static List<LayerSpec> hidden(Activation activation) {
    return List.of(new LayerSpec(3, activation));
  }

  private static NetworkSpec spec(String name) {
    return name.equals("mlp_classifier") ? CLASSIFIER : REGRESSION;
  }

  private static Dataset rows(String file, String target, int outputs) {
    Golden golden = Golden.read(file);
    int count = golden.rows().size();
    float[][] dense = new float[count][];
    float[][] targets = new float[count][outputs];
    double[] weights = new double[count];
    for (int r = 0; r < count; r++) {
      dense[r] = new float[] {(float) golden.number(r, "x0"), (float) golden.number(r, "x1")};
      double truth = golden.number(r, target);
      if (outputs == 1) {
        targets[r][0] = (float) truth;
      } else {
        targets[r][(int) truth] = 1;
      }
      weights[r] = 1;
    }
    return new Dataset(dense, new int[count][0], targets, weights, 2);
  }

  private static Dataset rows(String name) {
    boolean classes = name.equals("mlp_classifier");
    return rows("mlp_rows.csv", classes ? "class" : "number", classes ? 2 : 1);
  }

  private static OptimizerRun run(String optimizer, int size) {
    Optimizer method =
        optimizer.equals("adam")
            ? new Optimizer.Adam(0.9, 0.999, 1e-8)
            : new Optimizer.GradientDescent();
    return method.start(size);
  }

  private static double rate(String optimizer) {
    return optimizer.equals("adam") ? 0.01 : 0.1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp_classifier", "mlp_regression"})
  void stepsInDoubleAreThoseOfPyTorch(String name) {
    Golden golden = Golden.read(name + ".csv");
    DoubleBackprop engine = new DoubleBackprop(spec(name), rows(name), new Team(1));
    double[] gradient = new double[spec(name).parameterCount()];
    double[] start = golden.where("what", "start").parameters(0);
    double loss = engine.gradient(start, gradient);
    Golden slope = golden.where("what", "gradient");
    assertClose(slope.parameters(0), gradient, slope.number(0, "loss"), loss, 1e-6);
    for (String optimizer : List.of("gradient-descent", "adam")) {
      double[] p = start.clone();
      OptimizerRun run = run(optimizer, p.length);
      for (int step = 1; step <= 10; step++) {
        run.step(p, engine::gradient, rate(optimizer));
        if (step == 1 || step == 10) {
          Golden after = golden.where("what", optimizer + "-" + step);
          // The rows' targets and inputs were rounded to single precision: 6e-8 of numbers near 1.
          assertClose(after.parameters(0), p, after.number(0, "loss"), engine.loss(p), 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp_classifier", "mlp_regression"})
  void stepsInFloatAreThoseOfPyTorch(String name) {
    Golden golden = Golden.read(name + ".csv");
    Dataset rows = rows(name);
    Backprop engine = new Backprop(spec(name), rows, new Team(1));
    int[] order = {0, 1, 2, 3, 4};
    float[] gradient = new float[spec(name).parameterCount()];
    double[] start = golden.where("what", "start").parameters(0);
    for (String optimizer : List.of("gradient-descent", "adam")) {
      float[] p = new float[start.length];
      for (int i = 0; i < p.length; i++) {
        p[i] = (float) start[i];
      }
      OptimizerRun run = run(optimizer, p.length);
      for (int step = 1; step <= 10; step++) {
        engine.gradient(p, order, 0, order.length, Dropout.NONE, gradient);
        run.step(p, gradient, rate(optimizer));
        if (step == 1 || step == 10) {
          Golden after = golden.where("what", optimizer + "-" + step);
          // Ten steps of single precision. Adam divides by the slope's own size, so that the
          // rounding of a slope near nothing becomes a part of the step of 0.01.
          assertClose(
              after.parameters(0), doubles(p), after.number(0, "loss"), engine.loss(p), 2e-5);
        }
      }
    }
  }

  @Test
  void lbfgsFindsTheOnlyMinimumOfALogisticRegression() {
    NetworkSpec spec =
        new NetworkSpec(2, List.of(), 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
    Golden golden = Golden.read("lbfgs_logistic.csv");
    double[] p = golden.where("what", "start").parameters(0);
    double value = descend(spec, rows("lbfgs_rows.csv", "yes", 1), p, 0.1);
    Golden minimum = golden.where("what", "minimum");
    // L-BFGS ends where a step gains less than 1e-8. With a curvature of at least 0.1, the decay,
    // that is within sqrt(2 * 1e-8 / 0.1) of the minimum.
    assertEquals(minimum.number(0, "loss"), value, 1e-8);
    assertArrayEquals(minimum.parameters(0), p, 4.5e-4);
  }

  @Test
  void lbfgsFindsTheMinimumOfASmallNetwork() {
    NetworkSpec spec =
        new NetworkSpec(2, hidden(Activation.TANH), 3, Activation.IDENTITY, Loss.CROSS_ENTROPY);
    Golden golden = Golden.read("lbfgs_mlp.csv");
    double[] p = golden.where("what", "start").parameters(0);
    double value = descend(spec, rows("lbfgs_rows.csv", "class", 3), p, 0.01);
    // The minimum is not unique (biases may move together), its value is.
    assertEquals(golden.where("what", "minimum").number(0, "loss"), value, 1e-6);
  }

  private static double descend(NetworkSpec spec, Dataset rows, double[] p, double decay) {
    DoubleBackprop engine = new DoubleBackprop(spec, rows, new Team(1));
    Parameters layout = Parameters.of(spec);
    Penalty penalty = new Penalty(0, decay);
    OptimizerRun run = new Optimizer.Lbfgs(10).start(p.length);
    boolean converged = false;
    for (int step = 0; step < 500 && !converged; step++) {
      OptimizerRun.Outcome outcome =
          run.step(
              p,
              (at, gradient) -> {
                double loss = engine.gradient(at, gradient);
                layout.addPenaltySlope(at, penalty, gradient);
                return loss + layout.penalty(at, penalty);
              },
              1);
      converged = outcome.converged();
    }
    return engine.loss(p) + layout.penalty(p, penalty);
  }

  private static double[] doubles(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  private static void assertClose(
      double[] expected, double[] actual, double loss, double found, double tolerance) {
    assertEquals(loss, found, tolerance);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance * Math.max(1, Math.abs(expected[i])));
    }
  }
}
