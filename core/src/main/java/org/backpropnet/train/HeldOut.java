package org.backpropnet.train;

import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.NumbersInText;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;

/** Finds again which rows a training learned from and which it held out. */
public final class HeldOut {
  private HeldOut() {}

  /**
   * The two parts of a table, as a training with the same plan divides it.
   *
   * @param raw the rows that were learned from
   * @param trained what the training brought
   * @return rows learned from and rows held out; null if the model did not learn from this table
   */
  public static Split of(Table raw, Trained trained) {
    Table table = NumbersInText.of(raw, trained.encoder());
    int target = table.indexOf(trained.encoder().target().name());
    int[] rows = Split.usable(table, target);
    if (rows.length == 0) {
      return null;
    }
    double total = 0;
    for (int row : rows) {
      total += table.weight(row);
    }
    double share = Defaults.validationShare(trained.plan(), total);
    long seed = trained.plan().run().seed();
    Split split = Split.stratified(table, target, rows, new Split.Share(share, seed));
    if (table.columns().size() != trained.encoder().codes().size() + 1) {
      return null;
    }
    var again = EncoderFit.fit(table, split.training(), target, Defaults.output(trained.plan()));
    return again.target().equals(trained.encoder().target()) && alike(again, trained.encoder())
        ? split
        : null;
  }

  /** Whether all columns that are coded in the same way were coded with the same numbers. */
  private static boolean alike(Encoder again, Encoder before) {
    for (int i = 0; i < again.codes().size(); i++) {
      InputCode a = again.codes().get(i);
      InputCode b = before.codes().get(i);
      boolean same = a.name().equals(b.name());
      if (a instanceof InputCode.Number x && b instanceof InputCode.Number y) {
        same &= x.center() == y.center() && x.scale() == y.scale();
      } else if (a instanceof InputCode.Category x && b instanceof InputCode.Category y) {
        same &= x.levels().equals(y.levels());
      }
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
