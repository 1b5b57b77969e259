package org.backpropnet.weka.live;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Trained;
import org.backpropnet.weka.Progress;
import org.jfree.chart.ChartPanel;

/** What the window holds: curves, network, state, two buttons. Used on Swing's thread only. */
final class LivePanel extends JPanel {
  private static final long serialVersionUID = 1;

  private final transient List<LiveTraining> running = new ArrayList<>();
  private final transient LearningCurves curves = new LearningCurves();
  private final NetworkSketch sketch = new NetworkSketch();
  private final JLabel state = new JLabel("Waiting for the first epoch.");
  private final JTextArea decided = new JTextArea(" ");
  private final JToggleButton pause = new JToggleButton("Pause");
  private final JButton stop = new JButton("Stop and keep");

  LivePanel() {
    super(new BorderLayout(8, 8));
    ChartPanel chart = new ChartPanel(curves.chart());
    chart.setMinimumDrawWidth(0);
    chart.setMinimumDrawHeight(0);
    JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, chart, sketch);
    both.setResizeWeight(0.65);
    add(both, BorderLayout.CENTER);
    JPanel below = new JPanel(new BorderLayout());
    decided.setEditable(false);
    decided.setLineWrap(true);
    decided.setWrapStyleWord(true);
    decided.setOpaque(false);
    below.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 4));
    below.add(decided, BorderLayout.NORTH);
    below.add(state, BorderLayout.CENTER);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(pause);
    buttons.add(stop);
    below.add(buttons, BorderLayout.EAST);
    add(below, BorderLayout.SOUTH);
    setBackground(Color.WHITE);
    pause.setToolTipText("Lets the training wait after its epoch.");
    stop.setToolTipText("Ends the training after its epoch and keeps the best model so far.");
    pause.addActionListener(e -> pauseAll(pause.isSelected()));
    stop.addActionListener(e -> running.forEach(LiveTraining::stopAndKeep));
  }

  /** Shows a training from now on; the curves of those before stay. */
  void add(LiveTraining training) {
    running.add(training);
    training.pause(pause.isSelected());
  }

  /** Empties the picture. */
  void clear() {
    curves.clear();
    sketch.show(null);
    state.setText("Waiting for the first epoch.");
    decided.setText(" ");
  }

  /** Lets nothing wait any more. */
  void release() {
    pause.setSelected(false);
    pauseAll(false);
  }

  private void pauseAll(boolean wait) {
    running.forEach(training -> training.pause(wait));
  }

  boolean idle() {
    return running.isEmpty();
  }

  /** Draws what came since the last call. */
  void refresh() {
    for (LiveTraining training : List.copyOf(running)) {
      boolean over = training.isOver();
      List<EpochReport> fresh = training.fresh();
      fresh.forEach(report -> curves.add(training.number(), report));
      if (!fresh.isEmpty()) {
        state.setText(text(training, fresh.get(fresh.size() - 1)));
        show(training.picture());
      }
      if (over) {
        running.remove(training);
        if (running.isEmpty()) {
          state.setText(state.getText() + " - ended");
        }
      }
    }
  }

  /** The network, and what the settings at auto became for its table. */
  private void show(Trained now) {
    sketch.show(now);
    if (now != null) {
      decided.setText("Decided for this table: " + now.recipe().describe());
    }
  }

  private static String text(LiveTraining training, EpochReport report) {
    return "Training "
        + training.number()
        + ": "
        + Progress.text(report, training.starts())
        + String.format(", rate %.3g", report.learningRate());
  }
}
