package org.backpropnet.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.backpropnet.optimize.Optimizer.Adam;
import org.backpropnet.optimize.Optimizer.AdamW;
import org.backpropnet.optimize.Optimizer.GradientDescent;
import org.backpropnet.optimize.Optimizer.Lbfgs;
import org.backpropnet.optimize.Optimizer.Momentum;
import org.backpropnet.optimize.Optimizer.Nesterov;
import org.backpropnet.optimize.Optimizer.RmsProp;
import org.backpropnet.optimize.Optimizer.Rprop;
import org.backpropnet.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten steps of each optimiser against those of PyTorch. */
class OptimizerGoldenTest {
  /** Ten steps of about ten operations, each rounded by up to 1.1e-16 of a number near 1. */
  private static final double DOUBLE = 1e-14;

  /** The same with the 6e-8 of single precision, partly up and partly down. */
  private static final double FLOAT = 1e-6;

  private static final Golden ALL = Golden.read("optimizers.csv");

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.ofEntries(
          Map.entry("gradient-descent", new GradientDescent()),
          Map.entry("momentum", new Momentum(0.9)),
          Map.entry("nesterov", new Nesterov(0.9)),
          Map.entry("rmsprop", new RmsProp(0.99, 1e-8)),
          Map.entry("adam-0.999", new Adam(0.9, 0.999, 1e-8)),
          Map.entry("adam-0.95", new Adam(0.9, 0.95, 1e-8)),
          Map.entry("adamw-0.95", new AdamW(new Adam(0.9, 0.95, 1e-8), 0.01)),
          Map.entry("rprop", new Rprop(0.5, 1.2)),
          Map.entry("rprop-longest-steps", new Rprop(0.5, 1.2)),
          Map.entry("rprop-shortest-steps", new Rprop(0.5, 1.2)));

  static List<String> names() {
    return ALL.texts("optimizer").stream().distinct().toList();
  }

  static List<String> minibatchNames() {
    return names().stream().filter(name -> !OPTIMIZERS.get(name).fullBatchOnly()).toList();
  }

  @Test
  void theBowlIsTheOneThatPyTorchSaw() {
    Golden golden = Golden.read("bowl.csv");
    double[] gradient = new double[4];
    double value = new Bowl().valueAndGradient(golden.numbers("start"), gradient);
    assertEquals(8.67, value, 1e-14, "a few roundings of a number near 8");
    assertArrayEquals(golden.numbers("gradient"), gradient, 1e-14, "roundings of numbers near 8");
  }

  @ParameterizedTest
  @MethodSource("names")
  void tenStepsInDoubleAreThoseOfPyTorch(String name) {
    Golden golden = ALL.where("optimizer", name);
    assertEquals(11, golden.rows().size(), "the start and ten steps");
    double[] p = golden.parameters(0);
    OptimizerRun run = OPTIMIZERS.get(name).start(p.length);
    for (int step = 1; step <= 10; step++) {
      run.step(p, new Bowl(), golden.number(step, "rate"));
      assertClose(golden.parameters(step), p, DOUBLE, "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("minibatchNames")
  void tenStepsInFloatAreThoseOfPyTorch(String name) {
    Golden golden = ALL.where("optimizer", name);
    float[] p = floats(golden.parameters(0));
    OptimizerRun run = OPTIMIZERS.get(name).start(p.length);
    for (int step = 1; step <= 10; step++) {
      run.step(p, slopeOfTheBowl(p), golden.number(step, "rate"));
      assertClose(golden.parameters(step), doubles(p), FLOAT, "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRunInDoubleThatIsSavedAndRestoredGoesOnBitForBit(String name) {
    Golden golden = ALL.where("optimizer", name);
    double rate = golden.number(0, "rate");
    double[] unbroken = golden.parameters(0);
    OptimizerRun run = OPTIMIZERS.get(name).start(unbroken.length);
    walk(run, unbroken, rate, 4);
    double[] resumed = unbroken.clone();
    OptimizerRun later = OPTIMIZERS.get(name).start(resumed.length);
    later.restore(run.state());
    walk(run, unbroken, rate, 6);
    walk(later, resumed, rate, 6);
    assertArrayEquals(unbroken, resumed);
  }

  @ParameterizedTest
  @MethodSource("minibatchNames")
  void aRunInFloatThatIsSavedAndRestoredGoesOnBitForBit(String name) {
    Golden golden = ALL.where("optimizer", name);
    double rate = golden.number(0, "rate");
    float[] unbroken = floats(golden.parameters(0));
    OptimizerRun run = OPTIMIZERS.get(name).start(unbroken.length);
    walk(run, unbroken, rate, 4);
    float[] resumed = unbroken.clone();
    OptimizerRun later = OPTIMIZERS.get(name).start(resumed.length);
    later.restore(run.state());
    walk(run, unbroken, rate, 6);
    walk(later, resumed, rate, 6);
    assertArrayEquals(unbroken, resumed);
  }

  @Test
  void everyOptimizerButLbfgsHasAGoldenWalk() {
    Set<Class<?>> walked =
        names().stream().map(name -> OPTIMIZERS.get(name).getClass()).collect(Collectors.toSet());
    Set<Class<?>> all = new HashSet<>(Set.of(Optimizer.class.getPermittedSubclasses()));
    all.remove(Lbfgs.class); // It may take another path to the same minimum: LbfgsGoldenTest.
    assertEquals(all, walked);
  }

  private static void walk(OptimizerRun run, double[] p, double rate, int steps) {
    for (int step = 0; step < steps; step++) {
      run.step(p, new Bowl(), rate);
    }
  }

  private static void walk(OptimizerRun run, float[] p, double rate, int steps) {
    for (int step = 0; step < steps; step++) {
      run.step(p, slopeOfTheBowl(p), rate);
    }
  }

  private static float[] slopeOfTheBowl(float[] p) {
    double[] gradient = new double[p.length];
    new Bowl().valueAndGradient(doubles(p), gradient);
    return floats(gradient);
  }

  private static void assertClose(
      double[] expected, double[] actual, double tolerance, String what) {
    for (int i = 0; i < expected.length; i++) {
      double bound = tolerance * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], actual[i], bound, what);
    }
  }

  private static float[] floats(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  private static double[] doubles(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }
}
