package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Tables made by a formula and a fixed seed, each with a trait that tables of others show only in
 * part. Sources: Friedman 1991 (friedman1), Breiman et al. 1984 (waveform), Lang and Witbrock 1988
 * (two spirals).
 */
final class Generators {
  private static final int CATEGORIES = 40;

  private Generators() {}

  /** One row: inputs and, last, the target. */
  private interface Formula {
    double[] row(Random random, int number);
  }

  static List<DataSet> small() {
    return List.of(
        set("xor", 200, numbers(4), classes(2), Generators::xor),
        set("two-spirals", 400, numbers(2), classes(2), Generators::spirals),
        set("rings", 300, numbers(2), classes(3), Generators::rings),
        set("many-categories", 600, mixed(), classes(2), Generators::categories),
        set("missing-cells", 500, numbers(8), classes(3), Generators::missing),
        set("skewed", 500, numbers(4), classes(2), Generators::skewed),
        set("friedman1", 500, numbers(10), new Attribute("y"), Generators::friedman),
        set("noisy-sine", 200, numbers(1), new Attribute("y"), Generators::sine),
        set("skewed-number", 400, numbers(4), new Attribute("y"), Generators::product));
  }

  static List<DataSet> medium() {
    return List.of(
        medium(set("robot-arm", 8_192, numbers(8), new Attribute("y"), Generators::arm)),
        medium(set("waveform", 5_000, numbers(21), classes(3), Generators::waveform)));
  }

  private static DataSet medium(DataSet set) {
    return new DataSet(set.name(), DataSet.Group.MEDIUM, set.source());
  }

  private static DataSet set(
      String name, int rows, List<Attribute> inputs, Attribute target, Formula formula) {
    return new DataSet(
        name,
        DataSet.Group.SMALL,
        () -> {
          ArrayList<Attribute> all = new ArrayList<>(inputs);
          all.add(target);
          Instances table = new Instances(name, all, rows);
          table.setClassIndex(inputs.size());
          Random random = new Random(name.hashCode());
          for (int r = 0; r < rows; r++) {
            table.add(new DenseInstance(1, formula.row(random, r)));
          }
          return table;
        });
  }

  private static List<Attribute> numbers(int count) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      attributes.add(new Attribute("x" + i));
    }
    return attributes;
  }

  private static Attribute labels(String name, int count) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(name + i);
    }
    return new Attribute(name, labels);
  }

  private static Attribute classes(int count) {
    return labels("c", count);
  }

  private static List<Attribute> mixed() {
    List<Attribute> attributes = new ArrayList<>(numbers(2));
    attributes.add(labels("place", CATEGORIES));
    attributes.add(labels("kind", 5));
    return attributes;
  }

  private static double[] normal(Random random, int inputs) {
    double[] row = new double[inputs + 1];
    for (int i = 0; i < inputs; i++) {
      row[i] = random.nextGaussian();
    }
    return row;
  }

  private static double[] uniform(Random random, int inputs) {
    double[] row = new double[inputs + 1];
    for (int i = 0; i < inputs; i++) {
      row[i] = random.nextDouble();
    }
    return row;
  }

  /** A class by its log-odds. */
  private static double draw(Random random, double logOdds) {
    return random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds)) ? 1 : 0;
  }

  /** Signs of two numbers differ or not; two more say nothing; 5 % of the classes are wrong. */
  private static double[] xor(Random random, int number) {
    double[] row = normal(random, 4);
    boolean differ = row[0] > 0 != row[1] > 0;
    row[4] = differ == random.nextDouble() >= 0.05 ? 1 : 0;
    return row;
  }

  private static double[] spirals(Random random, int number) {
    double turn = 0.5 + 5.5 * random.nextDouble();
    double side = number % 2 == 0 ? 1 : -1;
    double noise = 0.1;
    return new double[] {
      side * turn * StrictMath.cos(1.8 * turn) + noise * random.nextGaussian(),
      side * turn * StrictMath.sin(1.8 * turn) + noise * random.nextGaussian(),
      number % 2
    };
  }

  private static double[] rings(Random random, int number) {
    double radius = 1 + number % 3 + 0.25 * random.nextGaussian();
    double angle = 2 * StrictMath.PI * random.nextDouble();
    return new double[] {
      radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), number % 3
    };
  }

  /** Most places are rare; each has an effect of its own, which says nothing of the next. */
  private static double[] categories(Random random, int number) {
    double[] row = normal(random, 4);
    row[2] = (int) (CATEGORIES * StrictMath.pow(random.nextDouble(), 2));
    row[3] = random.nextInt(5);
    double effect = 2 * new Random(31L * (long) row[2]).nextGaussian();
    row[4] = draw(random, effect + row[0] * (row[3] - 2));
    return row;
  }

  /** Nearly a third of the cells is absent, the second number more often where it is large. */
  private static double[] missing(Random random, int number) {
    double[] row = normal(random, 8);
    double score = row[0] + row[1] * row[2] + 0.5 * row[3] + 0.3 * random.nextGaussian();
    row[8] = score < -0.6 ? 0 : score < 0.6 ? 1 : 2;
    boolean hidden = random.nextDouble() < (row[1] > 0.5 ? 0.7 : 0.1);
    for (int i = 0; i < 8; i++) {
      if (i == 1 ? hidden : random.nextDouble() < 0.3) {
        row[i] = Double.NaN;
      }
    }
    return row;
  }

  /** Numbers over many powers of ten. */
  private static double[] skewed(Random random, int number) {
    double[] row = normal(random, 4);
    row[4] = draw(random, 2 * row[0] + 2 * row[1] * row[1] - 2 * row[2] - 1);
    for (int i = 0; i < 4; i++) {
      row[i] = StrictMath.exp(2 * row[i]);
    }
    return row;
  }

  private static double[] product(Random random, int number) {
    double[] row = normal(random, 4);
    row[4] =
        StrictMath.exp(0.7 * row[0] + 0.5 * row[1] - 0.5 * row[2] + 0.1 * random.nextGaussian());
    for (int i = 0; i < 4; i++) {
      row[i] = StrictMath.exp(row[i]);
    }
    return row;
  }

  private static double[] friedman(Random random, int number) {
    double[] x = uniform(random, 10);
    double bend = (x[2] - 0.5) * (x[2] - 0.5);
    x[10] =
        10 * StrictMath.sin(StrictMath.PI * x[0] * x[1])
            + 20 * bend
            + 10 * x[3]
            + 5 * x[4]
            + random.nextGaussian();
    return x;
  }

  private static double[] sine(Random random, int number) {
    double x = 10 * random.nextDouble();
    return new double[] {x, StrictMath.sin(x) + 0.2 * random.nextGaussian()};
  }

  /** How far the hand of an arm with eight joints is from a point in its plane. */
  private static double[] arm(Random random, int number) {
    double[] row = uniform(random, 8);
    double x = 0;
    double y = 0;
    double angle = 0;
    for (int joint = 0; joint < 8; joint++) {
      angle += StrictMath.PI * (row[joint] - 0.5);
      x += StrictMath.cos(angle) / 8;
      y += StrictMath.sin(angle) / 8;
    }
    row[8] = StrictMath.hypot(x - 0.1, y - 0.1) + 0.02 * random.nextGaussian();
    return row;
  }

  private static double[] waveform(Random random, int number) {
    double[] row = normal(random, 21);
    double share = random.nextDouble();
    int kind = number % 3;
    int[] peaks = {7, 15, 11};
    for (int i = 0; i < 21; i++) {
      double first = Math.max(0, 6 - Math.abs(i + 1 - peaks[kind == 2 ? 1 : 0]));
      double second = Math.max(0, 6 - Math.abs(i + 1 - peaks[kind == 0 ? 1 : 2]));
      row[i] += share * first + (1 - share) * second;
    }
    row[21] = kind;
    return row;
  }
}
