package org.backpropnet.export;

import java.io.IOException;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.NetworkSpec;
import org.dhatim.fastexcel.Workbook;

/** One layer at work: for each row the sum of each unit, then what the unit makes of it. */
final class LayerSheet {
  private final Job job;
  private final int layer;
  private final LayerSpec spec;

  LayerSheet(Job job, int layer) {
    this.job = job;
    this.layer = layer;
    spec = job.model().spec().layers().get(layer);
  }

  /** What stands behind "Layer" and "Weights" in the names of sheets. */
  static String ordinal(NetworkSpec spec, int layer) {
    return layer == spec.hidden().size() ? "out" : String.valueOf(layer + 1);
  }

  /** What the units of a layer are called. */
  static String[] unitNames(Model model, int layer) {
    int units = model.spec().layers().get(layer).units();
    boolean out = layer == model.spec().hidden().size();
    String[] names = new String[units];
    for (int u = 0; u < units; u++) {
      names[u] = "unit " + (u + 1);
      if (out && model.encoder().target() instanceof TargetCode.Classes c) {
        names[u] = c.labels().get(units == 1 ? 1 : u);
      } else if (out) {
        names[u] = model.target();
      }
    }
    return names;
  }

  private String name() {
    return "Layer " + ordinal(job.model().spec(), layer);
  }

  private int activation(int unit) {
    return spec.units() + 1 + unit;
  }

  /** The activations of one row, for the layer above. */
  String outputs(int row) {
    return Sheet.on(name(), Sheet.across(row, activation(0), activation(spec.units() - 1)));
  }

  /** The activation of one unit. */
  String output(int row, int unit) {
    return Sheet.on(name(), Sheet.cell(row, activation(unit)));
  }

  private String below(int row) {
    return layer == 0
        ? Sheet.on(
            InputsSheet.NAME,
            Sheet.across(
                row, InputsSheet.column(0), InputsSheet.column(job.model().spec().inputs() - 1)))
        : new LayerSheet(job, layer - 1).outputs(row);
  }

  void write(Workbook book) throws IOException {
    WeightsSheet weights = new WeightsSheet(job, layer);
    Activation bend = spec.activation();
    String[] units = unitNames(job.model(), layer);
    try (Sheet sheet = new Sheet(book, name(), activation(units.length), 1)) {
      sheet.heading(0, "row");
      for (int u = 0; u < units.length; u++) {
        sheet.heading(1 + u, "sum of " + units[u]);
        sheet.heading(activation(u), bend.label() + " of " + units[u]);
      }
      for (int row = 1; row <= job.rows(); row++) {
        sheet.count(row, 0, row);
        String below = job.model().spec().inputsOf(layer) == 0 ? "" : below(row);
        for (int u = 0; u < units.length; u++) {
          sheet.formula(row, 1 + u, weights.sum(u, below));
          sheet.formula(row, activation(u), ActivationFormula.of(bend, Sheet.cell(row, 1 + u)));
        }
        sheet.rowDone(row);
      }
    }
  }
}
