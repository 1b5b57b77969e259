package org.backpropnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.backpropnet.BackpropNet;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.TrainingPlan;
import org.backpropnet.weka.BoundModel;
import org.backpropnet.weka.InstancesTable;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * One side in a process of its own. "load ROWS FOLDS" reads files; "fit REPEAT FOLD" learns and
 * answers "cpu SECONDS" and all numbers that it predicts, row by row. The seconds are those of the
 * whole process since the last answer, its compilers included.
 */
public final class FoldChild {
  private final Learner learner;
  private final PrintStream out;
  private Instances rows;
  private Folds folds;
  private double usedBefore;

  /** Learns from rows and answers for others, whose class it cannot see. */
  private interface Learner {
    double[][] answers(Instances training, Instances unknown) throws Exception;
  }

  private FoldChild(Learner learner, PrintStream out) {
    this.learner = learner;
    this.out = out;
  }

  /**
   * Obeys words until there are no more.
   *
   * @param args "ours" and the settings of a plan, or "weka", the class for categories and that for
   *     numbers
   * @throws IOException if the pipe breaks
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    // What schemes print must not get between our answers.
    System.setOut(System.err);
    Learner learner =
        args[0].equals(Contender.OURS)
            ? ours(new Plan("", args[1]).training())
            : weka(args[1], args[2]);
    FoldChild child = new FoldChild(learner, out);
    out.println("ready " + args[0]);
    out.flush();
    BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      child.obey(line.split("\t", -1));
      out.flush();
    }
  }

  private static Learner ours(TrainingPlan plan) {
    return (training, unknown) -> {
      String target = training.classAttribute().name();
      InstancesTable table = new InstancesTable(training);
      Model model = BackpropNet.train(table, target, plan, EpochListener.SILENT);
      return new BoundModel(model, unknown, training).distributions(List.copyOf(unknown));
    };
  }

  private static Learner weka(String forClasses, String forNumbers) {
    return (training, unknown) -> {
      String name = training.classAttribute().isNominal() ? forClasses : forNumbers;
      Classifier scheme = AbstractClassifier.forName(name, new String[0]);
      scheme.buildClassifier(training);
      double[][] answers = new double[unknown.numInstances()][];
      for (int r = 0; r < answers.length; r++) {
        answers[r] = scheme.distributionForInstance(unknown.get(r)).clone();
      }
      return answers;
    };
  }

  private void obey(String[] word) {
    try {
      if (word[0].equals("load")) {
        rows = (Instances) SerializationHelper.read(word[1]);
        folds = Folds.read(Path.of(word[2]));
        usedBefore = cpuSeconds();
        out.println("loaded");
      } else {
        fit(Integer.parseInt(word[1]), Integer.parseInt(word[2]));
      }
    } catch (Exception | OutOfMemoryError e) {
      out.println("failed " + e);
    }
  }

  private void fit(int repeat, int fold) throws Exception {
    Instances training = folds.rows(rows, repeat, fold, false);
    Instances unknown = folds.rows(rows, repeat, fold, true);
    for (Instance row : unknown) {
      row.setClassMissing();
    }
    double[][] answers = learner.answers(training, unknown);
    double used = cpuSeconds();
    StringBuilder line = new StringBuilder("cpu ").append(used - usedBefore);
    usedBefore = used;
    for (double[] answer : answers) {
      for (double number : answer) {
        line.append(' ').append(number);
      }
    }
    out.println(line);
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        * 1e-9;
  }
}
