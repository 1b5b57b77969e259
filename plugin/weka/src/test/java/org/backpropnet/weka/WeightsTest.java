package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

class WeightsTest {
  private static double[][] answers(Instances training, Instances asked) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-decay 0.01 -N 25"));
    net.buildClassifier(training);
    return net.distributionsForInstances(asked);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() throws Exception {
    for (Instances data : List.of(Rows.classes(60), Rows.numbers(60))) {
      Instances weighted = new Instances(data);
      Instances repeated = new Instances(data);
      for (int r = 0; r < 60; r += 3) {
        weighted.instance(r).setWeight(2);
        repeated.add(data.instance(r));
      }
      double[][] one = answers(weighted, data);
      double[][] two = answers(repeated, data);
      for (int r = 0; r < 60; r++) {
        // Sums are taken in another order; a path of 25 steps has no time to enlarge the last bit.
        assertArrayEquals(one[r], two[r], 1e-6 * Math.max(1, Math.abs(one[r][0])));
      }
    }
  }

  @Test
  void aRowOfWeightZeroLeavesTheSameBitsAsNone() throws Exception {
    Instances data = Rows.classes(60);
    Instances weighted = new Instances(data);
    Instances without = new Instances(data, 0);
    for (int r = 0; r < 60; r++) {
      if (r % 4 == 0) {
        weighted.instance(r).setWeight(0);
      } else {
        without.add((Instance) data.instance(r).copy());
      }
    }
    double[][] one = answers(weighted, data);
    double[][] two = answers(without, data);
    for (int r = 0; r < 60; r++) {
      assertArrayEquals(two[r], one[r], 0);
    }
    assertEquals(60, one.length);
  }
}
