package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** A table as it comes: no exception, and each decision in the text of the model. */
class RawTableTest {
  /**
   * A row number, prices and days that became labels, a date, a column that is nearly all missing,
   * a constant, and a thousand zips; the prices decide.
   */
  static Instances table(int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("id"));
    attributes.add(new Attribute("price", labels(rows, "%d.5", "n/a")));
    attributes.add(new Attribute("day", labels(28, "2024-02-%02d", "unknown")));
    attributes.add(new Attribute("sold", "yyyy-MM-dd"));
    attributes.add(new Attribute("rarely"));
    attributes.add(new Attribute("always"));
    attributes.add(new Attribute("zip", labels(1_000, "z%d")));
    attributes.add(new Attribute("dear", List.of("no", "yes")));
    Instances data = new Instances("raw", attributes, rows);
    data.setClassIndex(7);
    Random random = new Random(5);
    for (int r = 0; r < rows; r++) {
      int price = random.nextInt(10) == 0 ? rows : random.nextInt(rows);
      double rarely = random.nextInt(10) == 0 ? random.nextGaussian() : Utils.missingValue();
      double zip = random.nextBoolean() ? random.nextInt(8) : random.nextInt(1_000);
      int day = random.nextInt(20) == 0 ? 28 : random.nextInt(28);
      data.add(
          new DenseInstance(
              1,
              new double[] {
                r + 1, price, day, 1.7e12 + 8.64e7 * r, rarely, 7, zip, 2 * price > rows ? 1 : 0
              }));
    }
    return data;
  }

  private static List<String> labels(int count, String form, String... others) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(String.format(Locale.ROOT, form, i + 1));
    }
    labels.addAll(List.of(others));
    return labels;
  }

  @Test
  void everyDecisionStandsInTheText() throws Exception {
    BackpropNet net = new BackpropNet();
    net.buildClassifier(table(300));
    String text = net.toString();
    for (String part :
        List.of(
            "Dates count as milliseconds since 1970: \"sold\".",
            "The labels of column \"price\" are read as numbers; \"n/a\" among them count as missing.",
            "The labels of column \"day\" are read as dates",
            "Column \"id\" is left out: it numbers the rows.",
            "Column \"always\" is left out: it is 7.0 in every training row.",
            "\"rarely\" (9",
            "Labels of less than two training rows share one input, as new labels do: ")) {
      assertTrue(text.contains(part), part + " is not in " + text);
    }
  }

  @Test
  void itIsLearnedAndNewRowsAreReadInTheSameWay() throws Exception {
    Instances data = table(300);
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(new BackpropNet(), data, 4, new Random(1));
    // The price alone decides, and is missing in a tenth of the rows; who takes its labels one by
    // one sees most of them for the first time and is right in little more than half.
    assertTrue(evaluation.pctCorrect() > 88, evaluation.toSummaryString());
  }
}
