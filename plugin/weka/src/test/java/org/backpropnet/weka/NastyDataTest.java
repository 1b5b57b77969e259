package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;

/** Odd tables bring a clear error or a model whose answers are finite. */
class NastyDataTest {
  private static final Map<String, Instances> DATA = NastyData.all();

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
}
