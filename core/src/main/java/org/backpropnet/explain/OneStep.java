package org.backpropnet.explain;

import org.backpropnet.optimize.Optimizer;

/** Section 9: how does it help? One step. */
final class OneStep {
  private static final int SHOWN = 10;
  private static final double WANTED_FALL = 0.005;
  private static final double CLOSE = 0.05;

  private OneStep() {}

  static void write(Subject s, Slopes slopes, Paper p) {
    double square = slopes.squaredLength();
    if (!(square > 0)) {
      p.say("9.flat");
      return;
    }
    double rate = WANTED_FALL * Math.max(slopes.loss(), 1e-9) / square;
    double after = stepped(slopes, rate);
    // Where the hill bends at once, a shorter step is needed for the slope to tell the truth.
    for (int i = 0; i < 12 && off(slopes, rate, after, square); i++) {
      rate /= 4;
      after = stepped(slopes, rate);
    }
    Fact now = p.fact("before", slopes.loss(), "");
    Fact then = p.fact("after", after, "");
    Fact told = p.fact("told", rate * square, "");
    p.say("9.intro", p.fact("knobs", slopes.gradient().length, ""));
    Bars bars = new Bars();
    int k = 0;
    for (int i : Ranked.bySize(slopes.gradient(), SHOWN)) {
      Fact push = p.fact("push." + k++, -rate * slopes.gradient()[i], "");
      bars.add(Links.of(slopes.learner().layout(), i).name(s), push);
    }
    p.draw(bars.draw(Words.of("9.alt")));
    p.stress("9.step", now, then, p.fact("fall", now.value() - then.value(), ""), told);
    Fact end = p.fact("end", Slopes.loss(s.book, slopes.rows(), s.weights), "");
    if (s.voters() > 1) {
      p.say("9.many.voted", end, now, p.fact("voters", s.voters(), ""));
    } else {
      p.say("9.many", end, now);
    }
    Optimizer walker = s.model.trained().recipe().optimizer();
    p.note(walker instanceof Optimizer.GradientDescent ? "9.plain" : "9.other", walker.label());
  }

  private static double stepped(Slopes slopes, double rate) {
    double[] at = slopes.start().clone();
    for (int i = 0; i < at.length; i++) {
      at[i] -= rate * slopes.gradient()[i];
    }
    return slopes.lossAt(at);
  }

  private static boolean off(Slopes slopes, double rate, double after, double square) {
    double told = rate * square;
    return Math.abs(slopes.loss() - after - told) > CLOSE * told / 2;
  }
}
