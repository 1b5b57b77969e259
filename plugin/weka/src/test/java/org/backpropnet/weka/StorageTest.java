package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backpropnet.io.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

class StorageTest {
  private static final String STEADY =
      "-H 6 -optimizer momentum -L 0.05 -schedule constant -batch 8 -V 0 -resume";

  @TempDir private Path folder;

  private static BackpropNet with(String options) throws Exception {
    BackpropNet classifier = new BackpropNet();
    classifier.setOptions(Utils.splitOptions(options));
    return classifier;
  }

  private static BackpropNet built(String options, Instances data) throws Exception {
    BackpropNet net = with(options);
    net.buildClassifier(data);
    return net;
  }

  private static BackpropNet copy(BackpropNet net) throws Exception {
    return (BackpropNet) AbstractClassifier.makeCopy(net);
  }

  private static void finish(BackpropNet net) throws Exception {
    while (net.next()) {
      // One epoch after another.
    }
    net.done();
  }

  @Test
  void aSavedClassifierGivesTheSameBits() throws Exception {
    for (Instances data : List.of(Rows.classes(60), Rows.numbers(60))) {
      BackpropNet net = built("-N 20", data);
      String file = folder.resolve("a b.model").toString();
      SerializationHelper.write(file, net);
      BackpropNet read = (BackpropNet) SerializationHelper.read(file);
      assertArrayEquals(net.distributionsForInstances(data), read.distributionsForInstances(data));
      assertArrayEquals(net.getOptions(), read.getOptions());
      assertEquals(net.toString(), read.toString());
      for (String measure : List.of("measureEpochs", "measureTrainingSeconds")) {
        assertEquals(net.getMeasure(measure), read.getMeasure(measure));
      }
    }
  }

  @Test
  void aCopyOfAnUntrainedClassifierIsUntrainedAndHasItsOptions() throws Exception {
    BackpropNet net = with(STEADY);
    BackpropNet copied = copy(net);
    assertArrayEquals(net.getOptions(), copied.getOptions());
    assertTrue(copied.toString().contains("no model built yet"));
  }

  @Test
  void aCopyInTheMiddleOfATrainingGoesOnToTheSameEnd() throws Exception {
    Instances data = Rows.numbers(80);
    BackpropNet net = with(STEADY + " -N 9");
    net.initializeClassifier(data);
    net.next();
    net.next();
    BackpropNet copied = copy(net);
    assertEquals(1, copied.distributionForInstance(data.instance(0)).length);
    assertThrows(IllegalStateException.class, copied::next);
    copied.initializeClassifier(data);
    finish(copied);
    finish(net);
    double[][] expected = built(STEADY + " -N 9", data).distributionsForInstances(data);
    assertArrayEquals(expected, net.distributionsForInstances(data));
    assertArrayEquals(expected, copied.distributionsForInstances(data));
  }

  @Test
  void aReloadedModelCanGoOnTraining() throws Exception {
    Instances data = Rows.classes(80);
    BackpropNet reloaded = copy(built(STEADY + " -N 5", data));
    reloaded.initializeClassifier(data);
    finish(reloaded);
    assertEquals(10, reloaded.getMeasure("measureEpochs"));
    assertArrayEquals(
        built(STEADY + " -N 10", data).distributionsForInstances(data),
        reloaded.distributionsForInstances(data));
  }

  @Test
  void theModelFileIsWrittenAndAnotherTrainingStartsFromIt() throws Exception {
    Instances data = Rows.numbers(80);
    Path file = folder.resolve("houses of glass.bpnet");
    BackpropNet net = with(STEADY + " -N 5");
    net.setSaveModelFile(file.toFile());
    net.buildClassifier(data);
    assertArrayEquals(
        net.distributionsForInstances(data),
        ModelFile.read(file).predict(new InstancesTable(data)));

    BackpropNet next = new BackpropNet();
    next.setOptions(new String[] {"-start-from", file.toString()});
    assertEquals(file.toString(), next.getOptions()[1]);
    next.buildClassifier(data);
    assertArrayEquals(
        built(STEADY + " -N 10", data).distributionsForInstances(data),
        next.distributionsForInstances(data));
    next.setOptions(new String[] {"-start-from", file.toString(), "-N", "7"});
    assertThrows(IllegalArgumentException.class, () -> next.buildClassifier(data));
    next.setOptions(new String[0]);
    assertEquals("", next.getStartFrom().getPath());
  }

  @Test
  void copiesForFoldsDoNotOverwriteTheModelFile() throws Exception {
    Instances data = Rows.numbers(40);
    Path file = folder.resolve("full.bpnet");
    BackpropNet net = with("-N 3");
    net.setSaveModelFile(file.toFile());
    BackpropNet fold = copy(net);
    fold.buildClassifier(data);
    assertFalse(Files.exists(file));
    net.buildClassifier(data);
    assertTrue(Files.exists(file));
  }

  @Test
  void aFileWithoutStateOrThatIsNoneIsRefusedInWords() throws Exception {
    Instances data = Rows.numbers(40);
    Path file = folder.resolve("plain.bpnet");
    BackpropNet net = with("-N 3");
    net.setSaveModelFile(file.toFile());
    net.buildClassifier(data);
    BackpropNet next = new BackpropNet();
    next.setStartFrom(file.toFile());
    Exception error = assertThrows(Exception.class, () -> next.buildClassifier(data));
    assertTrue(error.getMessage().contains("resumable"), error.getMessage());
    next.setStartFrom(folder.resolve("nowhere").toFile());
    error = assertThrows(Exception.class, () -> next.buildClassifier(data));
    assertTrue(error.getMessage().contains("does not exist"), error.getMessage());
  }

  @Test
  void aPlaceWhereNoFileCanBeIsRefusedBeforeTheTraining() throws Exception {
    Instances data = Rows.numbers(40);
    BackpropNet net = with("-N 3");
    net.setSaveModelFile(folder.resolve("no such folder").resolve("x.bpnet").toFile());
    String message =
        assertThrows(IllegalArgumentException.class, () -> net.buildClassifier(data)).getMessage();
    assertTrue(message.contains("-save-model-file"), message);
    assertTrue(message.contains("folder does not exist"), message);
    net.setSaveModelFile(folder.toFile());
    message =
        assertThrows(IllegalArgumentException.class, () -> net.buildClassifier(data)).getMessage();
    assertTrue(message.contains("this is a folder"), message);
    net.setSaveModelFile(new File("")); // nowhere
    net.buildClassifier(data);
  }
}
