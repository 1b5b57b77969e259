package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.backpropnet.math.Kernels;
import org.backpropnet.math.Kernels.Window;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The three products of a layer, cut as the engine cuts them, without the turning round. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
  private static final Kernels KERNELS = Kernels.best();

  /** Rows and units that the engine hands to the kernel at once. */
  private static final int TILE = 256;

  private static final int BLOCK = 4;

  /** Task and shape: batch x inputs x units. Layers of T3, T4 and T5. */
  @Param({
    "T3-128x54x128",
    "T3-128x128x64",
    "T3-128x64x7",
    "T4-128x784x512",
    "T4-128x512x256",
    "T4-128x256x10",
    "T5-1024x28x64",
    "T5-1024x64x64"
  })
  public String shape;

  /** Which product. */
  @Param({"forward", "dW", "dX"})
  public String product;

  private final List<Runnable> calls = new ArrayList<>();

  /** Flops of a shape's product. */
  static double flops(String shape) {
    int[] n = sizes(shape);
    return 2.0 * n[0] * n[1] * n[2];
  }

  /** Whether the engine has that product: the first layer passes no blame down. */
  static boolean needed(String shape, String product) {
    boolean first = shape.contains("x54x") || shape.contains("x784x") || shape.contains("x28x");
    return !(first && product.equals("dX"));
  }

  private static int[] sizes(String shape) {
    String[] text = shape.substring(shape.indexOf('-') + 1).split("x", -1);
    return new int[] {
      Integer.parseInt(text[0]), Integer.parseInt(text[1]), Integer.parseInt(text[2])
    };
  }

  /** Lays out the numbers. */
  @Setup
  public void prepare() {
    int[] n = sizes(shape);
    int batch = n[0];
    int inputs = n[1];
    int units = n[2];
    calls.clear();
    float[] weights = numbers(1, units * inputs)[0];
    switch (product) {
      case "forward" ->
          tiles(new Window(weights, 0, inputs, 1), numbers(inputs, batch), new float[units][batch]);
      case "dX" ->
          tiles(new Window(weights, 0, 1, inputs), numbers(units, batch), new float[inputs][batch]);
      default -> {
        boolean wide = inputs >= 48 || inputs >= units;
        slopes(batch, wide ? inputs : units, wide ? units : inputs);
      }
    }
  }

  private void tiles(Window w, float[][] x, float[][] z) {
    for (int from = 0; from < z[0].length; from += TILE) {
      int start = from;
      int end = Math.min(z[0].length, from + TILE);
      calls.add(() -> KERNELS.addProducts(w, x, x.length, z, start, end));
    }
  }

  /** Four rows of the slopes at once, along the wider side. */
  private void slopes(int batch, int wide, int narrow) {
    float[] factors = numbers(1, narrow * batch)[0];
    float[][] rows = numbers(batch, wide);
    for (int at = 0; at < narrow; at += BLOCK) {
      float[][] slope = new float[Math.min(BLOCK, narrow - at)][wide];
      Window w = new Window(factors, at * batch, batch, 1);
      calls.add(() -> KERNELS.addProducts(w, rows, batch, slope, 0, wide));
    }
  }

  private static float[][] numbers(int n, int m) {
    SplittableRandom random = new SplittableRandom(n * 31L + m);
    float[][] all = new float[n][m];
    for (float[] row : all) {
      for (int j = 0; j < m; j++) {
        row[j] = (float) (random.nextDouble() - 0.5) * 1e-3f;
      }
    }
    return all;
  }

  /** One product of the whole batch. */
  @Benchmark
  public void product() {
    for (Runnable call : calls) {
      call.run();
    }
  }
}
