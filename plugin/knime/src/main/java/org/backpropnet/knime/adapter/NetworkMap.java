package org.backpropnet.knime.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backpropnet.function.Activation;
import org.backpropnet.model.Model;
import org.backpropnet.network.Parameters;

/**
 * The strongest part of a network: of each layer the units whose weights are largest together, and
 * the links between them. How many are left out is told, too.
 */
final class NetworkMap {
  static final int MOST_UNITS = 12;

  private final Model model;
  private final Parameters layout;
  private final double[] weights;
  private final List<int[]> chosen = new ArrayList<>();

  private NetworkMap(Model model) {
    this.model = model;
    layout = Parameters.of(model.spec());
    weights = model.copyOfParameters();
    // From the output down: a unit counts by its links to what is shown above it.
    int[] above = strongest(new double[layout.units(layout.layers() - 1)]);
    chosen.add(above);
    for (int l = layout.layers() - 1; l >= 0; l--) {
      double[] strength = new double[layout.inputs(l)];
      for (int to : above) {
        for (int from = 0; from < strength.length; from++) {
          strength[from] += Math.abs(weights[layout.weight(l, to, from)]);
        }
      }
      above = strongest(strength);
      chosen.add(0, above);
    }
  }

  /** The first of equals, in the order of their numbers. */
  private static int[] strongest(double[] strength) {
    return IntStream.range(0, strength.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -strength[unit]))
        .limit(MOST_UNITS)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static Map<String, Object> of(Model model) {
    NetworkMap map = new NetworkMap(model);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("layers", map.layers());
    data.put("links", map.links());
    return data;
  }

  private List<Object> layers() {
    List<Object> layers = new ArrayList<>();
    layers.add(layer("Inputs", layout.inputs(0), names(model.encoder().inputNames(), 0)));
    int last = layout.layers() - 1;
    for (int l = 0; l < last; l++) {
      Activation activation = model.spec().layers().get(l).activation();
      String title = "Hidden layer " + (l + 1) + ", " + activation.label();
      List<String> names = new ArrayList<>();
      for (int unit : chosen.get(l + 1)) {
        names.add(String.valueOf(unit + 1));
      }
      layers.add(layer(title, layout.units(l), names));
    }
    layers.add(layer("Output", layout.units(last), outputs(last)));
    return layers;
  }

  private List<String> outputs(int last) {
    boolean each = model.classes().size() == layout.units(last);
    return each
        ? names(model.classes().toArray(new String[0]), last + 1)
        : List.of(
            model.classes().isEmpty()
                ? model.target()
                : model.target() + "=" + model.classes().get(model.classes().size() - 1));
  }

  private List<String> names(String[] all, int place) {
    return IntStream.of(chosen.get(place)).mapToObj(unit -> all[unit]).toList();
  }

  private static Map<String, Object> layer(String title, int units, List<String> names) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("title", title);
    layer.put("units", units);
    layer.put("names", names);
    return layer;
  }

  /** For each layer [from, to, weight], counted within what is shown. */
  private List<Object> links() {
    List<Object> all = new ArrayList<>();
    for (int l = 0; l < layout.layers(); l++) {
      List<Object> links = new ArrayList<>();
      for (int to = 0; to < chosen.get(l + 1).length; to++) {
        for (int from = 0; from < chosen.get(l).length; from++) {
          int place = layout.weight(l, chosen.get(l + 1)[to], chosen.get(l)[from]);
          links.add(List.of(from, to, weights[place]));
        }
      }
      all.add(links);
    }
    return all;
  }
}
