package org.backpropnet.weka;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import org.backpropnet.testing.ProjectFiles;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * Measures how long a Stop takes and prints the table of docs/weka.md: houses, 50 times, 20 Stops
 * of each kind of work at moments drawn from a second and a half.
 */
final class StopLatency {
  private static final int COPIES = 50;
  private static final int STOPS = 20;
  private static final String LARGE = "-N 1000000 -H 256,256 ";

  private final Instances data;

  private StopLatency() throws Exception {
    Instances one = DataSource.read(ProjectFiles.testData("houses.arff").toString());
    one.setClassIndex(one.numAttributes() - 1);
    data = new Instances(one, 0);
    for (int copy = 0; copy < COPIES; copy++) {
      data.addAll(one);
    }
  }

  public static void main(String[] args) throws Exception {
    StopLatency houses = new StopLatency();
    // Weka looks for its packages when a process trains for the first time; that is not our Stop.
    new BackpropNet().buildClassifier(new Instances(houses.data, 0, 500));
    System.out.println("| what is stopped | median ms | longest ms |");
    System.out.println("|---|---|---|");
    houses.build("training, nothing set", "");
    houses.build("training, `-H 256,256 -threads 1`", LARGE + "-threads 1");
    houses.build("training, `-H 256,256 -threads 2`", LARGE + "-threads 2");
    houses.build("the same with `-optimizer l-bfgs`", LARGE + "-threads 2 -optimizer l-bfgs");
    houses.row("cross-validation, nothing set", houses::crossValidation);
    BackpropNet net = net("-N 1 -optimizer adam -H 2000,2000");
    net.buildClassifier(new Instances(houses.data, 0, 200));
    houses.row("prediction by `-H 2000,2000`", () -> net.distributionsForInstances(houses.data));
  }

  private static BackpropNet net(String options) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions(options));
    return net;
  }

  private Evaluation crossValidation() throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(new BackpropNet(), data, 10, new Random(1));
    return evaluation;
  }

  private void build(String what, String options) throws Exception {
    row(
        what,
        () -> {
          net(options).buildClassifier(data);
          return null;
        });
  }

  private void row(String what, Callable<?> work) throws Exception {
    Random random = new Random(1);
    double[] millis = new double[STOPS];
    for (int s = 0; s < STOPS; s++) {
      millis[s] = stopped(work, 100 + random.nextInt(1_500));
    }
    Arrays.sort(millis);
    double median = (millis[STOPS / 2 - 1] + millis[STOPS / 2]) / 2;
    System.out.printf("| %s | %.1f | %.1f |%n", what, median, millis[STOPS - 1]);
  }

  /** From the click to the end of the thread. */
  private static double stopped(Callable<?> work, long afterMillis) throws Exception {
    Throwable[] end = new Throwable[1];
    Thread run =
        new Thread(
            () -> {
              try {
                work.call();
              } catch (Exception e) {
                end[0] = e;
              }
            });
    run.start();
    Thread.sleep(afterMillis);
    long click = System.nanoTime();
    run.interrupt();
    run.join();
    long waited = System.nanoTime() - click;
    if (!(end[0] instanceof InterruptedException)) {
      throw new IllegalStateException("It was over before the Stop, or failed.", end[0]);
    }
    return waited / 1e6;
  }
}
