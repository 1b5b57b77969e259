package org.backpropnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks on every JVM, and the limit of the core before and after each. */
final class KernelRounds {
  /** Topics of the figures. */
  static final String KERNELS = "kernels";

  static final String ACTIVATIONS = "activations";

  /** Name of the limit's figure. */
  static final String PEAK = "FMA peak GFLOP/s";

  private final Setup setup;
  private final Measurements figures;

  KernelRounds(Setup setup, Measurements figures) {
    this.setup = setup;
    this.figures = figures;
  }

  /** Measures what is missing. */
  void run(Side side) throws IOException, InterruptedException, RunnerException {
    Quantity done = new Quantity(KERNELS, side.name(), 1, "done");
    if (figures.has(done)) {
      return;
    }
    peak(side);
    for (RunResult result : jmh(side, KernelBenchmark.class)) {
      String shape = result.getParams().getParam("shape");
      String product = result.getParams().getParam("product");
      double speed = KernelBenchmark.flops(shape) / result.getPrimaryResult().getScore();
      add(new Quantity(KERNELS, side.name(), 1, shape + " " + product), speed);
    }
    peak(side);
    for (RunResult result : jmh(side, ActivationBenchmark.class)) {
      String name = result.getParams().getParam("activation");
      String what = name + " " + result.getPrimaryResult().getLabel();
      add(new Quantity(ACTIVATIONS, side.name(), 1, what), result.getPrimaryResult().getScore());
    }
    figures.add(done, 1, "1");
  }

  private void add(Quantity key, double value) throws IOException {
    figures.add(key, 1, Double.toString(value));
  }

  private Collection<RunResult> jmh(Side side, Class<?> benchmark) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .jvm(java(side))
            .forks(1)
            .threads(1)
            .warmupIterations(setup.quick() ? 1 : 4)
            .warmupTime(TimeValue.milliseconds(setup.quick() ? 100 : 500))
            .measurementIterations(setup.quick() ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(setup.quick() ? 100 : 500));
    return new Runner(options.jvmArgs(flags(side)).build()).run();
  }

  private static String java(Side side) {
    return side.command().get(0);
  }

  private static String[] flags(Side side) {
    return side.command().contains(Side.VECTOR) ? new String[] {Side.VECTOR} : new String[0];
  }

  private void peak(Side side) throws IOException, InterruptedException {
    String path = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                List.of(java(side), Side.VECTOR, "-cp", path, "org.backpropnet.bench.FmaPeak"))
            .redirectError(Path.of(setup.work().toString(), "errors.txt").toFile())
            .start();
    byte[] printed = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("The limit of the core could not be measured; see errors.txt.");
    }
    String text = new String(printed, StandardCharsets.UTF_8).strip();
    figures.add(new Quantity(KERNELS, side.name(), 1, PEAK), 1, text);
  }
}
