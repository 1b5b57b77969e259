package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.Utils;

/** The classifier inside of Weka's classifiers that use others. */
class MetaTest {
  private static final String OURS = "weka.classifiers.functions.BackpropNet";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta.AdaBoostM1 -I 3 -W $ -- -N 10",
        "meta.Bagging -I 3 -W $ -- -N 10",
        "meta.CostSensitiveClassifier -cost-matrix \"[0 1 1; 5 0 1; 1 1 0]\" -W $ -- -N 10",
        "meta.FilteredClassifier -F weka.filters.unsupervised.attribute.Discretize -W $ -- -N 10",
        "meta.AttributeSelectedClassifier -W $ -- -N 10",
        "meta.CVParameterSelection -P \"N 2 10 2\" -X 3 -W $ -- -H 4",
        "misc.InputMappedClassifier -W $ -- -N 10",
        "meta.IterativeClassifierOptimizer -F 3 -L 5 -W $ -- -N 10 -optimizer adam",
        "meta.Stacking -X 3 -M weka.classifiers.functions.Logistic -B \"$ -N 10\" -B \"$ -H none\"",
        "meta.MultiClassClassifier -W $ -- -N 10",
        "meta.MultiSearch -E ACC -search \"weka.core.setupgenerator.ListParameter -property"
            + " hiddenLayers -list \\\"4 none\\\"\" -search \"weka.core.setupgenerator.ListParameter"
            + " -property activation -list \\\"tanh relu\\\"\" -algorithm"
            + " \"weka.classifiers.meta.multisearch.DefaultSearch -initial-folds 2"
            + " -subsequent-folds 2\" -W $ -- -N 10",
        "meta.GridSearch -E ACC -x-property l1Penalty -x-min -5 -x-max -4 -x-step 1 -x-base 10"
            + " -x-expression pow(BASE,I) -y-property momentum -y-min 0.5 -y-max 0.9 -y-step 0.4"
            + " -y-base 10 -y-expression I -W $ -- -N 10 -H 8 -optimizer momentum",
        "meta.Vote -B \"$ -N 10\" -B weka.classifiers.trees.J48"
      })
  void everyRowGetsProbabilities(String scheme) throws Exception {
    String[] words = Utils.splitOptions(scheme.replace("$", OURS));
    String name = "weka.classifiers." + words[0];
    words[0] = "";
    Classifier meta = AbstractClassifier.forName(name, words);
    Instances data = Rows.classes(120);
    meta.buildClassifier(data);
    int right = 0;
    for (int r = 0; r < data.size(); r++) {
      double[] distribution = meta.distributionForInstance(data.get(r));
      // Sums of three doubles near 1.
      assertEquals(1, Utils.sum(distribution), 1e-9);
      right += Utils.maxIndex(distribution) == data.get(r).classValue() ? 1 : 0;
    }
    int[] counts = data.attributeStats(data.classIndex()).nominalCounts;
    assertTrue(right > counts[Utils.maxIndex(counts)], "right: " + right);
  }
}
