package org.backpropnet.testdata;

import static org.backpropnet.testdata.TextTable.decimal;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.testdata.TextTable.Column;

/** One wave with noise: the smallest curve that no straight line follows. */
final class NoisySine {
  /** Rows of the table. */
  static final int ROWS = 300;

  /** Standard deviation of the noise on y. */
  static final double NOISE = 0.1;

  private static final long SEED = 2024;

  private NoisySine() {}

  /**
   * The table as a file: x from -pi to pi, y = sin(x) + noise.
   *
   * @return text of noisy-sine.arff
   */
  static String arff() {
    Dice dice = Dice.of(SEED, 12);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double x = dice.between(-StrictMath.PI, StrictMath.PI);
      double y = StrictMath.sin(x) + NOISE * dice.normal();
      rows.add(List.of(decimal(x, 4), decimal(y, 4)));
    }
    List<String> comments =
        List.of("Generated data: y = sin(x) + noise of standard deviation 0.1.");
    List<Column> columns = List.of(Column.numeric("x"), Column.numeric("y"));
    return new TextTable("noisy-sine", comments, columns, rows).arff();
  }
}
