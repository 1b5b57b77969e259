package org.backpropnet.weka.live;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.backpropnet.train.EpochReport;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The losses of one or more trainings over their epochs, on a logarithmic scale. */
final class LearningCurves {
  /** More curves than this cannot be told apart; the oldest go. */
  private static final int MOST_TRAININGS = 11;

  /** A curve of more points is thinned out to half of them. */
  private static final int MOST_POINTS = 2_000;

  /** Zero has no place on a logarithmic scale. */
  private static final double LEAST = 1e-12;

  private static final BasicStroke DASHES =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  private final XYSeriesCollection curves = new XYSeriesCollection();
  private final Map<Integer, Integer> strides = new HashMap<>();
  private final Deque<Integer> shown = new ArrayDeque<>();
  private final JFreeChart chart;

  LearningCurves() {
    chart =
        ChartFactory.createXYLineChart(
            null, "Epoch", "Loss", curves, PlotOrientation.VERTICAL, true, false, false);
    XYPlot plot = chart.getXYPlot();
    LogAxis loss = new LogAxis("Loss");
    loss.setSmallestValue(LEAST);
    loss.setNumberFormatOverride(new DecimalFormat("0.###E0"));
    plot.setRangeAxis(loss);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    plot.setRenderer(new XYLineAndShapeRenderer(true, false));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    chart.setBackgroundPaint(Color.WHITE);
  }

  JFreeChart chart() {
    return chart;
  }

  /** Forgets all curves. */
  void clear() {
    curves.removeAllSeries();
    strides.clear();
    shown.clear();
  }

  /** Adds a point to the curves of a training. */
  void add(int training, EpochReport report) {
    if (strides.putIfAbsent(training, 1) == null) {
      begin(training);
    }
    long epoch = (long) report.start() * report.epochs() + report.epoch();
    int stride = strides.get(training);
    if (!shown.contains(training) || (epoch % stride != 0 && epoch > 1)) {
      return;
    }
    point(training + " training", epoch, report.trainingLoss());
    if (!Double.isNaN(report.validationLoss())) {
      point(training + " validation", epoch, report.validationLoss());
    }
    if (curves.getSeries(training + " training").getItemCount() > MOST_POINTS) {
      strides.put(training, stride * 2);
      thin(training + " training", stride * 2);
      thin(training + " validation", stride * 2);
    }
  }

  private void begin(int training) {
    shown.addLast(training);
    if (shown.size() > MOST_TRAININGS) {
      int oldest = shown.removeFirst();
      remove(oldest + " training");
      remove(oldest + " validation");
    }
  }

  private void remove(String name) {
    int at = curves.getSeriesIndex(name);
    if (at >= 0) {
      curves.removeSeries(at);
      paintAll();
    }
  }

  private void point(String name, long epoch, double loss) {
    if (curves.getSeriesIndex(name) < 0) {
      curves.addSeries(new XYSeries(name, true, false));
      paintAll();
    }
    if (Double.isFinite(loss)) {
      curves.getSeries(name).addOrUpdate((double) epoch, Math.max(LEAST, loss));
    }
  }

  private void thin(String name, int stride) {
    int at = curves.getSeriesIndex(name);
    if (at < 0) {
      return;
    }
    XYSeries curve = curves.getSeries(at);
    curve.setNotify(false);
    for (int i = curve.getItemCount() - 1; i > 0; i--) {
      if (curve.getX(i).longValue() % stride != 0) {
        curve.remove(i);
      }
    }
    curve.setNotify(true);
  }

  /** A colour for each training, dashes for its validation; series move up when others go. */
  private void paintAll() {
    XYLineAndShapeRenderer pen = (XYLineAndShapeRenderer) chart.getXYPlot().getRenderer();
    for (int s = 0; s < curves.getSeriesCount(); s++) {
      String name = String.valueOf(curves.getSeriesKey(s));
      int training = Integer.parseInt(name.substring(0, name.indexOf(' ')));
      float hue = (training * 0.382f + 0.2f) % 1;
      pen.setSeriesPaint(s, Color.getHSBColor(hue, 0.9f, 0.75f));
      pen.setSeriesStroke(s, name.endsWith("validation") ? DASHES : new BasicStroke(2));
    }
  }
}
