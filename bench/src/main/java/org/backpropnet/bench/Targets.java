package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.List;

/** What we set out to reach, beside what was measured: best of the rounds against best of them. */
final class Targets {
  /** Columns of the table. */
  static final List<String> OURS = List.of("ours JDK 17", "ours JDK 25", "ours JDK 25 Vector");

  private static final String SKLEARN = "scikit-learn";
  private static final String TORCH = "PyTorch";
  private static final String WEKA = "Weka";
  private static final String ONNX = "ONNX Runtime";
  private static final String TRAINING = "training samples/s";
  private static final String BATCH = "batch rows/s";
  private static final String ROW = "one row rows/s";

  private final Measurements figures;

  /**
   * One row of the table.
   *
   * @param text what is compared
   * @param wanted [3] targets for {@link #OURS}
   * @param reached [3] measured; NaN where a figure is missing
   */
  record Row(String text, double[] wanted, double[] reached) {}

  Targets(Measurements figures) {
    this.figures = figures;
  }

  /** All rows. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(against("T1", WEKA, TRAINING, 3, 5, 5));
    rows.add(against("T2", SKLEARN, TRAINING, 6, 6, 12));
    rows.add(against("T2", TORCH, TRAINING, 12, 12, 20));
    rows.add(against("T3", SKLEARN, TRAINING, 2.2, 2.5, 3.2));
    rows.add(against("T3", TORCH, TRAINING, 1.8, 2, 2.5));
    rows.add(against("T4", SKLEARN, TRAINING, 0.8, 1, 1.3));
    rows.add(against("T4", TORCH, TRAINING, 0.8, 1, 1.2));
    rows.add(against("T5", SKLEARN, TRAINING, 1.8, 2.2, 2.9));
    rows.add(against("T5", TORCH, TRAINING, 1.3, 1.6, 2.1));
    rows.add(against("T3", WEKA, TRAINING, 150, 170, 250));
    rows.add(against("T4", WEKA, TRAINING, 250, 300, 400));
    rows.add(against("T5", WEKA, TRAINING, 140, 160, 220));
    rows.add(share("T3", 0.45, 0.55, 0.75));
    rows.add(share("T4", 0.45, 0.55, 0.75));
    rows.add(against("T3", ONNX, BATCH, 0.9, 0.9, 1.2));
    rows.add(against("T4", ONNX, BATCH, 0.5, 0.6, 0.9));
    rows.add(against("T3", ONNX, ROW, 5, 5, 10));
    rows.add(cold(2));
    rows.add(twoThreads("T3", 1.8));
    rows.add(twoThreads("T4", 1.8));
    rows.add(twoThreads("T5", 1.4));
    return rows;
  }

  private Row against(String task, String peer, String what, double... wanted) {
    double theirs = figures.figures(new Quantity(task, peer, 1, what)).highest();
    double[] reached = new double[OURS.size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = figures.figures(new Quantity(task, OURS.get(i), 1, what)).highest() / theirs;
    }
    return new Row(task + " " + what + ", against " + peer, wanted, reached);
  }

  private Row cold(int threads) {
    String task = "T3";
    Quantity peer = new Quantity(task, SKLEARN, threads, ColdStarts.WHAT);
    double theirs = figures.figures(peer).lowest();
    double[] reached = new double[OURS.size()];
    for (int i = 0; i < reached.length; i++) {
      Quantity ours = new Quantity(task, OURS.get(i), threads, ColdStarts.WHAT);
      reached[i] = theirs / figures.figures(ours).lowest();
    }
    String text = "T3 whole process, " + threads + " threads, against " + SKLEARN;
    return new Row(text, new double[] {1, 1, 1}, reached);
  }

  private Row twoThreads(String task, double wanted) {
    double[] reached = new double[OURS.size()];
    for (int i = 0; i < reached.length; i++) {
      double one = figures.figures(new Quantity(task, OURS.get(i), 1, TRAINING)).highest();
      double two = figures.figures(new Quantity(task, OURS.get(i), 2, TRAINING)).highest();
      reached[i] = two / one;
    }
    return new Row(
        task + " training, 2 threads against 1", new double[] {wanted, wanted, wanted}, reached);
  }

  private Row share(String task, double... wanted) {
    double[] reached = new double[OURS.size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = share(task, OURS.get(i));
    }
    return new Row(task + " products, share of FMA peak", wanted, reached);
  }

  /**
   * Share of the core's limit, weighted by flops.
   *
   * @param task whose products
   * @param side on which JVM
   * @return NaN if a figure is missing
   */
  double share(String task, String side) {
    double flops = 0;
    double nanos = 0;
    for (Measurements.Line line : figures.of(KernelRounds.KERNELS)) {
      String[] words = line.quantity().what().split(" ", -1);
      if (line.quantity().side().equals(side)
          && words[0].startsWith(task + "-")
          && KernelBenchmark.needed(words[0], words[1])) {
        double work = KernelBenchmark.flops(words[0]);
        flops += work;
        nanos += work / line.number();
      }
    }
    Quantity peak = new Quantity(KernelRounds.KERNELS, side, 1, KernelRounds.PEAK);
    return flops == 0 ? Double.NaN : flops / nanos / figures.figures(peak).highest();
  }
}
