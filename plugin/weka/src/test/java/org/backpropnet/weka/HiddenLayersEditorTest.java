package org.backpropnet.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropNet;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertySheetPanel;

/** The table in which hidden layers are put together. */
class HiddenLayersEditorTest {
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

  private static void click(HiddenLayersPane pane, String name) {
    all(pane, JButton.class).stream()
        .filter(button -> name.equals(button.getText()))
        .findFirst()
        .orElseThrow()
        .doClick();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "none", "16", "64 relu, 32 tanh", "5, 4 mish, 3"})
  void whatIsShownIsWrittenUnchanged(String text) {
    assertEquals(text, new HiddenLayersPane(text).finished());
  }

  @Test
  void rowsAreAddedChangedMovedAndRemoved() {
    HiddenLayersPane pane = new HiddenLayersPane("auto");
    JTable table = all(pane, JTable.class).get(0);
    click(pane, "Add");
    assertEquals("16", pane.text());
    table.setValueAt("32", 0, 1);
    table.setValueAt("relu", 0, 2);
    click(pane, "Add");
    table.setValueAt(8, 1, 1);
    assertEquals("32 relu, 8", pane.text());
    click(pane, "Move up");
    assertEquals("8, 32 relu", pane.text());
    click(pane, "Move up");
    assertEquals("8, 32 relu", pane.text());
    click(pane, "Move down");
    table.setValueAt(HiddenRows.COMMON, 0, 2);
    assertEquals("32, 8", pane.text());
    click(pane, "Remove");
    click(pane, "Remove");
    assertEquals("none", pane.finished());
    click(pane, "Remove");
    assertEquals("none", pane.finished());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", "", "1.5", "3, 4", "200000"})
  void aSizeThatIsNoneIsNotTaken(String typed) {
    HiddenLayersPane pane = new HiddenLayersPane("16 tanh");
    all(pane, JTable.class).get(0).setValueAt(typed, 0, 1);
    assertEquals("16 tanh", pane.finished());
  }

  @Test
  void theChoiceAboveTheRowsSwitchesThemOnAndOff() {
    HiddenLayersPane pane = new HiddenLayersPane("8");
    JComboBox<?> kind = all(pane, JComboBox.class).get(0);
    kind.setSelectedItem(HiddenLayersPane.AUTO);
    assertEquals("auto", pane.text());
    kind.setSelectedItem(HiddenLayersPane.NONE);
    assertEquals("none", pane.text());
    kind.setSelectedItem(HiddenLayersPane.ROWS);
    assertEquals("8", pane.text());
  }

  @Test
  void theRowInTheSheetTakesWhatIsTyped() throws Exception {
    GenericObjectEditor.registerEditors();
    BackpropNet net = new BackpropNet();
    SwingUtilities.invokeAndWait(
        () -> {
          PropertySheetPanel sheet = new PropertySheetPanel(false);
          sheet.setTarget(net);
          JTextField field =
              all(sheet, JButton.class).stream()
                  .filter(button -> "Edit...".equals(button.getText()))
                  .map(button -> all(button.getParent(), JTextField.class))
                  .filter(fields -> fields.size() == 1)
                  .findFirst()
                  .orElseThrow()
                  .get(0);
          assertEquals("auto", field.getText());
          field.setText("12, 6 relu");
          field.postActionEvent();
        });
    assertEquals("12, 6 relu", net.getHiddenLayers());
  }

  @Test
  void javaFindsTheEditorAndLosesNoOtherProperty() throws Exception {
    int own = 0;
    List<String> names = new ArrayList<>();
    for (PropertyDescriptor property :
        Introspector.getBeanInfo(BackpropNet.class).getPropertyDescriptors()) {
      names.add(property.getName());
      if (property.getName().equals(HiddenRows.PROPERTY)) {
        own++;
        Object editor = property.getPropertyEditorClass().getDeclaredConstructor().newInstance();
        assertInstanceOf(HiddenLayersEditor.class, editor);
      }
    }
    assertEquals(1, own);
    assertTrue(names.containsAll(List.of("activation", "seed", "patience", "options")), "" + names);
  }
}
