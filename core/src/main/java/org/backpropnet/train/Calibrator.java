package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.Dataset;
import org.backpropnet.data.TargetCode;
import org.backpropnet.engine.OutputSums;
import org.backpropnet.network.NetworkSpec;

/** Gathers answers to rows held out, of one network or of several that vote. */
final class Calibrator {
  /** So many rows tell a temperature to a hundredth and a miss to a hundredth of its rank. */
  private static final int MOST_ROWS = 20_000;

  private static final int FEWEST_ROWS = 500;

  /** Weights times rows that may be looked at, so that it takes about a second. */
  private static final double WORK = 1e9;

  private final boolean tempers;
  private final List<double[]> scores = new ArrayList<>();
  private final List<float[]> truths = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final List<Misses.Miss> misses = new ArrayList<>();
  private NetworkSpec spec;
  private boolean ruined;

  Calibrator(TrainingPlan plan) {
    tempers = Defaults.tempers(plan);
  }

  /**
   * Adds rows.
   *
   * @param shape of each network
   * @param members [networks][P] whose scores' mean counts
   * @param heldOut rows that none of them learned from
   * @param target how their truth is coded
   */
  void add(NetworkSpec shape, List<float[]> members, Dataset heldOut, TargetCode target) {
    spec = shape;
    int[] rows = rows(shape, members.size(), heldOut.rows());
    double[][] sums = new double[rows.length][shape.outputs()];
    OutputSums network = new OutputSums(shape, heldOut, rows);
    for (float[] member : members) {
      network.add(member, sums);
    }
    for (int r = 0; r < rows.length; r++) {
      for (int o = 0; o < sums[r].length; o++) {
        sums[r][o] /= members.size();
        ruined |= !Double.isFinite(sums[r][o]);
      }
      float[] truth = heldOut.targets()[rows[r]];
      double weight = heldOut.weights()[rows[r]];
      if (target instanceof TargetCode.Number number) {
        double miss = Math.abs(shape.output().value(sums[r][0]) - truth[0]) * number.scale();
        ruined |= !Double.isFinite(miss);
        misses.add(new Misses.Miss(miss, weight));
      } else {
        weights.add(weight);
        scores.add(sums[r]);
        truths.add(truth);
      }
    }
  }

  /** All rows, or so many as can be looked at in short time, evenly from first to last. */
  private static int[] rows(NetworkSpec shape, int members, int count) {
    double room = WORK / ((double) members * shape.parameterCount());
    int most = (int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, room));
    int[] rows = new int[Math.min(count, most)];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = (int) ((long) r * count / rows.length);
    }
    return rows;
  }

  /** Whether the rows of a table with such a target have anything to say. */
  boolean asks(TargetCode target) {
    return tempers || target instanceof TargetCode.Number;
  }

  /** What the rows say; nothing if there were none, or if an answer to them is no number. */
  Calibration calibration() {
    if (ruined || (misses.isEmpty() && scores.isEmpty())) {
      return Calibration.NONE;
    }
    return scores.isEmpty()
        ? new Calibration(1, Misses.of(misses))
        : new Calibration(new Temperature(spec, scores, truths, weights).best(), Misses.NONE);
  }
}
