package org.backpropnet.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.backpropnet.data.Column;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.math.Decimal;
import org.backpropnet.network.LayerSpec;

/** The network as the page's script reads it, so that sliders ask the real one. */
final class ScriptNetwork {
  private static final int MOST_WEIGHTS = 150_000;
  private static final int MOST_LETTERS = 300_000;
  private static final int SLIDERS = 12;

  private ScriptNetwork() {}

  /** One line; empty if the page would become too large. */
  static String json(Subject s, List<InputCode> important) {
    if (s.weights.length > MOST_WEIGHTS) {
      return "";
    }
    StringJoiner layers = new StringJoiner(",", "[", "]");
    for (LayerSpec layer : s.layers()) {
      String bend = Html.json(layer.activation().label());
      layers.add("{\"units\":" + layer.units() + ",\"bend\":" + bend + "}");
    }
    StringJoiner codes = new StringJoiner(",", "[", "]");
    for (InputCode code : s.encoder.codes()) {
      codes.add(code(s, code));
    }
    StringJoiner sliders = new StringJoiner(",", "[", "]");
    for (InputCode code : important.subList(0, Math.min(SLIDERS, important.size()))) {
      sliders.add(String.valueOf(s.encoder.codes().indexOf(code)));
    }
    String text =
        "{\"inputs\":"
            + s.spec.inputs()
            + ",\"layers\":"
            + layers
            + ",\"link\":"
            + Html.json(s.spec.loss().link().name())
            + ",\"target\":"
            + target(s)
            + ",\"focus\":"
            + s.focus
            + ",\"unit\":"
            + Html.json(s.unit)
            + ",\"codes\":"
            + codes
            + ",\"sliders\":"
            + sliders
            + ",\"weights\":\""
            + weights(s)
            + "\"}";
    return text.length() > MOST_LETTERS + 6 * MOST_WEIGHTS ? "" : text;
  }

  private static String target(Subject s) {
    if (s.encoder.target() instanceof TargetCode.Number n) {
      return "{\"center\":"
          + Decimal.text(n.center())
          + ",\"scale\":"
          + Decimal.text(n.scale())
          + "}";
    }
    return "{\"label\":" + Html.json(s.classes().get(s.focus)) + "}";
  }

  private static String code(Subject s, InputCode code) {
    if (code instanceof InputCode.Dropped) {
      return "null";
    }
    int column = s.column(code);
    double cell = s.table.value(s.row, column);
    String start = "{\"name\":" + Html.json(code.name());
    if (code instanceof InputCode.Category c) {
      StringJoiner levels = new StringJoiner(",", "[", "]");
      c.levels().forEach(level -> levels.add(Html.json(level)));
      Column.Nominal labels = (Column.Nominal) s.table.columns().get(column);
      String here = Double.isNaN(cell) ? "null" : Html.json(labels.labels().get((int) cell));
      return start
          + ",\"levels\":"
          + levels
          + ",\"first\":"
          + c.firstInput()
          + ",\"other\":"
          + c.otherInput()
          + ",\"missing\":"
          + c.missingInput()
          + ",\"cell\":"
          + here
          + "}";
    }
    Grid grid = Grid.of(s, code, 2);
    String range =
        ",\"low\":"
            + Decimal.text(grid.low())
            + ",\"high\":"
            + Decimal.text(grid.high())
            + ",\"step\":"
            + Decimal.text(Step.of(s, code).size())
            + ",\"cell\":"
            + (Double.isFinite(cell) ? Decimal.text(cell) : "null");
    return start + range + ruled(code) + "}";
  }

  private static String ruled(InputCode code) {
    if (code instanceof InputCode.Number n) {
      return ",\"center\":"
          + Decimal.text(n.center())
          + ",\"scale\":"
          + Decimal.text(n.scale())
          + ",\"input\":"
          + n.input()
          + ",\"missing\":"
          + n.missingInput();
    }
    InputCode.Thermometer t = (InputCode.Thermometer) code;
    StringJoiner marks = new StringJoiner(",", "[", "]");
    t.marks().forEach(mark -> marks.add(Decimal.text(mark)));
    return ",\"marks\":"
        + marks
        + ",\"first\":"
        + t.firstInput()
        + ",\"missing\":"
        + t.missingInput();
  }

  private static String weights(Subject s) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * s.weights.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double weight : s.weights) {
      bytes.putFloat((float) weight);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
