package org.backpropnet.data;

import java.util.Arrays;
import java.util.List;

/** Reads the rows of tables with given columns as the inputs of a network. */
public final class RowReader {
  private final Encoder encoder;
  private final InputCode[] codes;

  /** Whether a column has a block of its own. */
  private final boolean[] block;

  private final int[] column;
  private final int[][] inputOfLabel;

  /** Of numbers that a table has as texts. */
  private final double[][] numberOfLabel;

  /** Of the columns that are thermometers. */
  private final Marks[] marks;

  private final int blocks;
  private final int thermometers;

  RowReader(Encoder encoder, int[] column, int[][] inputOfLabel, double[][] numberOfLabel) {
    this.encoder = encoder;
    codes = encoder.codes().toArray(new InputCode[0]);
    this.column = column;
    this.inputOfLabel = inputOfLabel;
    this.numberOfLabel = numberOfLabel;
    blocks = encoder.blocks();
    thermometers = encoder.thermometerStarts().length - 1;
    marks = new Marks[column.length];
    block = new boolean[column.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = codes[i] instanceof InputCode.Thermometer t ? new Marks(t) : null;
      block[i] = codes[i].hasBlock();
    }
  }

  /**
   * Room for a row.
   *
   * @return to be filled by {@link #read}, again and again
   */
  public EncodedRow room() {
    return new EncodedRow(
        new double[encoder.denseInputs()],
        new int[blocks],
        new int[thermometers],
        new double[thermometers]);
  }

  /**
   * Reads one row.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @param into overwritten
   */
  public void read(Table table, int row, EncodedRow into) {
    int[] active = into.active();
    int at = 0;
    int thermometer = 0;
    for (int i = 0; i < column.length; i++) {
      InputCode code = codes[i];
      if (code instanceof InputCode.Dropped) {
        continue;
      }
      double value = cell(table, row, i);
      if (code instanceof InputCode.Number n) {
        into.dense()[n.input()] = scaled(value, n);
      } else if (code instanceof InputCode.Thermometer) {
        readThermometer(value, marks[i], thermometer++, into);
      }
      if (block[i]) {
        active[at++] = activeInput(value, i);
      }
    }
  }

  /** A cell; the number of a text where the model has numbers and the table texts. */
  private double cell(Table table, int row, int i) {
    double value = table.value(row, column[i]);
    double[] numbers = numberOfLabel[i];
    return numbers == null || Double.isNaN(value) ? value : numbers[(int) value];
  }

  /**
   * Reads a run of rows, a column at a time, which is faster than row by row.
   *
   * @param table has the columns that this reader was bound to
   * @param from first row
   * @param dense [denseInputs][at least as many as into] overwritten: the scaled numbers
   * @param into one for each row; overwritten except for their own scaled numbers
   */
  public void read(Table table, int from, double[][] dense, List<EncodedRow> into) {
    int at = 0;
    int thermometer = 0;
    for (int i = 0; i < column.length; i++) {
      InputCode code = codes[i];
      if (code instanceof InputCode.Number n) {
        readNumbers(table, from, i, dense[n.input()], into.size());
      } else if (code instanceof InputCode.Thermometer) {
        for (int r = 0; r < into.size(); r++) {
          readThermometer(cell(table, from + r, i), marks[i], thermometer, into.get(r));
        }
        thermometer++;
      }
      if (block[i]) {
        for (int r = 0; r < into.size(); r++) {
          into.get(r).active()[at] = activeInput(cell(table, from + r, i), i);
        }
        at++;
      }
    }
  }

  private void readNumbers(Table table, int from, int i, double[] dense, int count) {
    InputCode.Number code = (InputCode.Number) codes[i];
    boolean allThere = true;
    for (int r = 0; r < count; r++) {
      dense[r] = cell(table, from + r, i);
      allThere &= Double.isFinite(dense[r]);
    }
    if (allThere) {
      scale(dense, count, code);
    } else {
      for (int r = 0; r < count; r++) {
        dense[r] = scaled(dense[r], code);
      }
    }
  }

  /** Numbers that are all there need no branch, so that the loop becomes vector instructions. */
  private static void scale(double[] dense, int count, InputCode.Number code) {
    double center = code.center();
    double scale = code.scale();
    for (int r = 0; r < count; r++) {
      dense[r] = distance(dense[r], center, scale);
    }
  }

  private static void readThermometer(double value, Marks marks, int at, EncodedRow into) {
    boolean there = Double.isFinite(value);
    int bin = there ? marks.bin(value) : -1;
    into.bins()[at] = bin;
    into.fractions()[at] = there ? marks.fraction(value, bin) : 0;
  }

  /** The input that a column switches on, or -1. */
  private int activeInput(double value, int i) {
    if (codes[i] instanceof InputCode.Category c) {
      return Double.isNaN(value) ? c.missingInput() : inputOfLabel[i][(int) value];
    }
    return Double.isFinite(value) ? -1 : codes[i].missingInput();
  }

  /**
   * Counts cells that this row brings and training never saw: missing ones in a column that was
   * always there, and labels without an input of their own.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @return [missing cells, unseen labels]
   */
  public int[] surprises(Table table, int row) {
    int[] count = new int[2];
    for (int i = 0; i < column.length; i++) {
      InputCode code = encoder.codes().get(i);
      if (code instanceof InputCode.Dropped) {
        continue;
      }
      double value = cell(table, row, i);
      if (code.numeric()) {
        count[0] += Double.isFinite(value) ? 0 : 1;
      } else if (Double.isNaN(value)) {
        count[0]++;
      } else {
        int input = inputOfLabel[i][(int) value];
        count[1] += input < 0 || input == ((InputCode.Category) code).otherInput() ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Reads one row as one long vector, zeros included: what a textbook network sees.
   *
   * @param table has the columns that this reader was bound to
   * @param row from 0
   * @return [inputs]
   */
  public double[] vector(Table table, int row) {
    EncodedRow coded = room();
    read(table, row, coded);
    double[] vector = Arrays.copyOf(coded.dense(), encoder.inputs());
    for (int input : coded.active()) {
      if (input >= 0) {
        vector[input] = 1;
      }
    }
    int[] starts = encoder.thermometerStarts();
    for (int t = 0; t < coded.bins().length; t++) {
      int bin = coded.bins()[t];
      if (bin >= 0) {
        Arrays.fill(vector, starts[t], starts[t] + bin, 1);
        vector[starts[t] + bin] = coded.fractions()[t];
      }
    }
    return vector;
  }

  /** A number as the network sees it; 0 if it is missing. */
  private static double scaled(double value, InputCode.Number code) {
    return Double.isFinite(value) ? distance(value, code.center(), code.scale()) : 0;
  }

  private static double distance(double value, double center, double scale) {
    // Halved first: the distance between two numbers near the largest double would overflow.
    double distance = 2 * ((0.5 * value - 0.5 * center) / scale);
    return Math.max(-Encoder.LIMIT, Math.min(Encoder.LIMIT, distance));
  }
}
