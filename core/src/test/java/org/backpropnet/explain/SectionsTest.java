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

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.junit.jupiter.api.Test;

/** What the sections up to the first step say is true, for networks of every kind. */
class SectionsTest {
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
    NETWORKS.forEach(
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
    NETWORKS.forEach(
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
  void section1sNumbersCanBeTurnedBackIntoCells() {
    NETWORKS.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          var used = Inputs.used(s.encoder.codes());
          for (int i = 0; i < used.size(); i++) {
            double cell = s.table.value(pictured.row(), s.column(used.get(i)));
            if (has(name, "1.spread." + i) && Double.isFinite(cell)) {
              double steps = value(name, "1.enters." + i);
              close(
                  cell, value(name, "1.typical." + i) + steps * value(name, "1.spread." + i), name);
            }
          }
        });
  }

  @Test
  void section3sTermsAndRemainderMakeTheSumAndTheAnswer() {
    NETWORKS.forEach(
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
    NETWORKS
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
    NETWORKS.forEach(
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
    NETWORKS.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          Slopes slopes = Slopes.of(s);
          double[] g = slopes.gradient();
          int place = 0;
          for (int i = 1; i < g.length; i++) {
            boolean steeper =
                Math.abs(g[i]) > Math.abs(g[place]) && slopes.learner().layout().weightMask()[i];
            place = steeper ? i : place;
          }
          double measured =
              Slope.measure(
                  at -> slopes.learner().book().loss(at, slopes.rows(), Penalty.NONE, Dropout.NONE),
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
    NETWORKS
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
}
