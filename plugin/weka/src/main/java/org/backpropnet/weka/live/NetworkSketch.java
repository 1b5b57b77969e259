package org.backpropnet.weka.live;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.JComponent;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.Parameters;
import org.backpropnet.train.Trained;

/**
 * The network as circles and lines: red pulls down, blue pushes up, thick counts much. Of a wide
 * layer only the first units are drawn.
 */
final class NetworkSketch extends JComponent {
  private static final long serialVersionUID = 1;
  private static final int MOST_UNITS = 12;
  private static final int DOT = 10;
  private static final int MARGIN = 24;
  private static final float THICK = 3.5f;
  private static final Color UP = new Color(0x1f5fbf);
  private static final Color DOWN = new Color(0xc0392b);

  private transient Trained trained;

  NetworkSketch() {
    setPreferredSize(new Dimension(320, 300));
  }

  /** Draws this network from now on; null draws none. */
  void show(Trained now) {
    trained = now;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D pen = (Graphics2D) graphics.create();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, getWidth(), getHeight());
    Trained now = trained;
    if (now == null || now.best() == null) {
      pen.setColor(Color.GRAY);
      pen.drawString("The network appears here.", MARGIN, getHeight() / 2);
    } else {
      draw(pen, now);
    }
    pen.dispose();
  }

  private void draw(Graphics2D pen, Trained now) {
    Parameters layout = Parameters.of(now.recipe().spec());
    List<LayerSpec> layers = now.recipe().spec().layers();
    for (int l = 0; l < layers.size(); l++) {
      lines(pen, now.best().parameters(), layout, l);
    }
    for (int l = 0; l <= layers.size(); l++) {
      int units = l == 0 ? layout.inputs(0) : layout.units(l - 1);
      String word = l == 0 ? "inputs" : layers.get(l - 1).activation().label();
      dots(pen, l, layers.size(), units);
      pen.setColor(Color.DARK_GRAY);
      String text = units + " " + word;
      int left = x(l, layers.size()) - pen.getFontMetrics().stringWidth(text) / 2;
      pen.drawString(text, Math.max(2, left), getHeight() - 6);
    }
  }

  private void lines(Graphics2D pen, float[] weights, Parameters layout, int l) {
    int units = Math.min(MOST_UNITS, layout.units(l));
    int inputs = Math.min(MOST_UNITS, layout.inputs(l));
    float largest = 1e-9f;
    for (int u = 0; u < units; u++) {
      for (int i = 0; i < inputs; i++) {
        largest = Math.max(largest, Math.abs(weights[layout.weight(l, u, i)]));
      }
    }
    for (int u = 0; u < units; u++) {
      for (int i = 0; i < inputs; i++) {
        float weight = weights[layout.weight(l, u, i)];
        float share = Math.abs(weight) / largest;
        Color hue = weight > 0 ? UP : DOWN;
        pen.setColor(
            new Color(hue.getRed(), hue.getGreen(), hue.getBlue(), 40 + (int) (200 * share)));
        pen.setStroke(new BasicStroke(0.3f + THICK * share));
        pen.drawLine(x(l, layout.layers()), y(i, inputs), x(l + 1, layout.layers()), y(u, units));
      }
    }
  }

  private void dots(Graphics2D pen, int l, int layers, int units) {
    int shown = Math.min(MOST_UNITS, units);
    for (int u = 0; u < shown; u++) {
      pen.setColor(Color.WHITE);
      pen.fillOval(x(l, layers) - DOT / 2, y(u, shown) - DOT / 2, DOT, DOT);
      pen.setColor(Color.DARK_GRAY);
      pen.setStroke(new BasicStroke(1.2f));
      pen.drawOval(x(l, layers) - DOT / 2, y(u, shown) - DOT / 2, DOT, DOT);
    }
    if (units > shown) {
      pen.drawString("...", x(l, layers) - 4, y(shown - 1, shown) + DOT + 4);
    }
  }

  private int x(int l, int layers) {
    return MARGIN + DOT + l * (getWidth() - 2 * (MARGIN + DOT)) / layers;
  }

  private int y(int unit, int units) {
    int room = getHeight() - 2 * MARGIN - DOT;
    return MARGIN + (int) ((unit + 0.5) * room / units);
  }
}
