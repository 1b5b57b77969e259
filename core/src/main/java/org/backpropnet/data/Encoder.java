package org.backpropnet.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.math.Decimal;
import org.backpropnet.math.Require;

/**
 * Turns the user's cells into the numbers that a network sees, and remembers what was decided about
 * each column. Numbers are centred and scaled, or become thermometers; a missing number is neutral
 * (0) and raises a flag input of its own; categories get one input each, rare ones share "other".
 * Infinite numbers count as missing.
 *
 * @param codes one per input column, in the table's order
 * @param target how the target is coded
 * @param denseInputs number of inputs that carry a scaled number; they come first
 * @param inputs number of all inputs
 */
public record Encoder(List<InputCode> codes, TargetCode target, int denseInputs, int inputs) {
  /** Coded numbers are limited to this many standard deviations, so that they stay finite. */
  public static final double LIMIT = 1e4;

  /** Copies the list; checks that every input belongs to exactly one thing. */
  public Encoder {
    codes = List.copyOf(codes);
    Require.atLeast("denseInputs", denseInputs, 0, "");
    long dense = 0;
    long all = 0;
    for (InputCode code : codes) {
      dense += code instanceof InputCode.Number ? 1 : 0;
      all += inputsOf(code);
    }
    if (dense != denseInputs || all != inputs) {
      throw new IllegalArgumentException(
          "The columns need "
              + dense
              + " dense inputs of "
              + all
              + ", but the encoder has "
              + denseInputs
              + " of "
              + inputs
              + ".");
    }
    BitSet taken = new BitSet(inputs);
    int next = firstStart(codes, inputs);
    int sparse = next;
    for (InputCode code : codes) {
      if (code instanceof InputCode.Number n) {
        take(taken, n.input(), 0, denseInputs);
        takeIfThere(taken, n.missingInput(), denseInputs, sparse);
      } else if (code instanceof InputCode.Thermometer t) {
        // One behind the other, so that where each starts says where the one before it ends.
        take(taken, t.firstInput(), next, next + 1);
        next += t.bins();
        takeIfThere(taken, t.missingInput(), denseInputs, sparse);
      } else if (code instanceof InputCode.Category c) {
        for (int l = 0; l < c.levels().size(); l++) {
          take(taken, c.firstInput() + l, denseInputs, sparse);
        }
        takeIfThere(taken, c.otherInput(), denseInputs, sparse);
        takeIfThere(taken, c.missingInput(), denseInputs, sparse);
      }
    }
  }

  /** Thermometers have the last inputs. */
  private static int firstStart(List<InputCode> codes, int inputs) {
    int start = inputs;
    for (InputCode code : codes) {
      start -= code instanceof InputCode.Thermometer t ? t.bins() : 0;
    }
    return start;
  }

  private static long inputsOf(InputCode code) {
    if (code instanceof InputCode.Number n) {
      return n.missingInput() >= 0 ? 2 : 1;
    }
    if (code instanceof InputCode.Thermometer t) {
      return t.bins() + (t.missingInput() >= 0 ? 1L : 0);
    }
    return code instanceof InputCode.Category c
        ? c.levels().size() + (c.otherInput() >= 0 ? 1L : 0) + (c.missingInput() >= 0 ? 1 : 0)
        : 0;
  }

  private static void takeIfThere(BitSet taken, int input, int from, int to) {
    if (input != -1) {
      take(taken, input, from, to);
    }
  }

  private static void take(BitSet taken, int input, int from, int to) {
    if (input < from || input >= to || taken.get(input)) {
      throw new IllegalArgumentException(
          "Input "
              + input
              + " must be from "
              + from
              + " to below "
              + to
              + " and belong to one column only.");
    }
    taken.set(input);
  }

  /**
   * Number of blocks: inputs of which at most one is 1 in a row.
   *
   * @return flags of numbers and thermometers, and columns of categories
   */
  public int blocks() {
    int blocks = 0;
    for (InputCode code : codes) {
      blocks += code.hasBlock() ? 1 : 0;
    }
    return blocks;
  }

  /**
   * Where the inputs of the thermometers lie.
   *
   * @return [thermometers + 1] the first input of each, in the order of the columns; then the
   *     number of all inputs
   */
  public int[] thermometerStarts() {
    IntStream.Builder starts = IntStream.builder();
    for (InputCode code : codes) {
      if (code instanceof InputCode.Thermometer t) {
        starts.add(t.firstInput());
      }
    }
    return starts.add(inputs).build().toArray();
  }

  /**
   * Inputs that differ from 0 in one row: a block counts as one, a thermometer as half its bins.
   *
   * @return about how many products each unit of the first layer adds up
   */
  public int activeInputs() {
    int half = (inputs - firstStart(codes, inputs) + 1) / 2;
    return denseInputs + blocks() + half;
  }

  /**
   * What each input stands for.
   *
   * @return [inputs] for instance "bedrooms", "zip=10001", "zip=(other)", "bedrooms is missing",
   *     "area from 50.0 to 62.5"
   */
  public String[] inputNames() {
    String[] names = new String[inputs];
    for (InputCode code : codes) {
      if (code instanceof InputCode.Number n) {
        names[n.input()] = n.name();
        name(names, n.missingInput(), n.name() + " is missing");
      } else if (code instanceof InputCode.Thermometer t) {
        for (int b = 0; b < t.bins(); b++) {
          String from = t.name() + " from " + Decimal.text(t.marks().get(b));
          names[t.firstInput() + b] = from + " to " + Decimal.text(t.marks().get(b + 1));
        }
        name(names, t.missingInput(), t.name() + " is missing");
      } else if (code instanceof InputCode.Category c) {
        for (int l = 0; l < c.levels().size(); l++) {
          names[c.firstInput() + l] = c.name() + "=" + c.levels().get(l);
        }
        name(names, c.otherInput(), c.name() + "=(other)");
        name(names, c.missingInput(), c.name() + " is missing");
      }
    }
    return names;
  }

  private static void name(String[] names, int input, String name) {
    if (input >= 0) {
      names[input] = name;
    }
  }

  /**
   * Columns that were left out, and why.
   *
   * @return sentences, in the order of the columns
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (InputCode code : codes) {
      if (code instanceof InputCode.Dropped d) {
        notes.add("Column \"" + d.name() + "\" " + d.reason());
      }
    }
    return notes;
  }

  /**
   * Finds this encoder's columns in a table by name.
   *
   * @param columns the table's columns, in any order, with any order of labels
   * @return what reads its rows
   * @throws DataException if a column is missing, of another kind, or there twice
   */
  public RowReader bind(List<Column> columns) {
    return ColumnMatch.bind(this, columns);
  }
}
