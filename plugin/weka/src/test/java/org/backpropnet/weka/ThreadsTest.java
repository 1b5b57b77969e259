package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** One model, many threads. */
class ThreadsTest {
  private static final int THREADS = 8;

  @Test
  void eightThreadsPredictWhatOneDoes() throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-H \"16, 8\" -N 10"));
    Instances data = Rows.classes(200);
    net.buildClassifier(data);
    double[][] alone = new double[data.size()][];
    for (int r = 0; r < alone.length; r++) {
      alone[r] = net.distributionForInstance(data.get(r));
    }
    List<Callable<double[][]>> work = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      // Half of them have headers of their own, so that the model is bound anew all the time.
      Instances rows = t % 2 == 0 ? data : renamed(data);
      boolean batch = t % 4 < 2;
      work.add(() -> batch ? net.distributionsForInstances(rows) : each(net, rows));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<double[][]> answer : pool.invokeAll(work)) {
        double[][] answers = answer.get();
        for (int r = 0; r < alone.length; r++) {
          assertArrayEquals(alone[r], answers[r]);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** The same rows under a header of their own. */
  private static Instances renamed(Instances data) {
    Instances copy = new Instances(data);
    copy.renameAttribute(0, "x");
    copy.renameAttribute(0, data.attribute(0).name());
    return copy;
  }

  private static double[][] each(BackpropNet net, Instances rows) throws Exception {
    List<double[]> answers = new ArrayList<>();
    for (Instance row : rows) {
      answers.add(net.distributionForInstance(row));
    }
    return answers.toArray(new double[0][]);
  }
}
