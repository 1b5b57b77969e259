package org.backpropnet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Weka's MultilayerPerceptron. It knows sigmoid units and squared error only and takes a step after
 * each row, so its loss is told beside its speed; on large tasks it gets a part of the rows.
 */
final class WekaSide implements Contestant {
  private final Task task;
  private final Instances training;
  private final Instances test;
  private MultilayerPerceptron network;

  WekaSide(Task task, Path folder) throws IOException {
    this.task = task;
    TaskFile rows = TaskFile.read(TaskFile.path(folder, task, "train"));
    training = instances(rows.first(task.rowsForWeka()));
    test = instances(TaskFile.read(TaskFile.path(folder, task, "test")));
  }

  private static Instances instances(TaskFile file) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j < file.inputs(); j++) {
      attributes.add(new Attribute("x" + j));
    }
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < file.classes(); c++) {
      labels.add("c" + c);
    }
    attributes.add(new Attribute("y", labels));
    Instances all = new Instances("task", attributes, file.rows());
    all.setClassIndex(file.inputs());
    for (int r = 0; r < file.rows(); r++) {
      double[] cells = new double[file.inputs() + 1];
      for (int j = 0; j < file.inputs(); j++) {
        cells[j] = file.x()[r * file.inputs() + j];
      }
      cells[file.inputs()] = file.y()[r];
      all.add(new DenseInstance(1, cells));
    }
    return all;
  }

  @Override
  public void fit(long seed) throws Exception {
    network = new MultilayerPerceptron();
    network.setHiddenLayers(
        task.hidden().stream().map(String::valueOf).collect(Collectors.joining(",")));
    network.setLearningRate(task.walk().rate());
    network.setMomentum(0.9);
    network.setTrainingTime(task.epochsForWeka());
    network.setNormalizeAttributes(false);
    network.setNominalToBinaryFilter(false);
    network.setReset(false);
    network.setSeed((int) seed);
    network.buildClassifier(training);
  }

  @Override
  public long samples() {
    return (long) training.numInstances() * task.epochsForWeka();
  }

  @Override
  public double[][] predict() throws Exception {
    double[][] answers = new double[test.numInstances()][];
    for (int r = 0; r < answers.length; r++) {
      answers[r] = predict(r);
    }
    return answers;
  }

  @Override
  public double[] predict(int row) throws Exception {
    return network.distributionForInstance(test.instance(row));
  }

  @Override
  public String describe() {
    return "Weka " + weka.core.Version.VERSION + " on Java " + System.getProperty("java.version");
  }
}
