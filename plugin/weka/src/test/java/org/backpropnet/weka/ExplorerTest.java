package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.backpropnet.train.Wording;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BackpropNet;
import weka.core.Utils;
import weka.gui.GenericObjectEditor;
import weka.gui.Logger;
import weka.gui.PropertySheetPanel;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;

/** The Explorer's Classify panel, without a screen. */
class ExplorerTest {
  private static final class Notes implements Logger {
    private final List<String> status = new CopyOnWriteArrayList<>();

    @Override
    public void logMessage(String message) {}

    @Override
    public void statusMessage(String message) {
      status.add(message);
    }

    private boolean heard(String part) {
      return status.stream().anyMatch(s -> s.contains(part));
    }
  }

  private final Notes notes = new Notes();
  private ClassifierPanel panel;

  private <T> T field(String name, Class<T> type) throws ReflectiveOperationException {
    Field field = ClassifierPanel.class.getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(panel));
  }

  private void open(String options) throws Exception {
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions(options));
    onScreen(
        () -> {
          panel = new ClassifierPanel();
          panel.setLog(notes);
          panel.setInstances(Rows.numbers(300));
        });
    GenericObjectEditor editor = field("m_ClassifierEditor", GenericObjectEditor.class);
    onScreen(() -> editor.setValue(net));
  }

  private static void onScreen(Runnable work)
      throws InterruptedException, InvocationTargetException {
    SwingUtilities.invokeAndWait(work);
  }

  private void click(String button) throws Exception {
    JButton found = field(button, JButton.class);
    onScreen(found::doClick);
  }

  private void await(String part) throws InterruptedException {
    long until = System.nanoTime() + 60_000_000_000L;
    while (!notes.heard(part)) {
      assertTrue(System.nanoTime() < until, () -> "never said " + part + ": " + notes.status);
      Thread.sleep(5);
    }
  }

  private String result() throws Exception {
    ResultHistoryPanel history = field("m_History", ResultHistoryPanel.class);
    return history.getNamedBuffer(history.getNameAtIndex(0)).toString();
  }

  @Test
  void startTrainsShowsProgressAndTheResult() throws Exception {
    open("-N 3 -optimizer adam");
    click("m_StartBut");
    await("OK");
    assertTrue(notes.heard("Backprop Net: epoch 1/3, loss "), notes.status.toString());
    assertTrue(result().contains("Correlation coefficient"), result());
  }

  @Test
  void stopEndsTheTraining() throws Exception {
    open("-N 1000000 -optimizer adam -H 64");
    click("m_StartBut");
    await("Backprop Net: epoch");
    assertFalse(notes.heard("Interrupted"));
    click("m_StopBut");
    await("Interrupted");
    assertTrue(result().contains("cancelled by user"), result());
  }

  @Test
  void theMenuContinuesIterating() throws Exception {
    open("-N 3 -optimizer adam -resume");
    click("m_StartBut");
    await("OK");
    Method menu =
        ClassifierPanel.class.getDeclaredMethod(
            "continueIterating", String.class, Classifier.class);
    menu.setAccessible(true);
    ResultHistoryPanel history = field("m_History", ResultHistoryPanel.class);
    String name = history.getNameAtIndex(0);
    // The panel says OK first, then puts the model into its list, then lets its thread go; while it
    // has one the menu does nothing.
    while (history.getNamedObject(name) == null || field("m_RunThread", Thread.class) != null) {
      Thread.sleep(5);
    }
    BackpropNet kept = (BackpropNet) ((List<?>) history.getNamedObject(name)).get(0);
    assertEquals(3, kept.getMeasure("measureEpochs"));
    notes.status.clear();
    onScreen(
        () -> {
          try {
            menu.invoke(panel, name, kept);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
    await("OK");
    assertEquals(6, kept.getMeasure("measureEpochs"));
  }

  @Test
  void afterAStopTheNextStartWorks() throws Exception {
    open("-N 1000000 -optimizer adam -H 64 -threads 2");
    click("m_StartBut");
    await("Backprop Net: epoch");
    click("m_StopBut");
    await("Interrupted");
    BackpropNet net = new BackpropNet();
    net.setOptions(Utils.splitOptions("-N 3 -optimizer adam -threads 2"));
    GenericObjectEditor editor = field("m_ClassifierEditor", GenericObjectEditor.class);
    onScreen(() -> editor.setValue(net));
    JButton start = field("m_StartBut", JButton.class);
    while (!start.isEnabled()) {
      Thread.sleep(5);
    }
    click("m_StartBut");
    await("OK");
  }

  @Test
  void theDialogShowsEveryRowUnderItsName() throws Exception {
    GenericObjectEditor.registerEditors();
    List<String> labels = new ArrayList<>();
    onScreen(
        () -> {
          PropertySheetPanel sheet = new PropertySheetPanel(false);
          sheet.setTarget(new BackpropNet());
          collect(sheet, labels);
        });
    assertEquals(
        List.of(
            Wording.PRESET,
            Wording.HIDDEN_LAYERS,
            Wording.ACTIVATION,
            Wording.OUTPUT_LAYER,
            Wording.LEARNING_RATE,
            Wording.EPOCHS,
            Wording.SEED),
        labels.subList(0, 7));
    // Weka takes the order of the buttons from a hash.
    assertEquals(Set.of("Advanced", "Files and output"), Set.copyOf(labels.subList(7, 9)));
    assertEquals(9, labels.size());
  }

  private static void collect(Container part, List<String> labels) {
    for (Component inside : part.getComponents()) {
      if (inside instanceof JLabel label) {
        labels.add(label.getText());
      } else if (inside instanceof Container container) {
        collect(container, labels);
      }
    }
  }
}
