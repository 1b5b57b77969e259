package org.backpropnet.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.function.Penalty;
import org.backpropnet.math.SplitMix;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.TextbookBackprop.Rows;

/**
 * Four columns of the house example, without the rows that have an empty cell in them, and a
 * network of four units for them: small enough to follow by eye.
 */
final class SmallHouses {
  static final List<String> COLUMNS =
      List.of("schools", "school_rating", "bedrooms", "backyard_sqft");
  static final int BACKYARD = 3;
  static final int UNITS = 4;
  static final int STEPS = 2_000;
  static final double RATE = 0.2;
  private static final long SEED = 1;

  /** [rows][columns] as in the table. */
  final double[][] raw;

  /** [rows] dollars per square foot. */
  final double[] price;

  /** Columns and price in standard deviations from the average. */
  final Rows rows;

  /** Of the price, in dollars per square foot. */
  final double mean;

  /** Standard deviation of the price, in dollars per square foot. */
  final double spread;

  private final double[] means = new double[COLUMNS.size()];
  private final double[] spreads = new double[COLUMNS.size()];

  SmallHouses(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> header = List.of(lines.get(0).split(",", -1));
    int target = header.indexOf("price_per_sqft");
    int[] columns = COLUMNS.stream().mapToInt(header::indexOf).toArray();
    double[][] cells =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(cell -> Arrays.stream(columns).noneMatch(c -> cell[c].isEmpty()))
            .map(cell -> numbers(cell, columns, target))
            .toArray(double[][]::new);
    raw = Arrays.stream(cells).map(c -> Arrays.copyOf(c, columns.length)).toArray(double[][]::new);
    price = Arrays.stream(cells).mapToDouble(c -> c[columns.length]).toArray();
    mean = Arrays.stream(price).average().orElseThrow();
    spread = deviation(price, mean);
    rows = standardised();
  }

  private static double[] numbers(String[] cell, int[] columns, int target) {
    double[] numbers = new double[columns.length + 1];
    for (int i = 0; i < columns.length; i++) {
      numbers[i] = Double.parseDouble(cell[columns[i]]);
    }
    numbers[columns.length] = Double.parseDouble(cell[target]);
    return numbers;
  }

  private Rows standardised() {
    for (int c = 0; c < COLUMNS.size(); c++) {
      int column = c;
      double[] values = Arrays.stream(raw).mapToDouble(row -> row[column]).toArray();
      means[c] = Arrays.stream(values).average().orElseThrow();
      spreads[c] = deviation(values, means[c]);
    }
    double[][] inputs = Arrays.stream(raw).map(this::inputs).toArray(double[][]::new);
    double[][] targets = new double[price.length][];
    Arrays.setAll(targets, r -> new double[] {(price[r] - mean) / spread});
    double[] weights = new double[price.length];
    Arrays.fill(weights, 1);
    return new Rows(inputs, targets, weights);
  }

  private static double deviation(double[] values, double average) {
    double sum = 0;
    for (double value : values) {
      sum += (value - average) * (value - average);
    }
    return Math.sqrt(sum / values.length);
  }

  /** [columns] of one house, in standard deviations from the average. */
  double[] inputs(double[] house) {
    double[] inputs = new double[house.length];
    Arrays.setAll(inputs, c -> (house[c] - means[c]) / spreads[c]);
    return inputs;
  }

  static NetworkSpec spec(Activation activation) {
    return new NetworkSpec(
        COLUMNS.size(),
        List.of(new LayerSpec(UNITS, activation)),
        1,
        Activation.IDENTITY,
        Loss.SQUARED_ERROR);
  }

  static double[] startWeights(NetworkSpec spec) {
    float[] drawn = Parameters.of(spec).draw(spec, spec.inputs(), new SplitMix(SEED));
    double[] start = new double[drawn.length];
    Arrays.setAll(start, i -> drawn[i]);
    return start;
  }

  double loss(TextbookBackprop book, double[] at) {
    return book.loss(at, rows, Penalty.NONE, Dropout.NONE);
  }

  double[] slopes(TextbookBackprop book, double[] at) {
    return book.gradient(at, rows, Penalty.NONE, Dropout.NONE);
  }

  /** Typical miss in dollars per square foot: root of the mean squared miss. */
  double miss(TextbookBackprop book, double[] at) {
    return Math.sqrt(2 * loss(book, at)) * spread;
  }

  /** Weights after plain steps downhill. */
  double[] walk(TextbookBackprop book, double[] from, int steps) {
    double[] at = from.clone();
    for (int step = 0; step < steps; step++) {
      double[] slope = slopes(book, at);
      for (int i = 0; i < at.length; i++) {
        at[i] -= RATE * slope[i];
      }
    }
    return at;
  }
}
