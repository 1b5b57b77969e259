package org.backpropnet.weka;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;

/**
 * Draws a network as Weka's graph window wants it (XMLBIF 0.3): columns on top, then a node for
 * each hidden unit, then the answers. A layer of many units is one node.
 */
public final class NetworkDrawing {
  private static final int MOST_NODES = 16;

  private final StringBuilder variables = new StringBuilder();
  private final StringBuilder definitions = new StringBuilder();

  private NetworkDrawing() {}

  /**
   * Draws a model's network.
   *
   * @param model what was learned
   * @param page where the page is that explains the model; null if there is none
   * @return XML; node names are unique
   */
  public static String xml(Model model, URI page) {
    NetworkDrawing drawing = new NetworkDrawing();
    List<String> below = inputs(model);
    below.forEach(name -> drawing.node(name, List.of()));
    int number = 0;
    for (LayerSpec layer : model.spec().hidden()) {
      number++;
      List<String> units = hidden(layer, number);
      drawing.layer(units, below);
      below = units;
    }
    drawing.layer(outputs(model), below);
    return """
        <?xml version="1.0"?>
        <BIF VERSION="0.3">
        <NETWORK>
        <NAME>Backprop Net</NAME>
        """
        + PictureMenu.line(page)
        + drawing.variables
        + drawing.definitions
        + "</NETWORK>\n</BIF>\n";
  }

  private static List<String> inputs(Model model) {
    List<String> columns = new ArrayList<>();
    for (InputCode code : model.encoder().codes()) {
      if (!(code instanceof InputCode.Dropped)) {
        columns.add("input " + code.name());
      }
    }
    return columns.size() > MOST_NODES ? List.of(columns.size() + " columns") : columns;
  }

  private static List<String> hidden(LayerSpec layer, int number) {
    String words = layer.activation().label();
    if (layer.units() > MOST_NODES) {
      return List.of("hidden layer " + number + ": " + layer.units() + " " + words);
    }
    List<String> units = new ArrayList<>();
    for (int u = 1; u <= layer.units(); u++) {
      units.add(words + " " + number + "." + u);
    }
    return units;
  }

  private static List<String> outputs(Model model) {
    List<String> answers = new ArrayList<>();
    for (String label : model.classes()) {
      answers.add(model.target() + " = " + label);
    }
    if (answers.size() > MOST_NODES) {
      return List.of(model.target() + ": " + answers.size() + " classes");
    }
    return answers.isEmpty() ? List.of(model.target()) : answers;
  }

  private void layer(List<String> units, List<String> below) {
    units.forEach(unit -> node(unit, below));
  }

  /** The graph window wants outcomes and a table: one outcome each makes it a table of one. */
  private void node(String name, List<String> below) {
    String clean = escaped(name);
    variables
        .append("<VARIABLE TYPE=\"nature\"><NAME>")
        .append(clean)
        .append("</NAME><OUTCOME>value</OUTCOME></VARIABLE>\n");
    definitions.append("<DEFINITION><FOR>").append(clean).append("</FOR>");
    for (String given : below) {
      definitions.append("<GIVEN>").append(escaped(given)).append("</GIVEN>");
    }
    definitions.append("<TABLE>1</TABLE></DEFINITION>\n");
  }

  /** Characters that XML has no place for become question marks. */
  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                default ->
                    text.appendCodePoint(
                        c >= 0x20 && !(c >= 0xD800 && c < 0xE000) && (c & 0xFFFE) != 0xFFFE
                            ? c
                            : '?');
              }
            });
    return text.toString();
  }
}
