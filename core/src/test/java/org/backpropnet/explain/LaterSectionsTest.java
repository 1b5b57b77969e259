package org.backpropnet.explain;

import static org.backpropnet.explain.Painted.NETWORKS;
import static org.backpropnet.explain.Painted.PICTURES;
import static org.backpropnet.explain.Painted.ROUNDING;
import static org.backpropnet.explain.Painted.close;
import static org.backpropnet.explain.Painted.has;
import static org.backpropnet.explain.Painted.sum;
import static org.backpropnet.explain.Painted.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.junit.jupiter.api.Test;

/** What the sections from blame on say is true, for networks of every kind. */
class LaterSectionsTest {
  @Test
  void section10sFactorsMakeTheGradient() {
    NETWORKS.forEach(
        (name, pictured) -> {
          for (int l = 0; has(name, "10.slope." + l); l++) {
            double pull = value(name, "10.through." + l) + value(name, "10.others." + l);
            close(value(name, "10.blame." + l), pull * value(name, "10.slope." + l), name);
          }
          close(
              value(name, "10.gradient"),
              value(name, "10.enters") * value(name, "10.blamed"),
              name);
          Subject s = pictured.subject();
          double[] gradient =
              s.book.gradient(s.weights, s.taught(new int[] {s.row}), Penalty.NONE, Dropout.NONE);
          double told = value(name, "10.gradient");
          double nearest = Double.MAX_VALUE;
          for (double slope : gradient) {
            nearest = Math.min(nearest, Math.abs(slope - told));
          }
          assertTrue(nearest <= ROUNDING * Math.max(1, Math.abs(told)), name);
        });
  }

  @Test
  void section11sHeightsAreTheLossesOfTheSnapshots() {
    NETWORKS.forEach(
        (name, pictured) -> {
          var story = pictured.model().trained().snapshots();
          double[] path = PICTURES.get(name).fact("11.path").values();
          assertEquals(0, path[0], 0);
          close(1, path[path.length - 2], name + ": the end is the whole way");
          if (!story.isEmpty()) {
            assertEquals(2 * story.size(), path.length);
          }
        });
  }

  @Test
  void section12RepeatsTheLog() {
    NETWORKS.forEach(
        (name, pictured) -> {
          var trained = pictured.model().trained();
          var last = trained.history().get(trained.history().size() - 1);
          if (trained.recipe().restarts() == 1) {
            assertEquals(last.trainingLoss(), value(name, "12.last"), name);
          }
          assertEquals(trained.best().epoch(), value(name, "12.best"), name);
        });
    double[] losses = PICTURES.get("deep").fact("12.validation").values();
    int best = 0;
    for (int i = 1; i < losses.length; i++) {
      best = losses[i] <= losses[best] ? i : best;
    }
    assertEquals(best + 1, value("deep", "12.best"), "of equals the last");
  }

  @Test
  void section13LearnsXorFromAnySeed() {
    for (int seed = 0; seed < 100; seed++) {
      double[] yes = Logic.xorAnswers(Logic.xor(seed));
      assertTrue(yes[0] < 50 && yes[1] > 50 && yes[2] > 50 && yes[3] < 50, "seed " + seed);
    }
  }

  @Test
  void section16sPartsAddUpToTheAnswer() {
    NETWORKS
        .keySet()
        .forEach(
            name -> {
              double parts =
                  value(name, "16.base") + sum(name, "16.share.") + value(name, "16.others");
              assertEquals(value(name, "16.answer"), parts, 1e-6, name);
              if (PICTURES.get(name).facts().stream()
                      .filter(f -> f.id().startsWith("16.share."))
                      .count()
                  < 12) {
                assertEquals(0, value(name, "16.others"), 1e-6, name + ": nothing is lost");
              }
            });
  }

  @Test
  void section16OfALinearNetworkIsWeightTimesDistance() {
    Subject s = NETWORKS.get("linear").subject();
    double[] typical = Drivers.typical(s);
    double[] vector = s.vector(s.row);
    double[] slopes = s.inputSlopes(vector);
    double[] expected = new double[s.encoder.codes().size()];
    for (int i = 0; i < vector.length; i++) {
      expected[s.codeOf[i]] += slopes[i] * (vector[i] - typical[i]);
    }
    assertArrayEquals(expected, Drivers.of(s, typical, vector).shares(), 1e-9);
  }

  @Test
  void aNetworkThatDidNotLearnSaysSo() {
    String text = PICTURES.get("not learned").text();
    assertTrue(text.contains("found no connection"), text.substring(0, 600));
    assertFalse(has("not learned", "5.bought"));
  }

  @Test
  void thermometersAreToldAsBins() {
    String text = PICTURES.get("thermometers").text();
    assertTrue(text.contains("6 bins from"));
    assertTrue(text.contains("a sum of one curve per column is left"));
    assertFalse(text.contains("one straight line per column"));
  }

  @Test
  void samePictureSameBytes() {
    assertEquals(PICTURES.get("flowers").html(), NETWORKS.get("flowers").picture().html());
  }
}
