package org.backpropnet.weka.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.train.EpochListener.Answer;
import org.backpropnet.train.EpochReport;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.Training;
import org.backpropnet.train.TrainingPlan;
import org.jfree.chart.ChartPanel;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

/** The window's content, without a screen. */
class LivePanelTest {
  private static <T extends Component> List<T> all(Container part, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Component inside : part.getComponents()) {
      if (type.isInstance(inside)) {
        found.add(type.cast(inside));
      }
      if (inside instanceof Container container) {
        found.addAll(all(container, type));
      }
    }
    return found;
  }

  private static void click(LivePanel panel, String name) {
    all(panel, AbstractButton.class).stream()
        .filter(button -> name.equals(button.getText()))
        .findFirst()
        .orElseThrow()
        .doClick();
  }

  private static XYDataset curves(LivePanel panel) {
    return all(panel, ChartPanel.class).get(0).getChart().getXYPlot().getDataset();
  }

  private static String state(LivePanel panel) {
    return all(panel, JLabel.class).get(0).getText();
  }

  private static Training training(String epochs) {
    double[][] rows = new double[30][2];
    for (int r = 0; r < rows.length; r++) {
      rows[r][0] = r;
      rows[r][1] = Math.abs(r - 15);
    }
    List<Column> columns = List.of(new Column.Numeric("x"), new Column.Numeric("y"));
    TrainingPlan plan =
        TrainingPlan.recommended()
            .with(Knob.EPOCHS, epochs)
            .with(Knob.OPTIMIZER, "adam")
            .with(Knob.RESTARTS, "1")
            .with(Knob.VALIDATION_SHARE, "0.2");
    return Training.start(new ArrayTable(columns, rows), "y", plan);
  }

  private static EpochReport report(int epoch, double loss) {
    return new EpochReport(0, epoch, 100_000, loss, Double.NaN, 1, 0.01, epoch);
  }

  private static LiveTraining unweighted(int number) {
    return new LiveTraining(number, 1, () -> training("1").result());
  }

  @Test
  void eachTrainingHasItsCurves() {
    LivePanel panel = new LivePanel();
    for (int fold = 1; fold <= 3; fold++) {
      Training training = training("20");
      LiveTraining live = new LiveTraining(fold, 1, training::result);
      panel.add(live);
      training.run(live);
      live.end();
      panel.refresh();
    }
    assertEquals(6, curves(panel).getSeriesCount());
    for (int s = 0; s < 6; s++) {
      assertEquals(20, curves(panel).getItemCount(s), curves(panel).getSeriesKey(s)::toString);
    }
    assertEquals("3 validation", curves(panel).getSeriesKey(5));
    assertTrue(state(panel).startsWith("Training 3: epoch 20/20, loss "), state(panel));
    assertTrue(state(panel).endsWith("ended"), state(panel));
    String decided = all(panel, JTextArea.class).get(0).getText();
    assertTrue(decided.startsWith("Decided for this table: 1 inputs - "), decided);
    assertTrue(panel.idle());
  }

  @Test
  void stopAndKeepEndsTheTrainingWithAModel() {
    LivePanel panel = new LivePanel();
    Training training = training("1000000");
    LiveTraining live = new LiveTraining(1, 1, training::result);
    panel.add(live);
    click(panel, "Stop and keep");
    Trained kept = training.run(live);
    assertEquals(1, kept.history().size());
    assertEquals(1, kept.best().epoch());
  }

  @Test
  void pauseHoldsTheTrainingUntilItIsReleased() throws Exception {
    LivePanel panel = new LivePanel();
    LiveTraining live = unweighted(1);
    panel.add(live);
    click(panel, "Pause");
    AtomicReference<Answer> answer = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              answer.set(live.epoch(report(1, 1)));
              done.countDown();
            });
    thread.start();
    assertFalse(done.await(300, TimeUnit.MILLISECONDS), "it must wait");
    click(panel, "Pause");
    assertTrue(done.await(60, TimeUnit.SECONDS), "it must go on");
    assertEquals(Answer.CONTINUE, answer.get());
  }

  @Test
  void anInterruptEndsAPauseAndTheFlagStays() {
    LiveTraining live = unweighted(1);
    live.pause(true);
    Thread.currentThread().interrupt();
    live.epoch(report(1, 1));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aClosedWindowHoldsNothing() {
    LivePanel panel = new LivePanel();
    LiveTraining live = unweighted(1);
    panel.add(live);
    click(panel, "Pause");
    panel.release();
    assertEquals(Answer.CONTINUE, live.epoch(report(1, 1)));
  }

  @Test
  void longTrainingsAreThinnedOutAndZeroStaysOnTheScale() {
    LivePanel panel = new LivePanel();
    LiveTraining live = unweighted(1);
    panel.add(live);
    for (int epoch = 1; epoch <= 10_000; epoch++) {
      live.epoch(report(epoch, epoch < 10_000 ? 1.0 / epoch : 0));
    }
    panel.refresh();
    int points = curves(panel).getItemCount(0);
    assertTrue(points > 500 && points <= 2_001, "points: " + points);
    assertEquals(1, curves(panel).getXValue(0, 0));
    assertTrue(curves(panel).getXValue(0, points - 1) > 9_900);
    paint(panel);
  }

  @Test
  void ofManyTrainingsTheLastOnesStay() {
    LivePanel panel = new LivePanel();
    for (int number = 1; number <= 30; number++) {
      LiveTraining live = unweighted(number);
      panel.add(live);
      live.epoch(report(1, 1));
      live.end();
      panel.refresh();
    }
    assertEquals(11, curves(panel).getSeriesCount());
    assertEquals("30 training", curves(panel).getSeriesKey(10));
  }

  @Test
  void theNetworkIsDrawnInRedAndBlue() {
    Training training = training("30");
    LiveTraining live = new LiveTraining(1, 1, training::result);
    LivePanel panel = new LivePanel();
    panel.add(live);
    training.run(live);
    panel.refresh();
    BufferedImage image = paint(panel);
    int red = 0;
    int blue = 0;
    NetworkSketch sketch = all(panel, NetworkSketch.class).get(0);
    for (int x = image.getWidth() - sketch.getWidth(); x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight() - 60; y++) {
        int rgb = image.getRGB(x, y);
        int distance = ((rgb >> 16) & 255) - (rgb & 255);
        red += distance > 60 ? 1 : 0;
        blue += distance < -60 ? 1 : 0;
      }
    }
    assertTrue(red > 0 && blue > 0, red + " red and " + blue + " blue points");
  }

  private static BufferedImage paint(LivePanel panel) {
    panel.setSize(900, 480);
    layOut(panel);
    BufferedImage image = new BufferedImage(900, 480, BufferedImage.TYPE_INT_RGB);
    panel.printAll(image.getGraphics());
    return image;
  }

  private static void layOut(Container part) {
    part.doLayout();
    for (Component inside : part.getComponents()) {
      if (inside instanceof Container container) {
        layOut(container);
      }
    }
  }

  @Test
  void withoutAScreenThereIsNoWindow() {
    assertNull(LiveWindow.show(1, () -> training("1").result()));
  }
}
