package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.textbook.TextbookBackprop;
import org.backpropnet.textbook.TextbookBackprop.Rows;
import org.backpropnet.train.Best;
import org.backpropnet.train.Snapshots;

/** Section 11: what is gradient descent? */
final class Hill {
  private static final int MOST_ROWS = 150;

  private Hill() {}

  /**
   * A walk through weight space.
   *
   * @param book the arithmetic of the network that walks
   * @param places [place][P] where the weights are known
   * @param epochs of each place
   */
  private record Walk(TextbookBackprop book, List<double[]> places, List<Integer> epochs) {}

  static void write(Subject s, Slopes slopes, Paper p) {
    Rows rows = s.taught(s.sample(s.learned(), HillMap.SIDE * HillMap.SIDE, MOST_ROWS));
    Walk walk = walk(s, slopes);
    double[] start = walk.places().get(0);
    Plane plane = Plane.through(walk.places(), Slopes.gradient(walk.book(), rows, start));
    p.say(
        start.length == 2 ? "11.whole" : "11.slice",
        p.fact("knobs", told(s) ? start.length : s.knobs(), ""));
    if (s.voters() > 1) {
      p.say(told(s) ? "11.first" : "11.together", p.fact("voters", s.voters(), ""));
    }
    draw(rows, walk, plane, p);
    table(s, rows, walk, p);
    p.say("11.walk", p.fact("rows", rows.weights().length, ""));
    end(s, walk, p);
    if (!told(s)) {
      p.note("11.nolog");
    }
  }

  private static boolean told(Subject s) {
    return s.model.trained().snapshots().size() > 1;
  }

  private static Walk walk(Subject s, Slopes slopes) {
    List<double[]> places = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    for (Best snapshot : s.model.trained().snapshots()) {
      places.add(Learner.doubles(snapshot.parameters()));
      epochs.add(snapshot.epoch());
    }
    if (told(s)) {
      return new Walk(slopes.learner().book(), places, epochs);
    }
    // Of networks that vote only the whole is known at the end, so all of them are moved at once.
    double[] start = Learner.doubles(Snapshots.together(s.model.trained()));
    return new Walk(
        s.book, List.of(start, s.weights), List.of(0, s.model.trained().best().epoch()));
  }

  private static void draw(Rows rows, Walk walk, Plane plane, Paper p) {
    int side = HillMap.SIDE;
    double[] heights = new double[side * side];
    for (int cell = 0; cell < heights.length; cell++) {
      double[] at = plane.at(HillMap.east(cell % side), HillMap.north(cell / side));
      heights[cell] = Slopes.loss(walk.book(), rows, at);
    }
    double[] path = new double[2 * walk.places().size()];
    for (int i = 0; i < walk.places().size(); i++) {
      double[] seen = plane.seen(walk.places().get(i));
      path[2 * i] = seen[0];
      path[2 * i + 1] = seen[1];
    }
    p.draw(HillMap.draw(p.series("hill", "", heights), p.series("path", "", path)));
  }

  private static void table(Subject s, Rows rows, Walk walk, Paper p) {
    boolean many = s.voters() > 1 && !told(s);
    List<List<Object>> table = new ArrayList<>();
    for (int i = 0; i < walk.places().size(); i++) {
      Object when =
          many
              ? Words.of(i == 0 ? "11.start" : "11.end")
              : p.fact("epoch." + i, walk.epochs().get(i), "");
      double loss = Slopes.loss(walk.book(), rows, walk.places().get(i));
      table.add(List.of(when, p.fact("loss." + i, loss, "")));
    }
    p.table(many ? "11.head.voted" : "11.head", table);
  }

  private static void end(Subject s, Walk walk, Paper p) {
    int all = s.model.trained().history().size();
    if (s.voters() > 1) {
      p.say("11.stop.voted", p.fact("last", all, ""));
      return;
    }
    int best = walk.epochs().get(walk.epochs().size() - 1);
    p.say("11.stop", p.fact("last", all, ""), p.fact("best", best, ""));
  }
}
