package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Penalty;
import org.backpropnet.model.Evaluation;
import org.backpropnet.model.Evaluation.ClassScores;
import org.backpropnet.model.Evaluation.NumberScores;
import org.backpropnet.network.Dropout;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.textbook.Slope;
import org.backpropnet.textbook.TextbookBackprop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each section says is true of the network, for networks of every kind. */
class SectionsTest {
  /** Sums of a few thousand products in double precision. */
  private static final double ROUNDING = 1e-9;

  private static Map<String, Pictured> networks;
  private static final Map<String, CompletePicture> PICTURES = new java.util.TreeMap<>();

  @BeforeAll
  static void paint() {
    networks = Pictured.all();
    networks.forEach((name, pictured) -> PICTURES.put(name, pictured.picture()));
  }

  private static double value(String name, String fact) {
    return PICTURES.get(name).fact(fact).value();
  }

  private static boolean has(String name, String fact) {
    return PICTURES.get(name).facts().stream().anyMatch(f -> f.id().equals(fact));
  }

  private static double sum(String name, String prefix) {
    double sum = 0;
    for (Fact fact : PICTURES.get(name).facts()) {
      sum += fact.id().startsWith(prefix) ? fact.value() : 0;
    }
    return sum;
  }

  private static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, ROUNDING * Math.max(1, Math.abs(expected)), what);
  }

  @Test
  void everyPageIsSmallWholeAndAsksNothingOfTheNet() {
    PICTURES.forEach(
        (name, picture) -> {
          String html = picture.html();
          assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 2_000_000, name);
          for (int s = 0; s <= 20; s++) {
            assertTrue(html.contains("<section id=\"s" + s + "\">"), name + " section " + s);
          }
          assertFalse(html.matches("(?s).*(https?:)?//[a-z0-9.]+\\.[a-z]{2,}.*"), name);
          assertFalse(html.contains("{0}") || html.contains("{1}"), name + " has a gap");
          assertFalse(picture.text().contains("<"), name);
        });
  }

  @Test
  void section0RepeatsTheEvaluation() {
    networks.forEach(
        (name, pictured) -> {
          Judge judge = Judge.of(pictured.subject());
          Evaluation.Scores scores = Evaluation.of(judge.judged(), judge.rows()).model();
          double expected =
              scores instanceof NumberScores n ? n.rmse() : 100 * ((ClassScores) scores).accuracy();
          assertEquals(expected, value(name, "0.miss"), name);
        });
  }

  @Test
  void section1TellsWhatTheEncoderMakes() {
    networks.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          double[] vector = s.vector(pictured.row());
          var used = Inputs.used(s.encoder.codes());
          for (int i = 0; i < used.size(); i++) {
            double[] told = PICTURES.get(name).fact("1.enters." + i).values();
            List<Integer> inputs = Inputs.of(used.get(i));
            for (int k = 0; k < told.length; k++) {
              assertEquals(vector[inputs.get(k)], told[k], name);
            }
          }
        });
  }

  @Test
  void section3sTermsAndRemainderMakeTheSumAndTheAnswer() {
    networks.forEach(
        (name, pictured) -> {
          for (String part : List.of("first", "last")) {
            if (has(name, "3.sum" + part)) {
              double sum =
                  sum(name, "3.term" + part)
                      + value(name, "3.others" + part)
                      + value(name, "3.bias" + part);
              close(value(name, "3.sum" + part), sum, name);
            }
          }
          Subject s = pictured.subject();
          double predicted = s.shown(s.model.bind(s.table.columns()).predict(s.table, s.row));
          close(predicted, value(name, "3.answer"), name);
        });
  }

  @Test
  void section3sProductsAreValueTimesWeight() {
    networks
        .keySet()
        .forEach(
            name -> {
              for (Fact term : PICTURES.get(name).facts()) {
                if (term.id().startsWith("3.term")) {
                  String at = term.id().substring("3.term".length());
                  close(
                      value(name, "3.enters" + at) * value(name, "3.weight" + at),
                      term.value(),
                      at);
                }
              }
            });
  }

  @Test
  void section5sCollapsedNetworkIsTheNetworkWithoutBends() {
    networks.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          NetworkSpec bent = s.spec;
          List<LayerSpec> flat =
              bent.hidden().stream()
                  .map(l -> new LayerSpec(l.units(), Activation.IDENTITY))
                  .toList();
          NetworkSpec spec =
              new NetworkSpec(bent.inputs(), flat, bent.outputs(), bent.output(), bent.loss());
          TextbookBackprop book = new TextbookBackprop(spec);
          Collapse collapse = Collapse.of(s.model);
          for (int row = 0; row < s.table.rowCount(); row++) {
            double[] vector = s.vector(row);
            double[] expected = book.forward(s.weights, vector).answer();
            assertArrayEquals(expected, collapse.answer(s.model, vector), ROUNDING * 100, name);
          }
        });
  }

  @Test
  void aNetworkWithoutBendsGetsNoSentenceThatTheyBoughtAnything() {
    assertFalse(has("linear", "5.bought"));
    assertFalse(has("one column", "5.bought"));
    assertTrue(PICTURES.get("linear").text().contains("This network has none"));
  }

  @Test
  void section6sChancesAreSharesOfOne() {
    for (String name : List.of("flowers", "xor")) {
      close(100, value(name, "6.sum"), name);
      assertTrue(value(name, "6.chance.0") > 0 && value(name, "6.chance.0") <= 100);
    }
  }

  @Test
  void section8sSlopeIsTheMeasuredOne() {
    networks.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          Slopes slopes = Slopes.of(s);
          double[] g = slopes.gradient();
          int place = 0;
          for (int i = 1; i < g.length; i++) {
            boolean steeper = Math.abs(g[i]) > Math.abs(g[place]) && s.layout.weightMask()[i];
            place = steeper ? i : place;
          }
          double measured =
              Slope.measure(
                  at -> s.book.loss(at, slopes.rows(), Penalty.NONE, Dropout.NONE),
                  slopes.start().clone(),
                  place,
                  1e-4);
          // A measured slope of a loss with corners (relu, huber) is off by what they hide.
          assertEquals(measured, g[place], 1e-5 * Math.abs(measured) + 1e-9, name);
          double scale = value(name, "8.nudge") > 0 ? 0.01 / value(name, "8.nudge") : 1;
          close(g[place] * scale, value(name, "8.slope"), name);
        });
  }

  @Test
  void section9sFallIsForetoldByTheSlopes() {
    networks
        .keySet()
        .forEach(
            name -> {
              if (has(name, "9.told")) {
                double fall = value(name, "9.before") - value(name, "9.after");
                close(fall, value(name, "9.fall"), name);
                assertEquals(
                    value(name, "9.told"), fall, 0.05 * fall, name + ": 5 %, a small step");
              }
            });
  }

  @Test
  void section10sFactorsMakeTheGradient() {
    networks.forEach(
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
    networks.forEach(
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
    networks.forEach(
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
    networks
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
    Subject s = networks.get("linear").subject();
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
    assertEquals(PICTURES.get("flowers").html(), networks.get("flowers").picture().html());
  }
}
