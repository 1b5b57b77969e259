package org.backpropnet.weka.live;

import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.backpropnet.train.Trained;

/**
 * The one window of this Java machine in which trainings are shown, those of parallel folds beside
 * each other. A training never waits for it: it leaves its reports and goes on.
 */
public final class LiveWindow {
  private static final int REFRESH_MILLIS = 200;

  /** A window that was closed stays closed for trainings that follow within this time: folds. */
  private static final long CLOSED_MILLIS = 3_000;

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static LiveWindow shared;

  private final JFrame frame = new JFrame("Backprop Net: live training");
  private final LivePanel panel = new LivePanel();
  private final Timer timer = new Timer(REFRESH_MILLIS, e -> refresh());
  private boolean closed;
  private long lastSeen;

  private LiveWindow() {
    frame.setContentPane(panel);
    frame.setSize(900, 480);
    frame.setLocationByPlatform(true);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            closed = true;
            panel.release();
          }
        });
  }

  /**
   * Shows a training, if there is a screen.
   *
   * @param starts how often it begins anew
   * @param weights what was learned so far; asked for on the training's thread only
   * @return what the training must tell its epochs, and its end; null if there is no screen
   */
  public static LiveTraining show(int starts, Supplier<Trained> weights) {
    if (GraphicsEnvironment.isHeadless()) {
      return null;
    }
    LiveTraining training = new LiveTraining(NUMBER.incrementAndGet(), starts, weights);
    SwingUtilities.invokeLater(() -> open(training));
    return training;
  }

  private static void open(LiveTraining training) {
    if (shared == null) {
      shared = new LiveWindow();
    }
    shared.follow(training);
  }

  private void follow(LiveTraining training) {
    long now = System.currentTimeMillis();
    boolean pause = panel.idle() && now - lastSeen > CLOSED_MILLIS;
    if (pause) {
      panel.clear();
    }
    panel.add(training);
    lastSeen = now;
    if (!frame.isVisible() && (!closed || pause)) {
      closed = false;
      frame.setVisible(true);
    }
    timer.start();
  }

  private void refresh() {
    panel.refresh();
    if (panel.idle()) {
      timer.stop();
    } else {
      lastSeen = System.currentTimeMillis();
    }
  }
}
