package org.backpropnet.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.optimize.Optimizer.Lbfgs;
import org.backpropnet.testing.Golden;
import org.backpropnet.textbook.TextbookBackprop;
import org.junit.jupiter.api.Test;

/** L-BFGS comes to the minimum that scikit-learn and SciPy found, by its own path. */
class LbfgsGoldenTest {
  private static final Golden ROWS = Golden.read("lbfgs_rows.csv");
  private static final NetworkSpec LOGISTIC =
      new NetworkSpec(2, List.of(), 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
  private static final NetworkSpec MLP =
      new NetworkSpec(
          2,
          List.of(new LayerSpec(3, Activation.TANH)),
          3,
          Activation.IDENTITY,
          Loss.CROSS_ENTROPY);

  private record Fit(NetworkSpec spec, double decay, double[][] targets) implements Objective {
    @Override
    public double valueAndGradient(double[] parameters, double[] gradient) {
      TextbookBackprop textbook = new TextbookBackprop(spec);
      TextbookBackprop.Rows rows = rows();
      Penalty penalty = new Penalty(0, decay);
      double[] slope = textbook.gradient(parameters, rows, penalty, Dropout.NONE);
      System.arraycopy(slope, 0, gradient, 0, slope.length);
      return textbook.loss(parameters, rows, penalty, Dropout.NONE);
    }

    private TextbookBackprop.Rows rows() {
      double[] x0 = ROWS.numbers("x0");
      double[] x1 = ROWS.numbers("x1");
      double[][] inputs = new double[x0.length][];
      double[] weights = new double[x0.length];
      for (int r = 0; r < inputs.length; r++) {
        inputs[r] = new double[] {x0[r], x1[r]};
        weights[r] = 1;
      }
      return new TextbookBackprop.Rows(inputs, targets, weights);
    }

    /** Up to 100 steps, fewer if one of them finds nothing more to gain. */
    double[] minimum(double[] start) {
      double[] at = start.clone();
      OptimizerRun run = new Lbfgs(10).start(at.length);
      for (int step = 0; step < 100; step++) {
        run.step(at, this, 1);
      }
      return at;
    }

    double value(double[] at) {
      return valueAndGradient(at, new double[at.length]);
    }
  }

  private static Fit logistic() {
    double[] yes = ROWS.numbers("yes");
    double[][] targets = new double[yes.length][];
    for (int r = 0; r < targets.length; r++) {
      targets[r] = new double[] {yes[r]};
    }
    return new Fit(LOGISTIC, 0.1, targets);
  }

  private static Fit mlp() {
    double[] k = ROWS.numbers("class");
    double[][] targets = new double[k.length][3];
    for (int r = 0; r < targets.length; r++) {
      targets[r][(int) k[r]] = 1;
    }
    return new Fit(MLP, 0.01, targets);
  }

  @Test
  void bothObjectivesAreTheGoldenOnesAtTheStartAndAtTheMinimum() {
    assertObjective(Golden.read("lbfgs_logistic.csv"), logistic());
    assertObjective(Golden.read("lbfgs_mlp.csv"), mlp());
  }

  private static void assertObjective(Golden golden, Fit fit) {
    for (String what : List.of("start", "minimum")) {
      Golden row = golden.where("what", what);
      // Mean of 30 rows, a few roundings of 1.1e-16 each.
      assertEquals(row.number(0, "loss"), fit.value(row.parameters(0)), 1e-14, what);
    }
  }

  @Test
  void theOnlyMinimumOfALogisticRegressionIsFound() {
    Golden golden = Golden.read("lbfgs_logistic.csv");
    Fit fit = logistic();
    double[] found = fit.minimum(golden.where("what", "start").parameters(0));
    Golden minimum = golden.where("what", "minimum");
    assertEquals(minimum.number(0, "loss"), fit.value(found), 1e-12);
    // The walk ends at a slope of 1e-8; the bowl's curvature is near 0.1: 1e-7 from the bottom.
    assertArrayEquals(minimum.parameters(0), found, 2e-7);
  }

  @Test
  void theMinimumBelowTheStartOfANetworkIsFound() {
    Golden golden = Golden.read("lbfgs_mlp.csv");
    Fit fit = mlp();
    double[] found = fit.minimum(golden.where("what", "start").parameters(0));
    // At a slope of 1e-8 and curvatures from 0.01 on, half of 1e-16 / 0.01 is left to gain.
    assertEquals(golden.where("what", "minimum").number(0, "loss"), fit.value(found), 1e-12);
  }
}
