package org.backpropnet.weka;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultCellEditor;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.backpropnet.function.Activation;
import org.backpropnet.train.HiddenLayers;

/** Where hidden layers are put together: decided from the table, none at all, or a row for each. */
final class HiddenLayersPane extends JPanel {
  private static final long serialVersionUID = 1;

  static final String AUTO = "decided from the table (auto)";
  static final String NONE = "none: a linear or logistic model";
  static final String ROWS = "these, from input to output:";

  private final HiddenRows rows = new HiddenRows();
  private final JTable table = new JTable(rows);
  private final JComboBox<String> kind = new JComboBox<>(new String[] {AUTO, NONE, ROWS});
  private final JPanel buttons = new JPanel();
  private final JLabel written = new JLabel();

  HiddenLayersPane(String text) {
    super(new BorderLayout(6, 6));
    JComboBox<String> activations = new JComboBox<>();
    activations.addItem(HiddenRows.COMMON);
    for (Activation activation : Activation.values()) {
      activations.addItem(activation.label());
    }
    table.getColumnModel().getColumn(2).setCellEditor(new DefaultCellEditor(activations));
    int[] widths = {50, 70, 240};
    for (int c = 0; c < widths.length; c++) {
      table.getColumnModel().getColumn(c).setPreferredWidth(widths[c]);
    }
    table.putClientProperty("terminateEditOnFocusLost", true);
    table.setRowHeight(Math.max(table.getRowHeight(), 22));
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(new Dimension(360, 160));
    buttons.setLayout(new BoxLayout(buttons, BoxLayout.Y_AXIS));
    button("Add", rows::addAfter, false);
    button("Remove", this::removed, true);
    button("Move up", row -> rows.move(row, -1), true);
    button("Move down", row -> rows.move(row, 1), true);
    add(kind, BorderLayout.NORTH);
    add(scroll, BorderLayout.CENTER);
    add(buttons, BorderLayout.EAST);
    add(written, BorderLayout.SOUTH);
    show(text);
    kind.addActionListener(e -> kindChosen());
    rows.addTableModelListener(e -> write());
    write();
  }

  private void show(String text) {
    HiddenLayers layers = HiddenLayers.parse(text);
    rows.show(layers.layers());
    kind.setSelectedItem(layers.automatic() ? AUTO : layers.layers().isEmpty() ? NONE : ROWS);
  }

  /** A button whose work says which row is selected afterwards. */
  private void button(String name, IntUnaryOperator work, boolean needsRow) {
    JButton button = new JButton(name);
    button.setMaximumSize(new Dimension(Integer.MAX_VALUE, button.getMaximumSize().height));
    button.addActionListener(
        e -> {
          int row = selected();
          if (needsRow && row < 0) {
            return;
          }
          int next = work.applyAsInt(row);
          kind.setSelectedItem(rows.getRowCount() == 0 ? NONE : ROWS);
          if (next >= 0) {
            table.setRowSelectionInterval(next, next);
          }
        });
    buttons.add(button);
    buttons.add(Box.createVerticalStrut(4));
  }

  /** The selected row, or the last one if none is. */
  private int selected() {
    if (table.isEditing()) {
      table.getCellEditor().stopCellEditing();
    }
    int row = table.getSelectedRow();
    return row >= 0 ? row : rows.getRowCount() - 1;
  }

  private int removed(int row) {
    rows.remove(row);
    return Math.min(row, rows.getRowCount() - 1);
  }

  private void kindChosen() {
    if (ROWS.equals(kind.getSelectedItem()) && rows.getRowCount() == 0) {
      rows.addAfter(-1);
    }
    write();
  }

  private void write() {
    boolean own = ROWS.equals(kind.getSelectedItem());
    table.setEnabled(own);
    written.setText("On the command line: -H \"" + text() + "\"");
  }

  /** What was put together, as the command line takes it. */
  String text() {
    if (AUTO.equals(kind.getSelectedItem())) {
      return HiddenLayers.AUTO.toString();
    }
    return NONE.equals(kind.getSelectedItem())
        ? new HiddenLayers(false, List.of()).toString()
        : rows.text();
  }

  /** What was put together, once an open cell is closed. */
  String finished() {
    selected();
    return text();
  }
}
