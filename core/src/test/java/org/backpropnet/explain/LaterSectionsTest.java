package org.backpropnet.explain;

import static org.backpropnet.explain.Painted.NETWORKS;
import static org.backpropnet.explain.Painted.PICTURES;
import static org.backpropnet.explain.Painted.close;
import static org.backpropnet.explain.Painted.has;
import static org.backpropnet.explain.Painted.sum;
import static org.backpropnet.explain.Painted.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Penalty;
import org.backpropnet.network.Dropout;
import org.backpropnet.textbook.Slope;
import org.backpropnet.textbook.TextbookBackprop;
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
          int place = 0;
          for (int i = 1; i < gradient.length; i++) {
            boolean nearer = Math.abs(gradient[i] - told) < Math.abs(gradient[place] - told);
            place = nearer ? i : place;
          }
          close(gradient[place], told, name);
          TextbookBackprop.Rows one = s.taught(new int[] {s.row});
          double measured =
              Slope.measure(at -> Slopes.loss(s.book, one, at), s.weights.clone(), place, 1e-4);
          // Of a loss with values near 1, a double's last digits leave 1e-12 to a difference.
          assertEquals(measured, told, 1e-5 * Math.abs(measured) + 1e-9, name);
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

  /** By the engine's own errors: what the network answers with those weights, squared. */
  @Test
  void section11sHeightsAreErrorsOfTheNetworkWithThoseWeights() {
    Subject s = NETWORKS.get("houses").subject();
    int[] rows = s.sample(s.learned(), HillMap.SIDE * HillMap.SIDE, 150);
    var story = s.model.trained().snapshots();
    for (int i = 0; i < story.size(); i++) {
      assertEquals(value("houses", "11.epoch." + i), story.get(i).epoch());
      double error = error(s, rows, story.get(i).parameters());
      close(error, value("houses", "11.loss." + i), "snapshot " + i);
    }
    double[] heights = PICTURES.get("houses").fact("11.hill").values();
    Plane plane =
        Plane.through(story.stream().map(b -> Learner.doubles(b.parameters())).toList(), s.weights);
    for (int cell = 0; cell < heights.length; cell++) {
      double east = HillMap.east(cell % HillMap.SIDE);
      double[] at = plane.at(east, HillMap.north(cell / HillMap.SIDE));
      float[] rounded = new float[at.length];
      for (int i = 0; i < at.length; i++) {
        rounded[i] = (float) at[i];
      }
      // A model holds floats, so places between snapshots are rounded to seven digits.
      assertEquals(error(s, rows, rounded), heights[cell], 1e-5 * heights[cell], "cell " + cell);
    }
  }

  private static double error(Subject s, int[] rows, float[] weights) {
    double[][] answers = Pictured.with(s.model, weights).predict(new Excerpt(s.table, rows));
    TargetCode.Number code = (TargetCode.Number) s.encoder.target();
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double miss = code.encode(answers[r][0]) - code.encode(s.table.value(rows[r], s.target));
      sum += miss * miss / 2;
    }
    return sum / rows.length;
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
          if (trained.recipe().voters() == 1) {
            assertEquals(trained.best().epoch(), value(name, "12.best"), name);
          }
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
  void section18sRowsMissMost() {
    for (String name : List.of("houses", "voters", "linear", "deep")) {
      Subject s = NETWORKS.get(name).subject();
      Judge judge = Judge.of(s);
      double[][] answers = judge.judged().predict(judge.rows());
      double[] sizes = new double[answers.length];
      for (int r = 0; r < sizes.length; r++) {
        sizes[r] = Math.abs(answers[r][0] - s.table.value(judge.rows().rows()[r], s.target));
      }
      Arrays.sort(sizes);
      for (int k = 0; k < 10; k++) {
        String at = "." + k;
        double miss = value(name, "18.said" + at) - value(name, "18.truth" + at);
        close(miss, value(name, "18.miss" + at), name);
        close(sizes[sizes.length - 1 - k], Math.abs(miss), name);
        double truth = s.table.value((int) value(name, "18.row" + at) - 1, s.target);
        assertEquals(truth, value(name, "18.truth" + at), name);
      }
    }
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
