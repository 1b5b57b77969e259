package org.backpropnet.knime.adapter;

import java.util.Locale;
import org.backpropnet.train.EpochReport;

/** How a training goes, in one line. */
final class ProgressText {
  private ProgressText() {}

  /** How much of all starts is done, from 0 to 1. */
  static double share(EpochReport report, int starts) {
    double share = (report.start() + (double) report.epoch() / report.epochs()) / starts;
    return Math.max(0, Math.min(1, share));
  }

  /** For instance "epoch 12/200, loss 0.31, 3 s left". */
  static String of(EpochReport report, int starts) {
    String start = starts > 1 ? "start " + (report.start() + 1) + "/" + starts + ", " : "";
    String validation =
        Double.isNaN(report.validationLoss())
            ? ""
            : ", validation loss " + number(report.validationLoss());
    double left = report.elapsedMillis() * (1 / share(report, starts) - 1) / 1000;
    return start
        + ("epoch " + report.epoch() + "/" + report.epochs())
        + (", loss " + number(report.trainingLoss()))
        + validation
        + (", " + Math.round(left) + " s left");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
