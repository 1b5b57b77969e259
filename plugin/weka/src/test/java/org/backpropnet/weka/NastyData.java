package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.Utils;

/** Tables that make learners stumble, each by name. */
final class NastyData {
  private final Map<String, Instances> all = new LinkedHashMap<>();

  private NastyData() {}

  static Map<String, Instances> all() {
    NastyData nasty = new NastyData();
    nasty.shapes();
    for (String target : List.of("classes", "numbers")) {
      nasty.cells(target);
      nasty.weights(target);
    }
    nasty.scales();
    return nasty.all;
  }

  private void add(String name, Instances data, Consumer<Instances> change) {
    change.accept(data);
    all.put(name, data);
  }

  private static Instances rows(String target, int rows) {
    return target.equals("classes") ? Rows.classes(rows) : Rows.numbers(rows);
  }

  private static void map(Instances data, int column, DoubleUnaryOperator change) {
    data.forEach(row -> row.setValue(column, change.applyAsDouble(row.value(column))));
  }

  private void cells(String target) {
    String to = " to " + target;
    add("one row" + to, rows(target, 1), d -> {});
    add("two rows" + to, rows(target, 2), d -> {});
    add("no row" + to, rows(target, 0), d -> {});
    add("a constant attribute" + to, rows(target, 40), d -> map(d, 0, x -> 7));
    add("only constants" + to, rows(target, 40), d -> d.forEach(NastyData::sameInputs));
    add("a missing attribute" + to, rows(target, 40), d -> map(d, 0, x -> Double.NaN));
    add("all inputs missing" + to, rows(target, 40), d -> d.forEach(NastyData::noInputs));
    add("all missing" + to, rows(target, 40), d -> map(d, 3, x -> Double.NaN));
    add("a missing half" + to, rows(target, 40), d -> map(d, 3, x -> x % 2 == 0 ? x : Double.NaN));
    add("the same row often" + to, rows(target, 40), NastyData::repeat);
    add("infinite cells" + to, rows(target, 40), d -> map(d, 0, NastyData::infinite));
    add("sparse rows" + to, rows(target, 40), d -> d.replaceAll(SparseInstance::new));
  }

  private static void repeat(Instances data) {
    Instance first = data.get(0);
    data.replaceAll(row -> (Instance) first.copy());
  }

  private static double infinite(double x) {
    return x > 1 ? Double.POSITIVE_INFINITY : x < -1 ? Double.NEGATIVE_INFINITY : x;
  }

  private static void sameInputs(Instance row) {
    for (int a = 0; a < 3; a++) {
      row.setValue(a, 1);
    }
  }

  private static void noInputs(Instance row) {
    for (int a = 0; a < 3; a++) {
      row.setMissing(a);
    }
  }

  private void weights(String target) {
    String to = " to " + target;
    add("weights of 0" + to, rows(target, 40), d -> d.forEach(row -> row.setWeight(0)));
    add("one row of weight" + to, rows(target, 40), NastyData::oneWeight);
    add("huge weights" + to, rows(target, 40), d -> d.forEach(row -> row.setWeight(1e300)));
    add("tiny weights" + to, rows(target, 40), d -> d.forEach(row -> row.setWeight(1e-300)));
    add("negative weights" + to, rows(target, 40), d -> d.forEach(row -> row.setWeight(-1)));
    add("missing weights" + to, rows(target, 40), d -> d.forEach(r -> r.setWeight(Double.NaN)));
  }

  private static void oneWeight(Instances data) {
    data.forEach(row -> row.setWeight(0));
    data.get(3).setWeight(1);
  }

  private void scales() {
    for (double scale : new double[] {1e300, 1e-300, 1e-320, 1e15}) {
      add("inputs of " + scale, rows("numbers", 40), d -> map(d, 0, x -> x * scale));
      add("a target of " + scale, rows("numbers", 40), d -> map(d, 3, x -> x * scale));
    }
    add("a far row", rows("numbers", 40), d -> d.get(0).setValue(0, 1e300));
    add("a far target", rows("numbers", 40), d -> d.get(0).setValue(3, 1e300));
    add(
        "an infinite target",
        rows("numbers", 40),
        d -> d.get(0).setValue(3, Double.POSITIVE_INFINITY));
    add("dates near each other", rows("numbers", 40), d -> map(d, 0, x -> 1.7e12 + x));
  }

  private void shapes() {
    add("one class", rows("classes", 40), d -> map(d, 3, x -> 1));
    add("one row of a class", rows("classes", 40), d -> map(d, 3, x -> 0));
    all.get("one row of a class").get(0).setClassValue(2);
    all.put("unused labels", Rows.classes(40, List.of("u", "low", "v", "middle", "high", "w")));
    add("a single label", table(List.of(new Attribute("x"), new Attribute("c", List.of("only")))));
    add("string attribute", table(List.of(new Attribute("s", (List<String>) null), label("c"))));
    add("date attribute", table(List.of(new Attribute("d", "yyyy-MM-dd"), label("c"))));
    add("date class", table(List.of(new Attribute("x"), new Attribute("d", "yyyy-MM-dd"))));
    add(
        "string class",
        table(List.of(new Attribute("x"), new Attribute("s", (List<String>) null))));
    add("only the class", table(List.of(label("c"))));
    List<Attribute> many = new ArrayList<>();
    for (int a = 0; a < 5_000; a++) {
      many.add(new Attribute("x" + a));
    }
    many.add(label("c"));
    add("5,000 attributes", table(many));
    List<String> labels = new ArrayList<>();
    for (int l = 0; l < 1_000; l++) {
      labels.add("l" + l);
    }
    add("1,000 classes", table(List.of(new Attribute("x"), new Attribute("c", labels))));
    add("1,000 labels", table(List.of(new Attribute("x", labels), label("c"))));
    add("empty label", table(List.of(new Attribute("x", List.of("", "b")), label("c"))));
    add("empty name", table(List.of(new Attribute(""), label("c"))));
  }

  private void add(String name, Instances data) {
    all.put(name, data);
  }

  private static Attribute label(String name) {
    return new Attribute(name, List.of("p", "q"));
  }

  /** Random cells for any attributes; the last is the class. */
  private static Instances table(List<Attribute> attributes) {
    Instances data = new Instances("nasty", new ArrayList<>(attributes), 0);
    data.setClassIndex(attributes.size() - 1);
    Random random = new Random(5);
    for (int r = 0; r < 30; r++) {
      double[] row = new double[attributes.size()];
      for (int a = 0; a < row.length; a++) {
        Attribute attribute = data.attribute(a);
        row[a] =
            attribute.isNominal()
                ? random.nextInt(attribute.numValues())
                : attribute.isString()
                    ? attribute.addStringValue("text " + r)
                    : random.nextInt(20) == 0 ? Utils.missingValue() : random.nextGaussian();
      }
      data.add(new DenseInstance(1, row));
    }
    return data;
  }
}
