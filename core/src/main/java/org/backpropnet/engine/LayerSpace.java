package org.backpropnet.engine;

import org.backpropnet.function.Activation;
import org.backpropnet.math.Kernels.Window;
import org.backpropnet.network.LayerSpec;

/**
 * What a layer holds while a batch goes through it: an array per unit, rows side by side, and what
 * its turn needs besides.
 */
final class LayerSpace {
  /** Sums, activations and blames, each [units][room]. */
  final float[][] z;

  final float[][] a;
  final float[][] delta;
  final Activation activation;
  final Turn turn;

  /** [room][inputs] for Turn.INPUTS: what lies below, row by row. */
  final float[][] belowRows;

  /** [room][units] for Turn.UNITS: the blames, row by row. */
  final float[][] deltaRows;

  /** For each four units (Turn.INPUTS: blames) or inputs (Turn.UNITS: what lies below). */
  final Window[] factors;

  private final float[] flat;
  private final int room;

  LayerSpace(LayerSpec spec, int inputs, boolean first, int room) {
    int units = spec.units();
    this.room = room;
    activation = spec.activation();
    z = new float[units][room];
    a = activation == Activation.IDENTITY ? z : new float[units][room];
    delta = new float[units][room];
    turn = Turn.of(inputs, units);
    // The first layer finds the rows of the table as they are.
    belowRows = turn != Turn.INPUTS ? null : first ? new float[room][] : new float[room][inputs];
    deltaRows = turn == Turn.UNITS ? new float[room][units] : null;
    int factored = turn == Turn.INPUTS ? units : turn == Turn.UNITS ? inputs : 0;
    flat = new float[factored * room];
    factors = new Window[(factored + WeightSlopes.BLOCK - 1) / WeightSlopes.BLOCK];
    for (int f = 0; f < factors.length; f++) {
      factors[f] = new Window(flat, f * WeightSlopes.BLOCK * room, room, 1);
    }
  }

  /** Lays out some rows of the batch as the turn wants them. */
  void turnRound(float[][] below, boolean first, int from, int to) {
    if (turn == Turn.INPUTS) {
      flatten(delta, from, to);
      if (!first) {
        Transpose.turn(below, 0, below.length, belowRows, from, to);
      }
    } else if (turn == Turn.UNITS) {
      flatten(below, from, to);
      Transpose.turn(delta, 0, delta.length, deltaRows, from, to);
    }
  }

  /** Brings what another thread laid out into this core's cache. */
  float fetch(int count, float before) {
    float sum = Fetch.all(flat, before);
    float[][] rows = turn == Turn.INPUTS ? belowRows : turn == Turn.UNITS ? deltaRows : delta;
    for (int r = 0; r < Math.min(count, rows.length); r++) {
      sum = Fetch.all(rows[r], sum);
    }
    return sum;
  }

  private void flatten(float[][] arrays, int from, int to) {
    for (int i = 0; i < arrays.length; i++) {
      System.arraycopy(arrays[i], from, flat, i * room + from, to - from);
    }
  }
}
