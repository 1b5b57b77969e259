package org.backpropnet.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.backpropnet.function.Activation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The float loops of every activation: nanoseconds per number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ActivationBenchmark {
  private static final int NUMBERS = 1024;

  /** Which one. */
  @Param public Activation activation;

  private final float[] z = new float[NUMBERS];
  private final float[] a = new float[NUMBERS];
  private final float[] delta = new float[NUMBERS];

  /** Sums from -4 to 4. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < NUMBERS; i++) {
      z[i] = (float) (random.nextDouble() * 8 - 4);
    }
    activation.apply(z, a, 0, NUMBERS);
  }

  /** Outputs. */
  @Benchmark
  @OperationsPerInvocation(NUMBERS)
  public float[] apply() {
    activation.apply(z, a, 0, NUMBERS);
    return a;
  }

  /** Slopes; the filling keeps the numbers from sinking to 0, where arithmetic is slow. */
  @Benchmark
  @OperationsPerInvocation(NUMBERS)
  public float[] scaleBySlope() {
    java.util.Arrays.fill(delta, 1f);
    activation.scaleBySlope(z, a, delta, 0, NUMBERS);
    return delta;
  }
}
