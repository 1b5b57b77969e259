package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.InputCode;
import org.backpropnet.function.Activation;
import org.backpropnet.math.SplitMix;
import org.backpropnet.model.Model;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.train.Best;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Recipe;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** The source of a model, compiled, answers what the model answers. */
class JavaSourceTest {
  private static final int ROWS = 1_000;

  @TempDir private Path folder;

  private static BackpropNet built(String options, Instances data) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions(options));
    net.buildClassifier(data);
    return net;
  }

  /** Compiles a class without any other class than Java's own. */
  private Class<?> compiled(String source) throws Exception {
    Path file = Files.writeString(folder.resolve("Net.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertNotNull(compiler, "this test needs a JDK");
    String nothing = Files.createDirectories(folder.resolve("nothing")).toString();
    int code =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            nothing,
            "-d",
            folder.toString(),
            "-Xlint:-options",
            "--release",
            "8",
            file.toString());
    assertEquals(0, code, source);
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    return loader.loadClass("Net");
  }

  /** A row as Weka's wrapper hands it on. */
  private static Object[] cells(Instance row) {
    Object[] cells = new Object[row.numAttributes()];
    for (int a = 0; a < cells.length; a++) {
      if (!row.isMissing(a) && a != row.classIndex()) {
        cells[a] = row.attribute(a).isNominal() ? row.stringValue(a) : (Object) row.value(a);
      }
    }
    return cells;
  }

  /** The same header, new rows: a fifth of the cells missing, some numbers far off or infinite. */
  private static Instances others(Instances data) {
    Instances rows = new Instances(data, ROWS);
    Random random = new Random(11);
    for (int r = 0; r < ROWS; r++) {
      double[] row = new double[data.numAttributes()];
      for (int a = 0; a < row.length; a++) {
        Attribute attribute = data.attribute(a);
        double number = r % 50 == 0 ? 1e300 : r % 50 == 1 ? Double.NEGATIVE_INFINITY : 1;
        row[a] =
            random.nextInt(5) == 0
                ? Utils.missingValue()
                : attribute.isNominal()
                    ? random.nextInt(attribute.numValues())
                    : number * 2 * random.nextGaussian();
      }
      rows.add(new DenseInstance(1, row));
    }
    return rows;
  }

  private void sameAnswers(BackpropNet net, Instances data) throws Exception {
    Instances rows = others(data);
    sameAnswers(net.toSource("Net"), rows, net.distributionsForInstances(rows));
  }

  private void sameAnswers(String text, Instances rows, double[][] expected) throws Exception {
    Class<?> source = compiled(text);
    Method distribution = source.getDeclaredMethod("distribution", Object[].class);
    Method classify = source.getDeclaredMethod("classify", Object[].class);
    distribution.setAccessible(true);
    classify.setAccessible(true);
    for (int r = 0; r < rows.size(); r++) {
      double[] actual = (double[]) distribution.invoke(null, (Object) cells(rows.get(r)));
      assertEquals(expected[r].length, actual.length);
      for (int k = 0; k < actual.length; k++) {
        // The bound, relative to answers that are larger than 1.
        double bound = 1e-9 * Math.max(1, Math.abs(expected[r][k]));
        assertEquals(expected[r][k], actual[k], bound);
      }
      double answer = (double) classify.invoke(null, (Object) cells(rows.get(r)));
      double wanted = rows.classAttribute().isNominal() ? Utils.maxIndex(actual) : actual[0];
      assertEquals(wanted, answer, "classify goes with distribution");
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void everyActivation(Activation activation) throws Exception {
    Instances data = Rows.numbers(80);
    sameAnswers(built("-H \"5, 4\" -N 20 -activation " + activation.label(), data), data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-H none", "-H 6", "-output-layer sigmoid", "-output-layer tanh"})
  void numbers(String options) throws Exception {
    Instances data = Rows.numbers(80);
    sameAnswers(built("-N 20 " + options, data), data);
  }

  /** No setting asks for thermometers yet, so this network has them and its weights as drawn. */
  @Test
  void thermometers() throws Exception {
    Instances data = Rows.numbers(80);
    InstancesTable table = new InstancesTable(data);
    TrainingPlan plan = TrainingPlan.of(Map.of(Knob.EPOCHS, "1", Knob.HIDDEN_LAYERS, "5, 3 gelu"));
    Trained like = Training.start(table, "price", plan).run(EpochListener.SILENT);
    int[] all = IntStream.range(0, data.size()).toArray();
    Encoder encoder = EncoderFit.fitThermometers(table, all, 3, Activation.IDENTITY, 6);
    assertTrue(encoder.codes().stream().anyMatch(InputCode.Thermometer.class::isInstance));
    Recipe old = like.recipe();
    NetworkSpec spec =
        new NetworkSpec(
            encoder.inputs(), old.spec().hidden(), 1, Activation.IDENTITY, old.spec().loss());
    Recipe recipe =
        new Recipe(
            spec,
            old.optimizer(),
            old.learningRate(),
            old.schedule(),
            old.epochs(),
            old.batchSize(),
            old.restarts(),
            old.vote(),
            old.numbers(),
            old.penalty());
    float[] weights = Parameters.of(spec).draw(spec, encoder.activeInputs(), SplitMix.of(7, 2));
    Best best = new Best(weights, 1, 0, 1);
    Model model =
        new Model(new Trained(encoder, like.plan(), recipe, best, List.of(), like.notes(), null));
    Instances rows = others(data);
    // Numbers between, below and above the marks, and exactly on them.
    for (int r = 0; r < data.size(); r++) {
      rows.set(r, new DenseInstance(data.get(r)));
    }
    double[][] expected = new BoundModel(model, rows, data).distributions(rows);
    sameAnswers(JavaSource.of(model, data, "Net"), rows, expected);
  }

  @Test
  void numbersAndDatesInText() throws Exception {
    Instances data = RawTableTest.table(200);
    sameAnswers(built("-N 20", data), data);
  }

  @Test
  void manyClassesInAnyOrderWithUnusedOnes() throws Exception {
    Instances data = Rows.classes(90, List.of("never", "middle", "high", "low", "nor"));
    sameAnswers(built("-N 20", data), data);
  }

  @Test
  void twoClassesAndOne() throws Exception {
    Instances two = Rows.classes(90, List.of("low", "middle", "high"));
    two.removeIf(row -> row.classValue() == 1);
    sameAnswers(built("-N 20", two), two);
    two.removeIf(row -> row.classValue() == 0);
    sameAnswers(built("-N 20", two), two);
  }

  @Test
  void aConstantNumber() throws Exception {
    Instances data = Rows.numbers(20);
    data.forEach(row -> row.setClassValue(3.25));
    sameAnswers(built("", data), data);
  }

  @Test
  void namesAndLabelsOfAnyLetters() throws Exception {
    Instances data = Rows.classes(60);
    data.renameAttribute(0, "\\u000a */ \" }\n\u00e4");
    data.renameAttributeValue(2, 0, "a\nb");
    data.renameAttributeValue(2, 1, "a\\nb\"");
    data.renameAttributeValue(2, 2, "\u4e2d\t\\u000a");
    sameAnswers(built("-N 20", data), data);
  }

  /** More columns, weights and labels than one method or one text of a class file can hold. */
  @Test
  void aWideTable() throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    ArrayList<String> labels = new ArrayList<>();
    for (int l = 0; l < 3_000; l++) {
      labels.add("label " + l);
    }
    attributes.add(new Attribute("y"));
    attributes.add(new Attribute("town", labels));
    for (int a = 0; a < 450; a++) {
      attributes.add(new Attribute("x" + a));
    }
    Instances data = new Instances("wide", attributes, 0);
    data.setClassIndex(0);
    Random random = new Random(3);
    for (int r = 0; r < 3_000; r++) {
      double[] row = random.doubles(attributes.size()).toArray();
      row[1] = r % 3_000;
      data.add(new DenseInstance(1, row));
    }
    sameAnswers(built("-H 12 -N 2 -optimizer adam", data), data);
  }

  @Test
  void wekasOptionWritesItWithItsWrapper() throws Exception {
    Path table = Files.writeString(folder.resolve("t.arff"), Rows.classes(60).toString());
    String printed =
        Evaluation.evaluateModel(
            new BackpropNet(), new String[] {"-t", table.toString(), "-N", "2", "-z", "Mine"});
    assertTrue(printed.contains("class Mine {"), printed);
    assertTrue(printed.contains("return Mine.classify(s);"), printed);
  }
}
