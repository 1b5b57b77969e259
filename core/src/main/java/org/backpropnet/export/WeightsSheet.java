package org.backpropnet.export;

import java.io.IOException;
import org.backpropnet.network.Parameters;
import org.dhatim.fastexcel.Workbook;

/** Bias and weights of one layer: a line for each unit, a column for each of its inputs. */
final class WeightsSheet {
  private static final int BIAS = 1;
  private static final int FIRST = 2;

  private final Job job;
  private final int layer;
  private final Parameters layout;

  WeightsSheet(Job job, int layer) {
    this.job = job;
    this.layer = layer;
    layout = Parameters.of(job.model().spec());
  }

  private String name() {
    return "Weights " + LayerSheet.ordinal(job.model().spec(), layer);
  }

  /** The weighted sum of a unit, from cells that hold what comes from below. */
  String sum(int unit, String below) {
    String bias = Sheet.on(name(), Sheet.fixed(unit + 1, BIAS));
    int inputs = layout.inputs(layer);
    if (inputs == 0) {
      return bias;
    }
    String weights = Sheet.on(name(), Sheet.fixedAcross(unit + 1, FIRST, FIRST + inputs - 1));
    return "SUMPRODUCT(" + below + "," + weights + ")+" + bias;
  }

  void write(Workbook book, double[] parameters) throws IOException {
    int inputs = layout.inputs(layer);
    String[] below =
        layer == 0
            ? job.model().encoder().inputNames()
            : LayerSheet.unitNames(job.model(), layer - 1);
    String[] units = LayerSheet.unitNames(job.model(), layer);
    try (Sheet sheet = new Sheet(book, name(), FIRST + inputs, FIRST)) {
      sheet.heading(0, "unit");
      sheet.heading(BIAS, "bias");
      for (int i = 0; i < inputs; i++) {
        sheet.heading(FIRST + i, below[i]);
      }
      for (int unit = 0; unit < units.length; unit++) {
        sheet.label(unit + 1, 0, units[unit]);
        sheet.number(unit + 1, BIAS, parameters[layout.bias(layer, unit)]);
        for (int i = 0; i < inputs; i++) {
          sheet.number(unit + 1, FIRST + i, parameters[layout.weight(layer, unit, i)]);
        }
        sheet.rowDone(unit + 1);
      }
    }
  }
}
