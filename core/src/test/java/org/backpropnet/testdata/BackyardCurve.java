package org.backpropnet.testdata;

import java.io.IOException;
import java.util.List;

/** What backyards are truly worth: the price without noise if all houses had the same one. */
public final class BackyardCurve {
  private final PublishedHouses houses;
  private final List<Integer> rows;

  /**
   * Over the rows without an empty cell.
   *
   * @throws IOException if the house example cannot be read
   */
  public BackyardCurve() throws IOException {
    houses = PublishedHouses.read();
    rows = houses.completeRows();
  }

  /**
   * The average true price.
   *
   * @param squareFeet of backyard, for every house
   * @return dollars per square foot
   */
  public double price(double squareFeet) {
    double sum = 0;
    for (int row : rows) {
      HouseFacts x = houses.facts().get(row);
      HouseFacts same = new HouseFacts(x.schools(), x.rating(), x.bedrooms(), squareFeet, x.year());
      sum += houses.truths().get(row) + terms(same) - terms(x);
    }
    return sum / rows.size();
  }

  private static double terms(HouseFacts x) {
    double sum = 0;
    for (HouseTerm term : HouseTerm.values()) {
      sum += term.dollars * term.amount(x);
    }
    return sum;
  }
}
