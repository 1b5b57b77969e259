package org.backpropnet.bench;

import java.util.ArrayList;
import java.util.List;

/** One side against another over several tables. */
final class Duel {
  private final Comparison comparison;
  private final Standings standings;
  private final String side;
  private final String other;

  Duel(Comparison comparison, Standings standings, String side, String other) {
    this.comparison = comparison;
    this.standings = standings;
    this.side = side;
    this.other = other;
  }

  /** Wins, draws and losses by both measures, the tables that were lost, and the time. */
  String cells() {
    List<String> lostByError = new ArrayList<>();
    List<String> lostByLoss = new ArrayList<>();
    String byError = counts(Measure.ERROR, lostByError);
    String byLoss = counts(Measure.LOG_LOSS, lostByLoss);
    lostByLoss.removeIf(
        name -> standings.sets(false).stream().anyMatch(s -> s.name().equals(name)));
    double ratio = standings.cpu(side) / standings.cpu(other);
    return String.join(
        " | ",
        byError,
        byLoss,
        String.join(", ", lostByError),
        String.join(", ", lostByLoss),
        Comparison.text(ratio, 2));
  }

  private String counts(Measure ofClasses, List<String> lost) {
    int won = 0;
    for (DataSet set : standings.sets()) {
      Measure measure = comparison.nominal(set.name(), side) ? ofClasses : Measure.SCALED_RMSE;
      int verdict = comparison.verdict(set, measure, side, other);
      won += verdict > 0 ? 1 : 0;
      if (verdict < 0) {
        lost.add(set.name());
      }
    }
    int equal = standings.sets().size() - won - lost.size();
    return won + " / " + equal + " / " + lost.size();
  }
}
