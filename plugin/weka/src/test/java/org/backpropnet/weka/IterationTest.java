package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;

class IterationTest {
  private static final String STEADY =
      "-H 6 -optimizer momentum -L 0.05 -schedule constant -batch 8 -V 0 -resume";

  private final Instances data = Rows.numbers(80);

  private static BackpropNet with(String options) throws Exception {
    BackpropNet classifier = new BackpropNet();
    classifier.setOptions(Utils.splitOptions(options));
    return classifier;
  }

  private double[][] built(String options) throws Exception {
    BackpropNet net = with(options);
    net.buildClassifier(data);
    return net.distributionsForInstances(data);
  }

  private static void finish(BackpropNet net) throws Exception {
    while (net.next()) {
      // One epoch after another.
    }
    net.done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-N 10", "-optimizer adam -N 10", "-H 4 -restarts 3 -N 6", "-H none -V 0.2 -N 9"})
  void epochByEpochEqualsOneGo(String options) throws Exception {
    BackpropNet net = with(options);
    net.initializeClassifier(data);
    finish(net);
    assertArrayEquals(built(options), net.distributionsForInstances(data));
  }

  @Test
  void itPredictsBetweenEpochsWithoutChangingTheCourse() throws Exception {
    String options = "-optimizer adam -N 8 -V 0";
    BackpropNet net = with(options);
    net.initializeClassifier(data);
    double last = Double.NaN;
    boolean moved = false;
    while (net.next()) {
      double now = net.classifyInstance(data.instance(0));
      moved |= now != last;
      last = now;
    }
    net.done();
    assertTrue(moved);
    assertArrayEquals(built(options), net.distributionsForInstances(data));
  }

  @ParameterizedTest
  @ValueSource(strings = {STEADY + " -N 12", "-optimizer adam -N 12 -V 0.2 -resume"})
  void aBrokenTrainingThatGoesOnEqualsTheUnbroken(String options) throws Exception {
    BackpropNet net = with(options);
    net.initializeClassifier(data);
    for (int epoch = 0; epoch < 5; epoch++) {
      net.next();
    }
    net.initializeClassifier(data);
    finish(net);
    assertArrayEquals(built(options), net.distributionsForInstances(data));
  }

  @Test
  void continuingAFinishedModelAddsAFurtherCycle() throws Exception {
    BackpropNet net = with(STEADY + " -N 6");
    net.buildClassifier(data);
    assertEquals(6, net.getMeasure("measureEpochs"));
    net.initializeClassifier(data);
    finish(net);
    assertEquals(12, net.getMeasure("measureEpochs"));
    // At a constant rate two cycles of 6 epochs are one of 12.
    assertArrayEquals(built(STEADY + " -N 12"), net.distributionsForInstances(data));
  }

  @Test
  void cleaningUpEndsTheStory() throws Exception {
    BackpropNet net = with(STEADY + " -N 3");
    net.buildClassifier(data);
    net.setResume(false);
    net.done();
    net.initializeClassifier(data);
    finish(net);
    assertEquals(3, net.getMeasure("measureEpochs"), "it must begin anew");
  }

  @Test
  void buildingAlwaysBeginsAnew() throws Exception {
    BackpropNet net = with(STEADY + " -N 3");
    net.buildClassifier(data);
    double[][] first = net.distributionsForInstances(data);
    net.buildClassifier(data);
    assertArrayEquals(first, net.distributionsForInstances(data));
    assertEquals(3, net.getMeasure("measureEpochs"));
  }

  @Test
  void aSettingThatChangedSinceIsRefused() throws Exception {
    BackpropNet net = with(STEADY + " -N 3");
    net.buildClassifier(data);
    net.setLearningRate("0.5");
    Exception error = assertThrows(Exception.class, () -> net.initializeClassifier(data));
    assertTrue(error.getMessage().contains("Option -L is 0.5"), error.getMessage());
  }

  @Test
  void anotherTableIsRefused() throws Exception {
    BackpropNet net = with(STEADY + " -N 3");
    net.buildClassifier(data);
    Exception error =
        assertThrows(Exception.class, () -> net.initializeClassifier(Rows.numbers(60)));
    assertTrue(error.getMessage().contains("cannot go on training"), error.getMessage());
  }

  @Test
  void nextWithoutABeginningSaysWhatToDo() {
    Exception error = assertThrows(Exception.class, () -> new BackpropNet().next());
    assertTrue(error.getMessage().contains("initializeClassifier"), error.getMessage());
  }
}
