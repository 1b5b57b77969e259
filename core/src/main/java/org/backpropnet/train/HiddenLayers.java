package org.backpropnet.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.backpropnet.function.Activation;

/**
 * The hidden layers that a plan asks for.
 *
 * @param automatic true if the plan leaves them open; then the list is empty
 * @param layers from input to output; empty and not automatic means no hidden layer
 */
public record HiddenLayers(boolean automatic, List<Layer> layers) {
  /** Left open. */
  public static final HiddenLayers AUTO = new HiddenLayers(true, List.of());

  private static final int MOST_UNITS = 100_000;
  private static final String WAY_OUT =
      " Write auto, none, or sizes with commas such as \"16\" or \"64 relu, 32 tanh\".";

  /**
   * One layer.
   *
   * @param units its size
   * @param activation its own activation, or empty for the plan's
   */
  public record Layer(int units, Optional<Activation> activation) {}

  /** Copies the list. */
  public HiddenLayers {
    layers = List.copyOf(layers);
  }

  /**
   * Reads the text form.
   *
   * @param text "auto", "none" (or "0"), or layers with commas: "16", "64,32", "64 relu, 32 tanh"
   * @return the layers
   * @throws IllegalArgumentException if it is none of these
   */
  public static HiddenLayers parse(String text) {
    String clean = text.strip().toLowerCase(Locale.ROOT);
    if (clean.equals("auto")) {
      return AUTO;
    }
    if (clean.equals("none") || clean.equals("0")) {
      return new HiddenLayers(false, List.of());
    }
    List<Layer> layers = new ArrayList<>();
    for (String part : clean.split(",", -1)) {
      layers.add(layer(part.strip(), text));
    }
    return new HiddenLayers(false, layers);
  }

  private static Layer layer(String part, String whole) {
    String[] words = part.split("\\s+", -1);
    int units = 0;
    try {
      units = Integer.parseInt(words[0]);
    } catch (NumberFormatException e) {
      units = 0;
    }
    if (units < 1 || units > MOST_UNITS || words.length > 2) {
      throw new IllegalArgumentException(
          "hiddenLayers is \""
              + whole
              + "\", but \""
              + part
              + "\" is not a layer size from 1 to "
              + MOST_UNITS
              + ", with or without an activation."
              + WAY_OUT);
    }
    return new Layer(
        units,
        words.length == 1
            ? Optional.empty()
            : Optional.of(Labels.activation("hiddenLayers", words[1])));
  }

  @Override
  public String toString() {
    if (automatic) {
      return "auto";
    }
    if (layers.isEmpty()) {
      return "none";
    }
    StringJoiner text = new StringJoiner(", ");
    for (Layer layer : layers) {
      text.add(layer.units + layer.activation.map(a -> " " + a.label()).orElse(""));
    }
    return text.toString();
  }
}
