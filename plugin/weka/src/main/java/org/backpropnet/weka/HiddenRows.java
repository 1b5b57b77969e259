package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.backpropnet.function.Activation;
import org.backpropnet.train.HiddenLayers;

/** Hidden layers as rows of a table: how many units, and their activation. */
public final class HiddenRows extends AbstractTableModel {
  /** The property that these rows edit. */
  public static final String PROPERTY = "hiddenLayers";

  private static final long serialVersionUID = 1;

  /** How a layer's activation reads if the layer names none. */
  static final String COMMON = "as set under Activation";

  private static final List<String> TITLES = List.of("Layer", "Units", "Activation");
  private static final int USUAL_UNITS = 16;

  private final transient List<HiddenLayers.Layer> layers = new ArrayList<>();

  /** Shows other layers. */
  void show(List<HiddenLayers.Layer> shown) {
    layers.clear();
    layers.addAll(shown);
    fireTableDataChanged();
  }

  /** The layers as the command line takes them. */
  String text() {
    return new HiddenLayers(false, layers).toString();
  }

  /** Adds a layer behind a row, of the size that the row has. */
  int addAfter(int row) {
    int units = row < 0 ? USUAL_UNITS : layers.get(row).units();
    layers.add(row + 1, new HiddenLayers.Layer(units, Optional.empty()));
    fireTableDataChanged();
    return row + 1;
  }

  void remove(int row) {
    layers.remove(row);
    fireTableDataChanged();
  }

  /** Moves a layer up (-1) or down (1). */
  int move(int row, int by) {
    int to = row + by;
    if (to < 0 || to >= layers.size()) {
      return row;
    }
    Collections.swap(layers, row, to);
    fireTableDataChanged();
    return to;
  }

  @Override
  public int getRowCount() {
    return layers.size();
  }

  @Override
  public int getColumnCount() {
    return TITLES.size();
  }

  @Override
  public String getColumnName(int column) {
    return TITLES.get(column);
  }

  @Override
  public boolean isCellEditable(int row, int column) {
    return column > 0;
  }

  @Override
  public Object getValueAt(int row, int column) {
    HiddenLayers.Layer layer = layers.get(row);
    return switch (column) {
      case 0 -> row + 1;
      case 1 -> layer.units();
      default -> layer.activation().map(Activation::label).orElse(COMMON);
    };
  }

  /** Takes what was typed; a size that is none is not taken, so the old one comes back. */
  @Override
  public void setValueAt(Object value, int row, int column) {
    HiddenLayers.Layer old = layers.get(row);
    String activation = String.valueOf(column == 2 ? value : getValueAt(row, 2));
    Object units = column == 1 ? value : old.units();
    String text = units + (activation.equals(COMMON) ? "" : " " + activation);
    try {
      List<HiddenLayers.Layer> read = HiddenLayers.parse(text).layers();
      layers.set(row, read.size() == 1 ? read.get(0) : old);
    } catch (IllegalArgumentException e) {
      layers.set(row, old);
    }
    fireTableDataChanged();
  }
}
