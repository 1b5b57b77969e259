package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backpropnet.function.Activation;
import org.backpropnet.testing.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Minibatches and rows leave no garbage behind: an epoch allocates the same bytes however many of
 * them it has. The code runs under the JVM's first compiler, which makes every object that the code
 * names; the second one may spare some, but never makes more. So there is nothing to warm up, the
 * counts are exact, and no tolerance is needed.
 */
class AllocationTest {
  /** Target and plan to what one epoch allocates, for each way to cut the rows. */
  private static final Map<String, List<String>> MINIBATCHES = new TreeMap<>();

  private static final Map<String, List<String>> FULL_BATCHES = new TreeMap<>();

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    for (String line :
        ChildJvm.run(List.of("-XX:TieredStopAtLevel=1"), AllocationProgram.class, List.of())) {
      String[] parts = line.split(";", -1);
      boolean rprop = parts[0].contains("rprop");
      boolean full = rprop || parts[1].matches("batchSize=(\\d+) rows=\\1");
      assertTrue(Long.parseLong(parts[2]) > 0, "this JVM does not count");
      (full ? FULL_BATCHES : MINIBATCHES)
          .computeIfAbsent(parts[0], plan -> new ArrayList<>())
          .add(parts[2]);
    }
  }

  @Test
  void anEpochOfManyMinibatchesAllocatesNoMoreThanOneOfFew() {
    assertEquals(4 * Activation.values().length, MINIBATCHES.size());
    for (Map.Entry<String, List<String>> plan : MINIBATCHES.entrySet()) {
      String two = plan.getValue().get(0);
      assertEquals(List.of(two, two, two), plan.getValue(), plan.getKey());
    }
  }

  @Test
  void aStepOverManyRowsAllocatesNoMoreThanOneOverFew() {
    assertEquals(4 * Activation.values().length, FULL_BATCHES.size());
    for (Map.Entry<String, List<String>> plan : FULL_BATCHES.entrySet()) {
      String few = plan.getValue().get(0);
      assertEquals(List.of(few, few), plan.getValue(), plan.getKey());
    }
  }
}
