package org.backpropnet.weka;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.beans.PropertyEditorSupport;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.backpropnet.train.Wording;
import weka.gui.CustomPanelSupplier;

/**
 * The row for the hidden layers in Weka's dialogs: a field to type into, and a button that opens a
 * table with a row for each layer. Both write the text that the command line takes.
 */
public class HiddenLayersEditor extends PropertyEditorSupport implements CustomPanelSupplier {
  private final JTextField field = new JTextField(12);
  private final JPanel panel = new JPanel(new BorderLayout(2, 0));

  /** An editor without a value yet. */
  public HiddenLayersEditor() {
    JButton button = new JButton("Edit...");
    button.addActionListener(e -> edit());
    field.addActionListener(e -> typed());
    field.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent e) {
            typed();
          }
        });
    panel.add(field, BorderLayout.CENTER);
    panel.add(button, BorderLayout.EAST);
  }

  @Override
  public void setValue(Object value) {
    super.setValue(value);
    field.setText(getAsText());
  }

  @Override
  public String getAsText() {
    return getValue() == null ? "" : getValue().toString();
  }

  @Override
  public void setAsText(String text) {
    setValue(text);
  }

  /** The sheet hands a text that is not allowed to the classifier, which says why. */
  private void typed() {
    if (!field.getText().equals(getAsText())) {
      setAsText(field.getText());
    }
  }

  private void edit() {
    HiddenLayersPane pane = new HiddenLayersPane(getAsText());
    int answer =
        JOptionPane.showConfirmDialog(
            panel, pane, Wording.HIDDEN_LAYERS, JOptionPane.OK_CANCEL_OPTION, -1);
    if (answer == JOptionPane.OK_OPTION) {
      setAsText(pane.finished());
    }
  }

  @Override
  public JPanel getCustomPanel() {
    return panel;
  }

  @Override
  public boolean supportsCustomEditor() {
    return true;
  }

  @Override
  public Component getCustomEditor() {
    return panel;
  }

  @Override
  public boolean isPaintable() {
    return true;
  }

  @Override
  public void paintValue(Graphics graphics, Rectangle box) {
    graphics.drawString(getAsText(), box.x + 2, box.y + box.height - 4);
  }
}
