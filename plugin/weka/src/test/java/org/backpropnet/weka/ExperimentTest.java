package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.BackpropNet;
import weka.core.Utils;
import weka.experiment.CSVResultListener;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.CrossValidationResultProducer;

/** A small experiment without a screen. */
class ExperimentTest {
  @TempDir private Path folder;

  @Test
  void everyMeasureIsAColumnWithNumbers() throws Exception {
    Path file = folder.resolve("results.csv");
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-N 4 -H 3 -optimizer adam"));
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(net);
    CSVResultListener results = new CSVResultListener();
    results.setOutputFile(file.toFile());
    CrossValidationResultProducer producer = new CrossValidationResultProducer();
    producer.setNumFolds(3);
    producer.setSplitEvaluator(evaluator);
    producer.setInstances(Rows.classes(90));
    producer.setResultListener(results);
    producer.setAdditionalMeasures(Measures.NAMES.toArray(new String[0]));
    results.preProcess(producer);
    producer.preProcess();
    producer.doRun(1);
    producer.postProcess();
    results.postProcess(producer);
    List<String> lines = Files.readAllLines(file);
    assertEquals(4, lines.size(), lines.toString());
    List<String> titles = List.of(lines.get(0).split(",", -1));
    for (String measure : Measures.NAMES) {
      int column = titles.indexOf(measure);
      assertTrue(column >= 0, titles.toString());
      for (String line : lines.subList(1, lines.size())) {
        String cell = line.split(",(?=(?:[^']*'[^']*')*[^']*$)", -1)[column];
        assertTrue(Double.parseDouble(cell) >= 0, line);
      }
    }
  }
}
