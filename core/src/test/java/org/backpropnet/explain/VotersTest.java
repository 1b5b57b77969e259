package org.backpropnet.explain;

import static org.backpropnet.explain.Painted.NETWORKS;
import static org.backpropnet.explain.Painted.PICTURES;
import static org.backpropnet.explain.Painted.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.backpropnet.train.EpochReport;
import org.junit.jupiter.api.Test;

/** What a page says of networks that vote, which is what most people train. */
class VotersTest {
  private static final List<String> VOTING =
      List.of("voters", "voters without a story", "voting flowers");

  @Test
  void theyAreToldOfWhereTheyMatter() {
    for (String name : VOTING) {
      String text = PICTURES.get(name).text();
      double voters = NETWORKS.get(name).model().trained().recipe().voters();
      assertEquals(3, voters, name);
      for (String section : List.of("2", "8", "9", "10", "11", "12")) {
        assertEquals(voters, value(name, section + ".voters"), name);
      }
      assertTrue(text.contains("The curves show the first"), name);
      assertFalse(text.contains("this is the best"), name);
    }
    assertTrue(PICTURES.get("voters").text().contains("this is the way of the first"));
    String without = PICTURES.get("voters without a story").text();
    assertTrue(without.contains("moves the knobs of all of them at once"));
  }

  @Test
  void aSingleNetworkHearsNothingOfVotes() {
    for (String name : List.of("houses", "flowers", "deep")) {
      assertFalse(PICTURES.get(name).text().contains("vote"), name);
    }
  }

  @Test
  void theirLogIsThatOfEach() {
    for (String name : VOTING) {
      List<EpochReport> log = NETWORKS.get(name).model().trained().history();
      for (int m = 0; m < 3; m++) {
        int voter = m;
        List<EpochReport> own = log.stream().filter(r -> r.start() == voter).toList();
        assertEquals(own.size(), value(name, "12.went." + m), name);
        double last = own.get(own.size() - 1).trainingLoss();
        assertEquals(last, value(name, "12.learned." + m), name);
      }
      assertEquals(value(name, "12.went.0"), value(name, "12.epochs"), name);
      assertEquals(value(name, "12.learned.0"), value(name, "12.last"), name);
      assertEquals(log.size(), value(name, "11.last"), name);
    }
  }

  @Test
  void theirKnobsAreThoseThatWereLearned() {
    for (String name : VOTING) {
      Subject s = NETWORKS.get(name).subject();
      int inputs = s.spec.inputs();
      int units = s.layout.units(0) / 3;
      int outputs = s.spec.outputs();
      int each = units * (inputs + 1) + outputs * (units + 1);
      assertEquals(3 * each, value(name, "2.knobs"), name);
      assertEquals(each, value(name, "8.knobs"), name);
    }
  }
}
