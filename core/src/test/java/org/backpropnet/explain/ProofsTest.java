package org.backpropnet.explain;

import static org.backpropnet.explain.Painted.NETWORKS;
import static org.backpropnet.explain.Painted.PICTURES;
import static org.backpropnet.explain.Painted.close;
import static org.backpropnet.explain.Painted.has;
import static org.backpropnet.explain.Painted.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.function.Loss;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;

/** Pictures are drawn from what they show; counts and errors are counted once more, by hand. */
class ProofsTest {
  /** Places in pictures have one decimal. */
  private static final double TENTH = 0.0501;

  private static String section(String name, int number) {
    String html = PICTURES.get(name).html();
    int from = html.indexOf("<section id=\"s" + number + "\">");
    return html.substring(from, html.indexOf("</section>", from));
  }

  private static List<double[]> found(String html, String pattern) {
    List<double[]> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(html);
    while (matcher.find()) {
      double[] numbers = new double[matcher.groupCount()];
      for (int g = 0; g < numbers.length; g++) {
        numbers[g] = Double.parseDouble(matcher.group(g + 1));
      }
      found.add(numbers);
    }
    return found;
  }

  @Test
  void section2sSpreadsAreStandardDeviations() {
    NETWORKS.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          int[] rows = s.sample(s.learned(), 1, 400);
          Spread spread = Spread.of(s);
          for (int l = 0; l < s.layers().size(); l++) {
            double[][] values = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
              values[r] = s.book.forward(s.weights, s.vector(rows[r])).below(l);
            }
            for (int i = 0; i < values[0].length; i++) {
              int source = i;
              double mean = Arrays.stream(values).mapToDouble(v -> v[source]).average().orElse(0);
              double square = 0;
              for (double[] v : values) {
                square += (v[source] - mean) * (v[source] - mean) / rows.length;
              }
              // The page takes the mean square less the squared mean, which costs half the digits.
              assertEquals(Math.sqrt(square), spread.of(l, i), 1e-6 + 1e-7 * Math.abs(mean), name);
            }
          }
        });
  }

  @Test
  void section2sLinksAreAsThickAsTheyPush() {
    NETWORKS.forEach(
        (name, pictured) -> {
          double[] pushes = PICTURES.get(name).fact("2.push").values();
          List<double[]> drawn = found(section(name, 2), "stroke-width=\"([^\"]*)\"");
          int count = 0;
          int from = 0;
          Subject s = pictured.subject();
          for (int l = 0; l < s.layers().size(); l++) {
            int links = Math.min(8, s.layout.inputs(l)) * Math.min(8, s.layout.units(l));
            double[] layer = Arrays.copyOfRange(pushes, from, from + links);
            double most = Arrays.stream(layer).map(Math::abs).max().orElse(0);
            from += links;
            for (double push : layer) {
              double width = 6 * Math.abs(push) / most;
              if (width >= 0.2) {
                assertEquals(width, drawn.get(count++)[0], TENTH, name);
              }
            }
          }
          assertEquals(drawn.size(), count, name);
        });
  }

  @Test
  void section4sDotsLieOnTheBend() {
    NETWORKS.forEach(
        (name, pictured) -> {
          for (Fact dots : PICTURES.get(name).facts()) {
            if (dots.id().startsWith("4.dots.")) {
              int layer = Integer.parseInt(dots.id().split("\\.", -1)[2]);
              Activation bend = pictured.subject().layers().get(layer).activation();
              String html = section(name, 4);
              String picture = html.substring(html.indexOf("data-facts=\"" + dots.id() + "\""));
              picture = picture.substring(0, picture.indexOf("</svg>"));
              List<double[]> circles = found(picture, "cx=\"([^\"]*)\" cy=\"([^\"]*)\"");
              double[] sums = dots.values();
              double[] says = Arrays.stream(sums).map(bend::value).toArray();
              straight(sums, circles.stream().mapToDouble(c -> c[0]).toArray(), dots.id());
              straight(says, circles.stream().mapToDouble(c -> c[1]).toArray(), dots.id());
            }
          }
        });
  }

  /** Places on a page are values times a scale, plus where the axis begins. */
  private static void straight(double[] values, double[] places, String what) {
    assertEquals(values.length, places.length, what);
    int low = 0;
    int high = 0;
    for (int i = 0; i < values.length; i++) {
      low = values[i] < values[low] ? i : low;
      high = values[i] > values[high] ? i : high;
    }
    double scale = values[high] > values[low] ? values[high] - values[low] : 1;
    for (int i = 0; i < values.length; i++) {
      double share = (values[i] - values[low]) / scale;
      double expected = places[low] + share * (places[high] - places[low]);
      assertEquals(expected, places[i], 2 * TENTH, what + ": three places rounded to tenths");
    }
  }

  @Test
  void section4sSharesAreCountedAgain() {
    NETWORKS.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          int[] rows = s.sample(s.learned(), 1, 300);
          for (Fact flat : PICTURES.get(name).facts()) {
            if (flat.id().startsWith("4.flat.")) {
              String[] at = flat.id().split("\\.", -1);
              int layer = Integer.parseInt(at[2]);
              int unit = Integer.parseInt(at[3]);
              Activation bend = s.layers().get(layer).activation();
              double steepest = 0;
              for (double z = -6; z <= 6; z += 0.05) {
                steepest = Math.max(steepest, Math.abs(measured(bend, z)));
              }
              double still = 0;
              double awake = 0;
              for (int row : rows) {
                double z = s.book.forward(s.weights, s.vector(row)).z()[layer][unit];
                double slope = Math.abs(measured(bend, z)) / steepest;
                still += slope < 0.1 ? 100.0 / rows.length : 0;
                awake += slope > 0.5 ? 100.0 / rows.length : 0;
              }
              double one = 100.0 / rows.length;
              assertEquals(still, flat.value(), 1.01 * one, "a row on the border, " + flat.id());
              String steep = flat.id().replace("flat", "steep");
              assertEquals(awake, value(name, steep), 1.01 * one, "a row on the border, " + steep);
            }
          }
        });
  }

  private static double measured(Activation bend, double z) {
    return (bend.value(z + 1e-5) - bend.value(z - 1e-5)) / 2e-5;
  }

  @Test
  void section5sErrorsAreWorkedOutAgain() {
    for (String name : List.of("houses", "voters", "flowers", "voting flowers", "deep")) {
      Subject s = NETWORKS.get(name).subject();
      Judge judge = Judge.of(s);
      int[] rows = s.sample(judge.rows().rows(), 1, 1000);
      close(error(s, judge.judged(), rows), value(name, "5.on"), name);
      close(error(s, judge.line(), rows), value(name, "5.line"), name);
      double told = 100 * (1 - value(name, "5.on") / value(name, "5.line"));
      if (has(name, "5.bought")) {
        close(told, value(name, "5.bought"), name);
      } else {
        assertTrue(told <= 0, name + " is no better with bends, and says so");
      }
    }
  }

  private static double error(Subject s, Model model, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      double[] answer = model.bind(s.table.columns()).predict(s.table, row);
      if (s.focus < 0) {
        double miss = answer[0] - s.table.value(row, s.target);
        sum += miss * miss;
      } else {
        int truth = model.classes().indexOf(s.cell(row, s.target));
        sum += 100 - 100 * answer[truth];
      }
    }
    return s.focus < 0 ? Math.sqrt(sum / rows.length) : sum / rows.length;
  }

  @Test
  void section6CountsTheRowsThatASquashedOutputCouldNotReach() {
    for (String name : List.of("houses", "voters", "linear")) {
      Subject s = NETWORKS.get(name).subject();
      TargetCode.Number code = (TargetCode.Number) s.encoder.target();
      double[] truths =
          Arrays.stream(s.usable)
              .mapToDouble(r -> (s.table.value(r, s.target) - code.center()) / code.scale())
              .toArray();
      assertEquals(count(truths, 0, 1), value(name, "6.sigmoid"), name);
      assertEquals(count(truths, -1, 1), value(name, "6.tanh"), name);
      assertEquals(count(truths, 0, Double.MAX_VALUE), value(name, "6.relu"), name);
    }
  }

  private static double count(double[] truths, double low, double high) {
    return Arrays.stream(truths).filter(z -> z <= low || z >= high).count();
  }

  @Test
  void section7sErrorIsTheSquareOrTheSurprise() {
    NETWORKS.forEach(
        (name, pictured) -> {
          Subject s = pictured.subject();
          double told = value(name, "7.loss");
          if (s.focus >= 0) {
            close(-StrictMath.log(value(name, "7.chance") / 100), told, name);
          } else if (s.spec.loss() == Loss.SQUARED_ERROR) {
            double scale = ((TargetCode.Number) s.encoder.target()).scale();
            double miss = value(name, "7.miss") / scale;
            close(miss * miss / 2, told, name);
          }
        });
  }
}
