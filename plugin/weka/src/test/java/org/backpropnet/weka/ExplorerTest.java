package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropNet;
import weka.core.Utils;
import weka.gui.GenericObjectEditor;
import weka.gui.Logger;
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
}
