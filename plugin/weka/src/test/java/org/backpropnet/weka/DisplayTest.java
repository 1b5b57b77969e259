package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.backpropnet.train.EpochReport;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.Logger;
import weka.gui.graphvisualizer.BIFParser;
import weka.gui.graphvisualizer.GraphEdge;
import weka.gui.graphvisualizer.GraphNode;

class DisplayTest {
  private static BackpropNet built(String options, Instances data, Logger log) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions(options));
    net.setLog(log);
    net.buildClassifier(data);
    return net;
  }

  @Test
  void theGraphWindowReadsTheDrawing() throws Exception {
    Instances data = Rows.classes(40);
    data.renameAttribute(0, "a < b & \"c\"");
    BackpropNet net = built("-H \"3, 2\" -N 2", data, null);
    ArrayList<GraphNode> nodes = new ArrayList<>();
    ArrayList<GraphEdge> edges = new ArrayList<>();
    assertEquals("Backprop Net", new BIFParser(net.graph(), nodes, edges).parse());
    assertEquals(3 + 3 + 2 + 3, nodes.size());
    assertEquals(3 * 3 + 3 * 2 + 2 * 3, edges.size());
    assertEquals("input a < b & \"c\"", nodes.get(0).ID);
  }

  @Test
  void aWideLayerIsDrawnAsOneNode() throws Exception {
    BackpropNet net = built("-H 40 -N 2", Rows.numbers(40), null);
    ArrayList<GraphNode> nodes = new ArrayList<>();
    ArrayList<GraphEdge> edges = new ArrayList<>();
    new BIFParser(net.graph(), nodes, edges).parse();
    assertEquals(3 + 1 + 1, nodes.size());
  }

  private static final class Heard implements Logger {
    private final List<String> status = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @Override
    public void logMessage(String message) {
      kept.add(message);
    }

    @Override
    public void statusMessage(String message) {
      status.add(message);
    }
  }

  @Test
  void theStatusBarHearsWhatAutoBecameAndOfTheFirstEpoch() throws Exception {
    Heard heard = new Heard();
    BackpropNet net = built("-N 3 -optimizer adam", Rows.numbers(40), heard);
    String decided = "Backprop Net decided for this table: ";
    assertTrue(heard.status.get(0).startsWith(decided), heard.status.get(0));
    assertTrue(heard.status.get(1).startsWith("Backprop Net: epoch 1/3, loss "));
    assertEquals(List.of(heard.status.get(0)), heard.kept);
    String recipe = heard.kept.get(0).substring(decided.length());
    assertTrue(net.toString().contains(recipe), "the model text says the same: " + net);
  }

  @Test
  void theFoldsOfACrossValidationLeaveNoLineInTheLog() throws Exception {
    Heard heard = new Heard();
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-N 3 -optimizer adam"));
    BackpropNet fold = (BackpropNet) AbstractClassifier.makeCopy(net);
    fold.setLog(heard);
    fold.buildClassifier(Rows.numbers(40));
    assertTrue(heard.status.get(0).contains("decided"), heard.status.get(0));
    assertEquals(List.of(), heard.kept);
  }

  @Test
  void aStatusLineTellsEpochLossAndTimeLeft() {
    EpochReport report = new EpochReport(0, 50, 200, 0.31, Double.NaN, 1, 0.01, 1_000);
    assertEquals("epoch 50/200, loss 0.31, 3 s left", Progress.text(report, 1));
    EpochReport second = new EpochReport(1, 50, 100, 0.31, 0.4, 1, 0.01, 3_000);
    assertEquals(
        "start 2/2, epoch 50/100, loss 0.31, validation loss 0.4, 1 s left",
        Progress.text(second, 2));
  }

  @Test
  void everyMeasureHasAValue() throws Exception {
    BackpropNet net = built("-H 4 -N 5", Rows.numbers(40), null);
    for (String name : Collections.list(net.enumerateMeasures())) {
      assertTrue(name.startsWith("measure"));
      assertTrue(net.getMeasure(name) >= 0);
    }
    // 5 inputs and a flag for the gaps, 4 units: 4 * (6 + 1) weights, then 4 + 1.
    assertEquals(33, net.getMeasure("measureParameters"));
  }

  @Test
  void theProcessorTimeOfHelpersCounts() throws Exception {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    BackpropNet net = built("-H 128 -N 40 -optimizer adam -threads 2", Rows.numbers(2_000), null);
    long alone = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    double counted = net.getMeasure("measureCpuSeconds");
    // The other thread does half of the products, far more than what this one does around them.
    assertTrue(counted > 1.2 * alone / 1e9, counted + " s, this thread alone " + alone + " ns");
  }

  @Test
  void theModelTextNamesItsShape() throws Exception {
    BackpropNet net = built("-H 4 -N 5", Rows.numbers(40), null);
    assertTrue(net.toString().contains("4 tanh"), net.toString());
    assertTrue(net.toSummaryString().contains("4 tanh"), net.toSummaryString());
  }

  @Test
  void weightsArePrintedOnlyOnRequest() throws Exception {
    assertFalse(built("-H 4 -N 5", Rows.numbers(40), null).toString().contains("unit 3: bias"));
    String complete = built("-H 4 -N 5 -show-weights", Rows.numbers(40), null).toString();
    assertTrue(complete.contains("unit 3: bias"), complete);
  }
}
