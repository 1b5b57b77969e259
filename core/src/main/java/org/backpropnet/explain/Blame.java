package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.function.Activation;

/** Section 10: how does blame travel back? */
final class Blame {
  private Blame() {}

  static void write(Subject s, Paper p) {
    if (!s.truthKnown()) {
      p.say("7.unknown");
      return;
    }
    double[][] blame = s.book.blame(s.weights, s.trace, s.truth(s.row));
    int layers = blame.length;
    int[] path = new int[layers];
    path[layers - 1] = Ranked.bySize(blame[layers - 1], 1)[0];
    for (int l = layers - 2; l >= 0; l--) {
      double[] carried = new double[blame[l].length];
      for (int u = 0; u < carried.length; u++) {
        carried[u] = s.weights[s.layout.weight(l + 1, path[l + 1], u)] * blame[l][u];
      }
      path[l] = Ranked.bySize(carried, 1)[0];
    }
    p.say(layers == 1 ? "10.intro.flat" : "10.intro");
    Fact output = p.fact("output", blame[layers - 1][path[layers - 1]], "");
    p.say("10.output", output);
    List<Fact> drawn = new ArrayList<>(List.of(output));
    for (int l = layers - 2; l >= 0; l--) {
      drawn.add(back(s, blame, new int[] {l, path[l], path[l + 1]}, p));
    }
    draw(path, drawn, p);
    weight(s, blame, path[0], p);
    if (s.voters() > 1) {
      p.note("10.voted", p.fact("voters", s.voters(), ""));
    }
  }

  private static Fact back(Subject s, double[][] blame, int[] at, Paper p) {
    int l = at[0];
    int unit = at[1];
    double pull = 0;
    for (int above = 0; above < blame[l + 1].length; above++) {
      pull += s.weights[s.layout.weight(l + 1, above, unit)] * blame[l + 1][above];
    }
    Activation bend = s.layers().get(l).activation();
    double z = s.trace.z()[l][unit];
    double link = s.weights[s.layout.weight(l + 1, at[2], unit)];
    double through = link * blame[l + 1][at[2]];
    Fact blamed = p.fact("blame." + l, blame[l][unit], "");
    p.say(
        "10.back",
        p.fact("unit." + l, unit + 1, ""),
        p.fact("layer." + l, l + 1, ""),
        p.fact("link." + l, link, ""),
        p.fact("above." + l, blame[l + 1][at[2]], ""),
        p.fact("through." + l, through, ""),
        p.fact("others." + l, pull - through, ""),
        p.fact("slope." + l, bend.slope(z, bend.value(z)), ""),
        blamed);
    return blamed;
  }

  private static void weight(Subject s, double[][] blame, int unit, Paper p) {
    double[] products = new double[s.spec.inputs()];
    for (int i = 0; i < products.length; i++) {
      products[i] = blame[0][unit] * s.trace.input()[i];
    }
    int input = Ranked.bySize(products, 1)[0];
    p.stress(
        "10.weight",
        s.encoder.inputNames()[input],
        p.fact("enters", s.trace.input()[input], ""),
        p.fact("blamed", blame[0][unit], ""),
        p.fact("gradient", products[input], ""));
    p.note("10.all");
  }

  private static void draw(int[] path, List<Fact> blame, Paper p) {
    int count = path.length;
    Drawing d = new Drawing(Chart.WIDTH, 110, Words.of("10.alt"), blame.toArray(Fact[]::new));
    double most = 1e-300;
    for (Fact fact : blame) {
      most = Math.max(most, Math.abs(fact.value()));
    }
    for (int i = 0; i < count; i++) {
      double x = Chart.WIDTH - 60 - i * (Chart.WIDTH - 130.0) / count;
      double next = Chart.WIDTH - 60 - (i + 1) * (Chart.WIDTH - 130.0) / count;
      double value = blame.get(i).value();
      d.link(new double[] {x, 60}, new double[] {next, 60}, 3, value < 0 ? "link down" : "link up");
      d.dot(x, 60, 6 + 16 * Math.sqrt(Math.abs(value) / most), value < 0 ? "down" : "up");
      String name = i == 0 ? "10.node.output" : "10.node.unit";
      String number = String.valueOf(path[count - 1 - i] + 1);
      d.text(x, 20, "middle", Words.of(name).replace("{0}", number));
      d.text(x, 104, "middle", blame.get(i).text());
    }
    d.text(70, 20, "middle", Words.of("10.node.input"));
    d.dot(70, 60, 6, "node");
    p.draw(d);
  }
}
