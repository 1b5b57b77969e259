package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;

/** Bars that lie, one below the other, to the right for more and to the left for less. */
final class Bars {
  private static final int ROW = 24;
  private static final int LABELS = 166;
  private static final int NUMBERS = 84;

  private final List<String> labels = new ArrayList<>();
  private final List<Fact> values = new ArrayList<>();
  private final List<Fact> spreads = new ArrayList<>();

  Bars add(String label, Fact value) {
    return add(label, value, null);
  }

  /** With a line that says how far the value spreads. */
  Bars add(String label, Fact value, Fact spread) {
    labels.add(label);
    values.add(value);
    spreads.add(spread);
    return this;
  }

  Drawing draw(String alt) {
    double low = 0;
    double high = 0;
    List<Fact> from = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      double spread = spreads.get(i) == null ? 0 : spreads.get(i).value();
      low = Math.min(low, values.get(i).value() - spread);
      high = Math.max(high, values.get(i).value() + spread);
      if (spreads.get(i) != null) {
        from.add(spreads.get(i));
      }
    }
    double width = Chart.WIDTH - LABELS - NUMBERS;
    double scale = high > low ? width / (high - low) : 0;
    double zero = LABELS - low * scale;
    Drawing drawing =
        new Drawing(Chart.WIDTH, ROW * labels.size() + 8, alt, from.toArray(Fact[]::new));
    for (int i = 0; i < labels.size(); i++) {
      double value = values.get(i).value();
      double y = 4 + ROW * i;
      double end = zero + value * scale;
      drawing.text(LABELS - 6, y + 15, "end", Html.brief(labels.get(i), 23));
      drawing.box(Math.min(zero, end), y + 3, Math.abs(end - zero), 15, value < 0 ? "down" : "up");
      if (spreads.get(i) != null) {
        double half = spreads.get(i).value() * scale;
        drawing.line(end - half, y + 10.5, end + half, y + 10.5, "spread");
      }
      drawing.text(Chart.WIDTH - 2, y + 15, "end", values.get(i).text());
    }
    drawing.line(zero, 2, zero, ROW * labels.size() + 4, "axis");
    return drawing;
  }
}
