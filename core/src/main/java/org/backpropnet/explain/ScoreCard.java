package org.backpropnet.explain;

import org.backpropnet.model.Evaluation;
import org.backpropnet.model.Evaluation.ClassScores;
import org.backpropnet.model.Evaluation.NumberScores;
import org.backpropnet.model.Evaluation.Scores;

/** Section 0: what did I get? */
final class ScoreCard {
  private ScoreCard() {}

  static void write(Subject s, Judge judge, Paper p) {
    Evaluation net = Evaluation.of(judge.judged(), judge.rows());
    Evaluation line = Evaluation.of(judge.line(), judge.rows());
    boolean numbers = s.focus < 0;
    Fact rows = p.fact("rows", net.rows(), "");
    Fact miss = p.fact("miss", score(net.model()));
    Fact always = p.fact("always", score(net.baseline()));
    Fact straight = p.fact("line", score(line.model()));
    p.say("0." + judge.kind(), rows);
    String kind = numbers ? "numbers" : "classes";
    p.stress("0." + kind, miss, always, straight);
    p.draw(
        new Bars()
            .add(Words.of("0.net"), miss)
            .add(Words.of("0.line"), straight)
            .add(Words.of(numbers ? "0.average" : "0.share"), always)
            .draw(p.fill(Words.of("0.alt." + kind))));
    verdict(miss, always, numbers, p);
    Fact answer = p.fact("answer", s.answer(answers(s)));
    Fact row = p.fact("row", s.row + 1, "");
    if (!s.truthKnown()) {
      p.say("0.row." + kind + ".unknown", row, answer, focus(s));
    } else if (numbers) {
      p.say("0.row.numbers", row, answer, p.fact("truth", s.truthShown(s.row)));
    } else {
      p.say("0.row.classes", row, answer, focus(s), s.cell(s.row, s.target));
    }
  }

  private static void verdict(Fact miss, Fact always, boolean numbers, Paper p) {
    boolean better = numbers ? miss.value() < always.value() : miss.value() > always.value();
    if (!better) {
      p.stress("0.useless");
    } else if (numbers) {
      p.say("0.gain", p.fact("gain", 100 * (1 - miss.value() / always.value()), "%"));
    }
  }

  private static double score(Scores scores) {
    return scores instanceof NumberScores n ? n.rmse() : 100 * ((ClassScores) scores).accuracy();
  }

  static double[] answers(Subject s) {
    return s.trace.answer();
  }

  static String focus(Subject s) {
    return s.focus < 0 ? s.unit : s.classes().get(s.focus);
  }
}
