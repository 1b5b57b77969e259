package org.backpropnet.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.backpropnet.function.Activation;
import org.backpropnet.network.NetworkSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.textbook.Slope;
import org.backpropnet.textbook.TextbookBackprop;

/** Every number of docs/why.md, computed by the textbook network from the house example. */
final class WhyNumbers {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final SmallHouses houses;

  private WhyNumbers(SmallHouses houses) {
    this.houses = houses;
  }

  /** Name of each fact to the number as it is printed. */
  static Map<String, String> compute(Path csv) throws IOException {
    WhyNumbers numbers = new WhyNumbers(new SmallHouses(csv));
    numbers.run();
    return numbers.facts;
  }

  private void run() {
    NetworkSpec bent = SmallHouses.spec(Activation.TANH);
    TextbookBackprop book = new TextbookBackprop(bent);
    double[] start = SmallHouses.startWeights(bent);
    put("houses", houses.price.length, 0);
    put("average-price", houses.mean, 0);
    put("average-miss", houses.spread, 2);
    put("weights", start.length, 0);
    put("start-miss", houses.miss(book, start), 2);
    oneNudge(book, start);
    oneStep(book, start);
    double[] learned = houses.walk(book, start, SmallHouses.STEPS);
    put("steps", SmallHouses.STEPS, 0);
    put("rate", SmallHouses.RATE, 1);
    put("learned-miss", houses.miss(book, learned), 2);
    withoutBends();
    outputLayer(book, learned);
  }

  /** The dial of the text: from the rating of the schools to the first unit. */
  private void oneNudge(TextbookBackprop book, double[] at) {
    int weight = Parameters.of(SmallHouses.spec(Activation.TANH)).weight(0, 0, 1);
    double before = houses.loss(book, at);
    double[] nudged = at.clone();
    nudged[weight] += 0.01;
    double after = houses.loss(book, nudged);
    double slope = houses.slopes(book, at)[weight];
    double measured = Slope.measure(p -> houses.loss(book, p), at.clone(), weight, 1e-3);
    put("nudge", 0.01, 2);
    put("nudge-before", before, 6);
    put("nudge-after", after, 6);
    put("nudge-change", after - before, 6);
    put("slope", slope, 6);
    put("slope-times-nudge", slope * 0.01, 6);
    put("slope-measured", measured, 6);
  }

  private void oneStep(TextbookBackprop book, double[] at) {
    double[] after = houses.walk(book, at, 1);
    double[] wrong = new double[at.length];
    Arrays.setAll(wrong, i -> 2 * at[i] - after[i]);
    put("step-before", houses.miss(book, at), 2);
    put("step-after", houses.miss(book, after), 2);
    put("step-wrong-way", houses.miss(book, wrong), 2);
    put("step-ten", houses.miss(book, houses.walk(book, at, 10)), 2);
    put("step-hundred", houses.miss(book, houses.walk(book, at, 100)), 2);
  }

  private void withoutBends() {
    NetworkSpec straight = SmallHouses.spec(Activation.IDENTITY);
    TextbookBackprop book = new TextbookBackprop(straight);
    double[] learned = houses.walk(book, SmallHouses.startWeights(straight), SmallHouses.STEPS);
    put("straight-miss", houses.miss(book, learned), 2);
    Parameters layout = Parameters.of(straight);
    for (int c = 0; c < SmallHouses.COLUMNS.size(); c++) {
      double product = 0;
      for (int unit = 0; unit < SmallHouses.UNITS; unit++) {
        product += learned[layout.weight(1, 0, unit)] * learned[layout.weight(0, unit, c)];
      }
      put("line-" + name(c), product, 4);
    }
    OLSMultipleLinearRegression line = leastSquares(houses);
    double residual = line.calculateResidualSumOfSquares() / houses.price.length;
    double[] best = line.estimateRegressionParameters();
    put("ols-miss", Math.sqrt(residual) * houses.spread, 2);
    for (int c = 0; c < SmallHouses.COLUMNS.size(); c++) {
      put("ols-" + name(c), best[c + 1], 4);
    }
  }

  /** The straight line that misses least, all columns in standard deviations. */
  static OLSMultipleLinearRegression leastSquares(SmallHouses houses) {
    OLSMultipleLinearRegression line = new OLSMultipleLinearRegression();
    double[] answers = Arrays.stream(houses.rows.targets()).mapToDouble(t -> t[0]).toArray();
    line.newSampleData(answers, houses.rows.inputs());
    return line;
  }

  private static String name(int column) {
    return SmallHouses.COLUMNS.get(column).replace('_', '-');
  }

  /** What a sigmoid behind the last layer would do to prices, and what it does for yes and no. */
  private void outputLayer(TextbookBackprop book, double[] learned) {
    double score = book.forward(learned, houses.rows.inputs()[0]).answer()[0];
    put("house-score", score, 3);
    put("house-price", houses.mean + houses.spread * score, 2);
    put("house-true", houses.price[0], 2);
    put("sigmoid-of-score", Activation.SIGMOID.value(score), 3);
    long outside = Arrays.stream(houses.rows.targets()).filter(t -> t[0] <= 0 || t[0] >= 1).count();
    put("outside-share", 100.0 * outside / houses.price.length, 0);
    put("sigmoid-minus-two", Activation.SIGMOID.value(-2), 3);
    put("sigmoid-zero", Activation.SIGMOID.value(0), 1);
    put("sigmoid-two", Activation.SIGMOID.value(2), 3);
  }

  private void put(String id, double value, int decimals) {
    facts.put(id, String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }
}
