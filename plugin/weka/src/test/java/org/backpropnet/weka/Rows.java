package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** Small made-up tables for tests. */
final class Rows {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private Rows() {}

  /** Two numbers with gaps, a colour, and three classes that depend on all of them. */
  static Instances classes(int rows, List<String> labels) {
    Instances data = header(new Attribute("kind", labels), rows);
    Random random = new Random(7);
    for (int r = 0; r < rows; r++) {
      double[] row = row(random);
      double score = row[0] * row[1] + row[2] + 0.1 * random.nextGaussian();
      String label = score < 0.4 ? "low" : score < 1.4 ? "middle" : "high";
      row[3] = labels.indexOf(label);
      add(data, row, r);
    }
    return data;
  }

  static Instances classes(int rows) {
    return classes(rows, List.of("low", "middle", "high"));
  }

  /** The same inputs with a number to predict. */
  static Instances numbers(int rows) {
    Instances data = header(new Attribute("price"), rows);
    Random random = new Random(7);
    for (int r = 0; r < rows; r++) {
      double[] row = row(random);
      row[3] = 100 + 20 * row[0] * row[1] + 5 * row[2] + random.nextGaussian();
      add(data, row, r);
    }
    return data;
  }

  private static Instances header(Attribute target, int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("a"));
    attributes.add(new Attribute("b"));
    attributes.add(new Attribute("colour", COLOURS));
    attributes.add(target);
    Instances data = new Instances("made up", attributes, rows);
    data.setClassIndex(3);
    return data;
  }

  private static double[] row(Random random) {
    return new double[] {random.nextGaussian(), random.nextGaussian(), random.nextInt(3), 0};
  }

  private static void add(Instances data, double[] row, int number) {
    if (number % 11 == 5) {
      row[1] = Utils.missingValue();
    }
    data.add(new DenseInstance(1, row));
  }
}
