package org.backpropnet.explain;

import org.backpropnet.network.Parameters;

/**
 * Which weight a place in the array is.
 *
 * @param layer from 0
 * @param unit from 0
 * @param input from 0, or -1 for a bias
 */
record Links(int layer, int unit, int input) {
  static Links of(Parameters layout, int place) {
    for (int l = 0; l < layout.layers(); l++) {
      int bias = layout.bias(l, 0);
      if (place < bias + layout.units(l)) {
        int first = layout.weight(l, 0, 0);
        return place >= bias
            ? new Links(l, place - bias, -1)
            : new Links(l, (place - first) / layout.inputs(l), (place - first) % layout.inputs(l));
      }
    }
    throw new IllegalArgumentException("No weight lies at " + place + ".");
  }

  /** How the link is called. */
  String name(Subject s) {
    String to =
        layer == s.layout.layers() - 1
            ? Words.of("link.output")
            : Words.of("link.unit").replace("{0}", place(s, layer, unit));
    if (input < 0) {
      return Words.of("link.bias").replace("{0}", to);
    }
    String from =
        layer == 0
            ? s.encoder.inputNames()[input]
            : Words.of("link.unit").replace("{0}", place(s, layer - 1, input));
    return from + " \u2192 " + to;
  }

  private static String place(Subject s, int layer, int unit) {
    String number = String.valueOf(unit + 1);
    return s.spec.hidden().size() < 2 ? number : (layer + 1) + "." + number;
  }
}
