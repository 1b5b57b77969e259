package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropNet;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Instances;
import weka.core.Utils;

/** Odd tables bring a clear error or a model whose answers are finite. */
class NastyDataTest {
  private static final Map<String, Instances> DATA = NastyData.all();

  private enum Outcome {
    LEARNED,
    REFUSED,
    NOT_FINITE
  }

  private static Stream<String> names() {
    return DATA.keySet().stream();
  }

  @Test
  void thereAreFiftyAndMore() {
    assertTrue(DATA.size() >= 50, DATA.size() + " tables");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aClearErrorOrFiniteAnswers(String name) throws Exception {
    Instances data = DATA.get(name);
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-N 15"));
    try {
      net.buildClassifier(data);
    } catch (Exception e) {
      assertFalse(e instanceof NullPointerException || e instanceof IndexOutOfBoundsException);
      assertTrue(e.getMessage() != null && e.getMessage().length() > 20, e.toString());
      return;
    }
    for (double[] answer : net.distributionsForInstances(data)) {
      for (double value : answer) {
        assertTrue(Double.isFinite(value), () -> name + ": " + value);
      }
      if (data.classAttribute().isNominal()) {
        // Up to a thousand doubles are added.
        assertEquals(1, Utils.sum(answer), 1e-9);
      }
    }
    assertFalse(net.toString().contains("NaN"), net.toString());
  }

  private static Outcome outcome(AbstractClassifier net, String options, Instances rows)
      throws Exception {
    net.setOptions(Utils.splitOptions(options));
    Instances data = new Instances(rows);
    try {
      net.buildClassifier(data);
      for (int r = 0; r < data.size(); r++) {
        for (double value : net.distributionForInstance(data.get(r))) {
          if (!Double.isFinite(value)) {
            return Outcome.NOT_FINITE;
          }
        }
      }
      return Outcome.LEARNED;
    } catch (Exception e) {
      return Outcome.REFUSED;
    }
  }

  /** The page says how both fare, and which tables only Weka's own network takes. */
  @Test
  void thePageSaysWhatWekasOwnNetworkDoesWithThem() throws Exception {
    Map<Outcome, Integer> ours = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> wekas = new EnumMap<>(Outcome.class);
    TreeSet<String> onlyWeka = new TreeSet<>();
    for (Map.Entry<String, Instances> table : DATA.entrySet()) {
      Outcome our = outcome(new BackpropNet(), "-N 2", table.getValue());
      Outcome their = outcome(new MultilayerPerceptron(), "-H 2 -N 2", table.getValue());
      ours.merge(our, 1, Integer::sum);
      wekas.merge(their, 1, Integer::sum);
      if (their == Outcome.LEARNED && our != Outcome.LEARNED) {
        onlyWeka.add(table.getKey().replaceAll(" to (classes|numbers)", ""));
      }
    }
    String page = Files.readString(ProjectFiles.root().resolve("docs").resolve("weka.md"));
    String said =
        (DATA.size() + " odd tables: Backprop Net learns " + ours.getOrDefault(Outcome.LEARNED, 0))
            + (" and refuses " + ours.getOrDefault(Outcome.REFUSED, 0))
            + (", MultilayerPerceptron learns " + wekas.getOrDefault(Outcome.LEARNED, 0))
            + (", refuses " + wekas.getOrDefault(Outcome.REFUSED, 0))
            + (" and answers NaN or infinity on " + wekas.getOrDefault(Outcome.NOT_FINITE, 0))
            + (". Only the latter takes: " + String.join("; ", onlyWeka) + ".");
    assertEquals(0, ours.getOrDefault(Outcome.NOT_FINITE, 0));
    assertTrue(page.replaceAll("\\s+", " ").contains(said), "docs/weka.md must say: " + said);
  }
}
