package org.backpropnet.testdata;

import static org.backpropnet.testdata.TextTable.decimal;

import java.util.ArrayList;
import java.util.List;
import org.backpropnet.testdata.TextTable.Column;

/** Two classes wound around each other: no straight line can part them. */
final class TwoSpirals {
  /** Points of each class. */
  static final int POINTS = 200;

  /** Standard deviation of the noise on each coordinate. */
  static final double NOISE = 0.1;

  /** How far a spiral moves outwards in one turn; the other one runs in the middle between. */
  static final double PITCH = 2.25;

  private static final double START = 0.5;
  private static final int TURNS = 2;
  private static final long SEED = 2024;

  private TwoSpirals() {}

  /**
   * The table as a file: x, y, class red or blue.
   *
   * @return text of two-spirals.arff
   */
  static String arff() {
    Dice dice = Dice.of(SEED, 11);
    List<List<String>> rows = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      double turns = TURNS * (double) point / (POINTS - 1);
      rows.add(row(turns, 1, dice));
      rows.add(row(turns, -1, dice));
    }
    List<String> comments =
        List.of(
            "Generated data: two spirals of two turns each, blue is red turned by half a turn.");
    List<Column> columns =
        List.of(
            Column.numeric("x"), Column.numeric("y"), new Column("class", List.of("red", "blue")));
    return new TextTable("two-spirals", comments, columns, rows).arff();
  }

  /**
   * Where a spiral runs, without noise.
   *
   * @param turns how far along, 0 to 2
   * @param side 1 for red, -1 for blue
   * @return x and y
   */
  static double[] centre(double turns, int side) {
    double radius = side * (START + PITCH * turns);
    double angle = 2 * StrictMath.PI * turns;
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
  }

  private static List<String> row(double turns, int side, Dice dice) {
    double[] centre = centre(turns, side);
    return List.of(
        decimal(centre[0] + NOISE * dice.normal(), 3),
        decimal(centre[1] + NOISE * dice.normal(), 3),
        side > 0 ? "red" : "blue");
  }
}
