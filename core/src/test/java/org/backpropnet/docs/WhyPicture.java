package org.backpropnet.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.backpropnet.function.Activation;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.testdata.BackyardCurve;
import org.backpropnet.textbook.TextbookBackprop;

/**
 * The picture docs/pictures/backyard.svg: how the size of the backyard moves the price, averaged
 * over all houses, as it truly is, as the small network learned it, and as a straight line has it.
 */
final class WhyPicture {
  private static final int LARGEST = 4_000;
  private static final int STEP = 100;
  private static final int LEFT = 70;
  private static final int TOP = 70;
  private static final int WIDTH = 620;
  private static final int HEIGHT = 260;
  private static final int LOWEST = 190;
  private static final int HIGHEST = 240;
  private static final String DOTTED = "stroke-dasharray='2 6'";
  private static final String DASHED = "stroke-dasharray='14 6'";
  private static final String DARK = "#222222";
  private static final String NETWORK = "#0072b2";
  private static final String LINE = "#d55e00";

  private final StringBuilder svg = new StringBuilder();
  private final DoubleUnaryOperator truth;
  private final DoubleUnaryOperator network;
  private final DoubleUnaryOperator line;

  private WhyPicture(SmallHouses houses) throws IOException {
    truth = new BackyardCurve()::price;
    NetworkSpec spec = SmallHouses.spec(Activation.TANH);
    TextbookBackprop book = new TextbookBackprop(spec);
    double[] learned = houses.walk(book, SmallHouses.startWeights(spec), SmallHouses.STEPS);
    network = size -> average(houses, size, x -> book.forward(learned, x).answer()[0]);
    double[] best = WhyNumbers.leastSquares(houses).estimateRegressionParameters();
    line = size -> average(houses, size, x -> best[0] + product(best, x));
  }

  private interface Answer {
    double of(double[] inputs);
  }

  /** The average answer, in dollars, if every house had a backyard of this size. */
  private static double average(SmallHouses houses, double size, Answer answer) {
    double sum = 0;
    for (double[] house : houses.raw) {
      double[] same = house.clone();
      same[SmallHouses.BACKYARD] = size;
      sum += answer.of(houses.inputs(same));
    }
    return houses.mean + houses.spread * sum / houses.raw.length;
  }

  private static double product(double[] best, double[] x) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += best[c + 1] * x[c];
    }
    return sum;
  }

  /** The picture as the text of an SVG file. */
  static String draw(Path csv) throws IOException {
    WhyPicture picture = new WhyPicture(new SmallHouses(csv));
    picture.frame();
    picture.legend(0, "how it truly is", DARK, DOTTED);
    picture.legend(1, "the network", NETWORK, "");
    picture.legend(2, "a straight line", LINE, DASHED);
    picture.curve(picture.truth, DARK, DOTTED);
    picture.curve(picture.line, LINE, DASHED);
    picture.curve(picture.network, NETWORK, "");
    return picture.svg.append("</svg>\n").toString();
  }

  private void frame() {
    svg.append(
        """
        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 720 410' role='img' \
        aria-labelledby='title desc' font-family='sans-serif' font-size='15'>
        <title id='title'>What a backyard is worth</title>
        <desc id='desc'>Price per square foot against square feet of backyard, averaged over the \
        generated houses: the network follows the true curve, which rises fast and then levels off; \
        the straight line cannot.</desc>
        <rect width='720' height='410' fill='#ffffff'/>
        """);
    text(LEFT, 26, "start", "What a backyard is worth, on average over the generated houses", DARK);
    for (int price = LOWEST; price <= HIGHEST; price += 10) {
      grid(x(0), y(price), x(LARGEST), y(price));
      text(LEFT - 10, y(price) + 5, "end", "$" + price, DARK);
    }
    for (int size = 0; size <= LARGEST; size += 1_000) {
      grid(x(size), y(LOWEST), x(size), y(HIGHEST));
      text(x(size), y(LOWEST) + 24, "middle", String.format(Locale.ROOT, "%,d", size), DARK);
    }
    text(x(LARGEST), y(LOWEST) + 46, "end", "square feet of backyard", DARK);
    text(LEFT, TOP - 14, "start", "price per square foot", DARK);
  }

  private static double x(double size) {
    return LEFT + WIDTH * size / LARGEST;
  }

  private static double y(double price) {
    return TOP + HEIGHT * (HIGHEST - price) / (HIGHEST - LOWEST);
  }

  private void grid(double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#dddddd'/>\n",
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String words, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>\n",
            x,
            y,
            anchor,
            colour,
            words));
  }

  private void legend(int place, String words, String colour, String dashes) {
    double y = y(LOWEST + 13) + 26 * place;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke-width='3' stroke='%s' %s/>\n",
            x(2_600),
            y,
            x(2_950),
            y,
            colour,
            dashes));
    text(x(3_030), y + 5, "start", words, colour);
  }

  private void curve(DoubleUnaryOperator price, String colour, String dashes) {
    svg.append("<polyline fill='none' stroke-width='3' stroke='").append(colour).append("' ");
    svg.append(dashes).append(" points='");
    for (int size = 0; size <= LARGEST; size += STEP) {
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(size), y(price.applyAsDouble(size))));
    }
    svg.append("'/>\n");
  }
}
