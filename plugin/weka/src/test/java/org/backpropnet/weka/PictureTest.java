package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import javax.swing.JMenuItem;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Question;
import org.backpropnet.explain.Verify;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.backpropnet.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BackpropNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.Logger;
import weka.gui.graphvisualizer.BIFParser;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/** The Complete Picture inside Weka: the page, its words, the entry that opens it. */
class PictureTest {
  @TempDir private Path folder;

  private static BackpropNet with(String options) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions(options));
    return net;
  }

  private Path page() {
    return folder.resolve("what I & it did.html");
  }

  private BackpropNet explained(Instances data, String options) throws Exception {
    BackpropNet net = with(options);
    net.setCompletePicture(page().toFile());
    net.buildClassifier(data);
    return net;
  }

  private String written() throws Exception {
    return Files.readString(page(), StandardCharsets.UTF_8);
  }

  @Test
  void thePageIsThatOfTheSavedModelAndTheseRowsAndHolds() throws Exception {
    Instances data = Rows.numbers(60);
    data.instance(2).setClassMissing();
    BackpropNet net = with("-H 4 -N 5 -picture-row 7");
    Path file = folder.resolve("m.bpnet");
    net.setSaveModelFile(file.toFile());
    net.setCompletePicture(page().toFile());
    net.buildClassifier(data);
    Model model = ModelFile.read(file);
    InstancesTable table = new InstancesTable(data);
    // Rows without a class count, too, so that row 7 is the seventh of the user's table.
    assertEquals(CompletePicture.of(new Question(model, table, 6, "")).html(), written());
    assertEquals(List.of(), Verify.of(written(), model, table, true).faults(written()));
  }

  @Test
  void aCommitteeOfVotersAndClassesAreExplainedToo() throws Exception {
    explained(Rows.classes(60), "-N 5 -restarts 3 -vote true");
    assertTrue(written().contains("<section id=\"s20\">"));
  }

  @Test
  void thePageChangesNoPrediction() throws Exception {
    Instances data = Rows.classes(60);
    BackpropNet plain = with("");
    plain.buildClassifier(data);
    BackpropNet told = explained(data, "-show-explanation");
    assertArrayEquals(plain.distributionsForInstances(data), told.distributionsForInstances(data));
  }

  @Test
  void theWordsFollowThePrintedModelOnlyOnRequest() throws Exception {
    Instances data = Rows.numbers(60);
    String plain = explained(data, "-H 4 -N 5").toString();
    BackpropNet told = with("-H 4 -N 5 -show-explanation");
    told.buildClassifier(data);
    String words =
        CompletePicture.of(new Question(model(told), new InstancesTable(data), 0, "")).text();
    assertEquals(plain + "\n" + words, told.toString());
    assertEquals(told.toString(), AbstractClassifier.makeCopy(told).toString());
  }

  private Model model(BackpropNet net) throws Exception {
    Path file = folder.resolve("again.bpnet");
    BackpropNet again = with(Utils.joinOptions(net.getOptions()));
    again.setShowExplanation(false);
    again.setSaveModelFile(file.toFile());
    again.buildClassifier(Rows.numbers(60));
    return ModelFile.read(file);
  }

  @Test
  void inACrossValidationThePageIsThatOfTheModelOfAllRows() throws Exception {
    Instances data = Rows.numbers(60);
    BackpropNet net = explained(data, "-H 4 -N 5 -show-explanation");
    String full = written();
    new Evaluation(data).crossValidateModel(net, data, 3, new Random(1));
    assertEquals(full, written());
    Files.delete(page());
    BackpropNet fold = (BackpropNet) AbstractClassifier.makeCopy(net);
    fold.buildClassifier(data);
    assertFalse(Files.exists(page()));
  }

  @Test
  void aPlaceOrARowThatCannotBeIsRefusedBeforeTheTraining() throws Exception {
    Instances data = Rows.numbers(40);
    BackpropNet net = with("-N 3");
    net.setCompletePicture(folder.resolve("no such folder").resolve("x.html").toFile());
    assertRefused(net, data, "-complete-picture", "folder does not exist");
    net.setCompletePicture(folder.toFile());
    assertRefused(net, data, "-complete-picture", "this is a folder");
    net.setCompletePicture(page().toFile());
    net.setSaveModelFile(page().toFile());
    assertRefused(net, data, "-complete-picture", "the model itself");
    net.setSaveModelFile(null);
    net.setPictureRow(41);
    assertRefused(net, data, "-picture-row is 41", "from 1 to 40");
    assertFalse(Files.exists(page()));
    // Who asks for no page need not care for its row.
    net.setCompletePicture(null);
    net.buildClassifier(data);
  }

  private static void assertRefused(BackpropNet net, Instances data, String what, String rule) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> net.buildClassifier(data)).getMessage();
    assertTrue(message.contains(what) && message.contains(rule), message);
    assertThrows(IllegalStateException.class, net::graph, "nothing was trained");
  }

  @Test
  void aFileThatCanNoLongerBeWrittenAfterTheTrainingCostsALineInTheLogAndNoModel()
      throws Exception {
    Instances data = Rows.numbers(40);
    List<String> log = new ArrayList<>();
    BackpropNet net = with("-N 3 -optimizer adam");
    net.setCompletePicture(page().toFile());
    net.setLog(
        new Logger() {
          @Override
          public void logMessage(String message) {
            log.add(message);
          }

          @Override
          public void statusMessage(String message) {}
        });
    net.initializeClassifier(data);
    Files.createDirectory(page());
    log.clear();
    net.done();
    assertEquals(1, log.size(), log.toString());
    assertTrue(log.get(0).contains("complete picture could not be made"), log.get(0));
    assertEquals(1, net.distributionForInstance(data.instance(0)).length);
  }

  @Test
  void aStopWhileThePageIsMadeLeavesTheModelAndTheFlag() throws Exception {
    Instances data = Rows.numbers(40);
    BackpropNet net = with("-N 3 -optimizer adam -output-debug-info");
    net.setDebug(false);
    net.setCompletePicture(page().toFile());
    net.initializeClassifier(data);
    while (net.next()) {}
    Thread.currentThread().interrupt();
    net.done();
    assertTrue(Thread.interrupted(), "Weka must still hear of the stop");
    assertFalse(Files.exists(page()));
    assertEquals(1, net.distributionForInstance(data.instance(0)).length);
  }

  @Test
  void theResultListOpensThePageOfThatModel() throws Exception {
    BackpropNet net = explained(Rows.numbers(40), "-H 4 -N 3");
    String drawing = net.graph();
    new BIFParser(drawing, new ArrayList<>(), new ArrayList<>()).parse();
    assertEquals(page().toAbsolutePath(), PictureMenu.page(drawing).orElseThrow());
    JMenuItem item = new PictureMenu().getVisualizeMenuItem(drawing, "10:00 functions.BackpropNet");
    assertTrue(item.isEnabled());
    assertTrue(PictureMenu.open(page()).contains(page().toString()), "no screen: says where it is");
    Files.delete(page());
    assertTrue(PictureMenu.open(page()).contains("no longer there"));
  }

  @Test
  void thePackageTellsWekaOfTheEntry() throws Exception {
    Properties told = new Properties();
    try (var in =
        Files.newInputStream(
            ProjectFiles.root().resolve("plugin/weka/src/main/assembly/PluginManager.props"))) {
      told.load(in);
    }
    String name = told.getProperty(GraphVisualizePlugin.class.getName());
    Object made = Class.forName(name).getConstructor().newInstance();
    assertTrue(made instanceof GraphVisualizePlugin, "Weka makes it by its name");
  }

  @Test
  void aModelWithoutAPageGetsAnEntryThatSaysHowAndOthersNone() throws Exception {
    BackpropNet net = with("-H 4 -N 3");
    net.buildClassifier(Rows.numbers(40));
    JMenuItem item = new PictureMenu().getVisualizeMenuItem(net.graph(), "x");
    assertFalse(item.isEnabled());
    assertTrue(item.getText().contains("Files and output"), item.getText());
    assertNull(new PictureMenu().getVisualizeMenuItem("<BIF><NETWORK><NAME>y</NAME>", "x"));
  }
}
