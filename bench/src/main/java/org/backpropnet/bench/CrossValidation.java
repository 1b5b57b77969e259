package org.backpropnet.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * One scheme on one table, in a process of its own: repeated stratified 10-fold cross-validation.
 * Prints the score of every fold (accuracy in percent, or correlation) and then the CPU seconds
 * that the process had used after the first run.
 */
public final class CrossValidation {
  private static final int FOLDS = 10;

  private CrossValidation() {}

  /**
   * Runs it.
   *
   * @param args class name of the scheme, ARFF file, number of runs
   * @throws Exception whatever Weka throws
   */
  public static void main(String[] args) throws Exception {
    Instances data = DataSource.read(args[1]);
    data.setClassIndex(data.numAttributes() - 1);
    Classifier scheme = AbstractClassifier.forName(args[0], new String[0]);
    double cpuSeconds = 0;
    for (int run = 1; run <= Integer.parseInt(args[2]); run++) {
      Random random = new Random(run);
      Instances shuffled = new Instances(data);
      shuffled.randomize(random);
      if (data.classAttribute().isNominal()) {
        shuffled.stratify(FOLDS);
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        System.out.println("score " + score(scheme, shuffled, random, fold));
      }
      cpuSeconds = run == 1 ? cpuSeconds() : cpuSeconds;
    }
    System.out.printf(Locale.ROOT, "cpu %.3f%n", cpuSeconds);
  }

  private static double score(Classifier scheme, Instances data, Random random, int fold)
      throws Exception {
    Instances training = data.trainCV(FOLDS, fold, random);
    Classifier copy = AbstractClassifier.makeCopy(scheme);
    copy.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(copy, data.testCV(FOLDS, fold));
    return data.classAttribute().isNominal()
        ? evaluation.pctCorrect()
        : evaluation.correlationCoefficient();
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        * 1e-9;
  }
}
