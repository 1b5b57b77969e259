package org.backpropnet.weka;

import java.io.PrintStream;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Recipe;
import org.backpropnet.weka.live.LiveTraining;
import weka.core.Utils;
import weka.gui.Logger;

/** Tells the status bar, and the console and the live window if asked to, how a training goes. */
public final class Progress implements EpochListener {
  private static final long PAUSE_MILLIS = 100;

  private final Logger log;
  private final PrintStream out;
  private final int starts;
  private final LiveTraining live;
  private long quietUntil;

  /**
   * A teller of one training.
   *
   * @param log gets a status line about ten times a second; null for nobody
   * @param out gets a line for each epoch; null for nobody
   * @param starts planned number of starts
   * @param live the training in the live window; null if it is not shown there
   */
  public Progress(Logger log, PrintStream out, int starts, LiveTraining live) {
    this.log = log;
    this.out = out;
    this.starts = starts;
    this.live = live;
  }

  /**
   * Says what the settings that stand at auto became for this table.
   *
   * @param recipe the decisions
   * @param kept whether the line stays in the log, too; one for each fold would be too many
   */
  public void begin(Recipe recipe, boolean kept) {
    String line = "Backprop Net decided for this table: " + recipe.describe();
    if (out != null) {
      out.println(line);
    }
    if (log != null) {
      log.statusMessage(line);
      if (kept) {
        log.logMessage(line);
      }
    }
  }

  @Override
  public Answer epoch(EpochReport report) {
    if (out != null) {
      out.println("Backprop Net: " + text(report, starts));
    }
    if (log != null && report.elapsedMillis() >= quietUntil) {
      quietUntil = report.elapsedMillis() + PAUSE_MILLIS;
      log.statusMessage("Backprop Net: " + text(report, starts));
    }
    return live == null ? Answer.CONTINUE : live.epoch(report);
  }

  /** Says that the training is over. */
  public void end() {
    if (live != null) {
      live.end();
    }
  }

  /**
   * One line about an epoch.
   *
   * @param report what the epoch brought
   * @param starts planned number of starts
   * @return for instance "epoch 12/200, loss 0.31, 3 s left"
   */
  public static String text(EpochReport report, int starts) {
    String start = starts > 1 ? "start " + (report.start() + 1) + "/" + starts + ", " : "";
    String validation =
        Double.isNaN(report.validationLoss())
            ? ""
            : ", validation loss " + Utils.doubleToString(report.validationLoss(), 4);
    double share = (report.start() + (double) report.epoch() / report.epochs()) / starts;
    long left = Math.round(report.elapsedMillis() * (1 / share - 1) / 1000);
    return start
        + ("epoch " + report.epoch() + "/" + report.epochs())
        + (", loss " + Utils.doubleToString(report.trainingLoss(), 4))
        + validation
        + (", " + Math.max(0, left) + " s left");
  }
}
