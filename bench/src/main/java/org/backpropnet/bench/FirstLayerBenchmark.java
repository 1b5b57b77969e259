package org.backpropnet.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.Thermometers;
import org.backpropnet.engine.Backprop;
import org.backpropnet.engine.Team;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a training row costs by the kind of its columns: nanoseconds for loss and gradient of a
 * network with one hidden layer, in batches of 128 rows. "Written out" is a thermometer as that
 * many dense inputs, for comparison.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstLayerBenchmark {
  private static final int ROWS = 1 << 14;
  private static final int BATCH = 128;

  /** Kind of the columns, their number, and the labels or marks of each. */
  @Param({
    "dense 8 1",
    "dense 64 1",
    "one-hot 8 10",
    "one-hot 8 100",
    "one-hot 8 1000",
    "one-hot 8 10000",
    "thermometer 8 8",
    "thermometer 8 16",
    "thermometer 8 32",
    "thermometer 8 48",
    "thermometer 8 128",
    "written-out 8 8",
    "written-out 8 16",
    "written-out 8 32",
    "written-out 8 48",
    "written-out 8 128"
  })
  public String columns;

  /** Units of the hidden layer. */
  @Param("64")
  public int units;

  private Team team;
  private Backprop engine;
  private float[] weights;
  private float[] slope;
  private int[] order;
  private int next;

  /** Draws rows and weights. */
  @Setup
  public void draw() {
    String[] words = columns.split(" ", -1);
    int count = Integer.parseInt(words[1]);
    int size = Integer.parseInt(words[2]);
    Dataset data = data(words[0], count, size, new SplittableRandom(1));
    int perColumn =
        words[0].startsWith("thermo") || words[0].startsWith("written") ? size - 1 : size;
    List<LayerSpec> hidden = List.of(new LayerSpec(units, Activation.RELU));
    NetworkSpec spec =
        new NetworkSpec(count * perColumn, hidden, 1, Activation.IDENTITY, Loss.SQUARED_ERROR);
    team = new Team(1);
    team.start();
    engine = new Backprop(spec, data, team, BATCH);
    weights = new float[spec.parameterCount()];
    slope = new float[weights.length];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.2 * random.nextDouble() - 0.1);
    }
    order = new int[ROWS];
    Arrays.setAll(order, i -> i);
  }

  private static Dataset data(String kind, int columns, int size, SplittableRandom random) {
    boolean written = kind.equals("written-out");
    boolean thermometer = kind.equals("thermometer");
    int denseInputs = kind.equals("dense") ? columns : written ? columns * (size - 1) : 0;
    float[][] numbers = new float[ROWS][denseInputs];
    int[][] active = new int[ROWS][kind.equals("one-hot") ? columns : 0];
    int[] starts = new int[thermometer ? columns + 1 : 1];
    Arrays.setAll(starts, c -> c * (size - 1));
    int[][] bins = new int[ROWS][thermometer ? columns : 0];
    float[][] fractions = new float[ROWS][thermometer ? columns : 0];
    float[][] targets = new float[ROWS][1];
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < columns; c++) {
        int place = random.nextInt(Math.max(1, thermometer || written ? size - 1 : size));
        float fraction = (float) random.nextDouble();
        if (kind.equals("dense")) {
          numbers[r][c] = fraction;
        } else if (written) {
          int at = c * (size - 1);
          Arrays.fill(numbers[r], at, at + place, 1);
          numbers[r][at + place] = fraction;
        } else if (thermometer) {
          bins[r][c] = place;
          fractions[r][c] = fraction;
        } else {
          active[r][c] = c * size + place;
        }
      }
      targets[r][0] = (float) random.nextDouble();
    }
    Thermometers thermometers =
        thermometer ? new Thermometers(starts, bins, fractions) : Thermometers.NONE;
    return new Dataset(numbers, active, thermometers, targets, weights, denseInputs);
  }

  /** Loss and gradient. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double gradient() {
    next = next + BATCH == ROWS ? 0 : next + BATCH;
    return engine.gradient(weights, order, next, next + BATCH, Dropout.NONE, slope);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    team.close();
  }
}
