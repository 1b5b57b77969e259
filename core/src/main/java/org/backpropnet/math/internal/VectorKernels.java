package org.backpropnet.math.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.backpropnet.math.Kernels;

/**
 * Kernels of explicit vector instructions, for JVMs that are started with {@code --add-modules
 * jdk.incubator.vector}: a tile of four units by two vectors of rows stays in registers while all
 * terms pass. Same bits as {@link ScalarKernels}, which also does what is too narrow for a vector.
 */
public final class VectorKernels implements Kernels {
  /** Terms that pass in one go: so many lines of x stay in the first cache for all units. */
  private static final int RUN = 256;

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private final Kernels narrow = new ScalarKernels();

  @Override
  public void addProducts(Window w, float[][] x, int terms, float[][] z, int from, int to) {
    if (to - from < FLOATS.length()) {
      narrow.addProducts(w, x, terms, z, from, to);
      return;
    }
    for (int k = 0; k < terms; k += RUN) {
      int end = Math.min(terms, k + RUN);
      int r = from;
      for (; r + 2 * FLOATS.length() <= to; r += 2 * FLOATS.length()) {
        twoVectors(w, x, k, end, z, r);
      }
      VectorMask<Float> all = FLOATS.maskAll(true);
      for (; r + FLOATS.length() <= to; r += FLOATS.length()) {
        oneVector(w, x, k, end, z, r, all);
      }
      if (r < to) {
        // The last vector reaches back over rows that are done: these are left alone.
        int back = to - FLOATS.length();
        VectorMask<Float> open = FLOATS.indexInRange(0, r - back).not();
        oneVector(w, x, k, end, z, back, open);
      }
    }
  }

  private static void twoVectors(Window w, float[][] x, int k, int end, float[][] z, int r) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      fourByTwo(w, unit, x, k, end, z, r);
    }
    for (; unit < z.length; unit++) {
      oneByTwo(w, unit, x, k, end, z[unit], r);
    }
  }

  private static void oneVector(
      Window w, float[][] x, int k, int end, float[][] z, int r, VectorMask<Float> rows) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      fourByOne(w, unit, x, k, end, z, r, rows);
    }
    for (; unit < z.length; unit++) {
      oneByOne(w, unit, x, k, end, z[unit], r, rows);
    }
  }

  private static void fourByTwo(
      Window w, int unit, float[][] x, int k, int end, float[][] z, int r) {
    int s = r + FLOATS.length();
    FloatVector a0 = FloatVector.fromArray(FLOATS, z[unit], r);
    FloatVector a1 = FloatVector.fromArray(FLOATS, z[unit], s);
    FloatVector b0 = FloatVector.fromArray(FLOATS, z[unit + 1], r);
    FloatVector b1 = FloatVector.fromArray(FLOATS, z[unit + 1], s);
    FloatVector c0 = FloatVector.fromArray(FLOATS, z[unit + 2], r);
    FloatVector c1 = FloatVector.fromArray(FLOATS, z[unit + 2], s);
    FloatVector d0 = FloatVector.fromArray(FLOATS, z[unit + 3], r);
    FloatVector d1 = FloatVector.fromArray(FLOATS, z[unit + 3], s);
    float[] weights = w.array();
    int next = w.unitStep();
    int at = w.at() + unit * next + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      FloatVector p = FloatVector.fromArray(FLOATS, x[i], r);
      FloatVector q = FloatVector.fromArray(FLOATS, x[i], s);
      FloatVector a = FloatVector.broadcast(FLOATS, weights[at]);
      a0 = a.fma(p, a0);
      a1 = a.fma(q, a1);
      FloatVector b = FloatVector.broadcast(FLOATS, weights[at + next]);
      b0 = b.fma(p, b0);
      b1 = b.fma(q, b1);
      FloatVector c = FloatVector.broadcast(FLOATS, weights[at + 2 * next]);
      c0 = c.fma(p, c0);
      c1 = c.fma(q, c1);
      FloatVector d = FloatVector.broadcast(FLOATS, weights[at + 3 * next]);
      d0 = d.fma(p, d0);
      d1 = d.fma(q, d1);
    }
    a0.intoArray(z[unit], r);
    a1.intoArray(z[unit], s);
    b0.intoArray(z[unit + 1], r);
    b1.intoArray(z[unit + 1], s);
    c0.intoArray(z[unit + 2], r);
    c1.intoArray(z[unit + 2], s);
    d0.intoArray(z[unit + 3], r);
    d1.intoArray(z[unit + 3], s);
  }

  private static void fourByOne(
      Window w, int unit, float[][] x, int k, int end, float[][] z, int r, VectorMask<Float> rows) {
    FloatVector a = FloatVector.fromArray(FLOATS, z[unit], r);
    FloatVector b = FloatVector.fromArray(FLOATS, z[unit + 1], r);
    FloatVector c = FloatVector.fromArray(FLOATS, z[unit + 2], r);
    FloatVector d = FloatVector.fromArray(FLOATS, z[unit + 3], r);
    float[] weights = w.array();
    int next = w.unitStep();
    int at = w.at() + unit * next + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      FloatVector p = FloatVector.fromArray(FLOATS, x[i], r);
      a = FloatVector.broadcast(FLOATS, weights[at]).fma(p, a);
      b = FloatVector.broadcast(FLOATS, weights[at + next]).fma(p, b);
      c = FloatVector.broadcast(FLOATS, weights[at + 2 * next]).fma(p, c);
      d = FloatVector.broadcast(FLOATS, weights[at + 3 * next]).fma(p, d);
    }
    put(a, z[unit], r, rows);
    put(b, z[unit + 1], r, rows);
    put(c, z[unit + 2], r, rows);
    put(d, z[unit + 3], r, rows);
  }

  private static void oneByTwo(Window w, int unit, float[][] x, int k, int end, float[] z, int r) {
    int s = r + FLOATS.length();
    FloatVector a0 = FloatVector.fromArray(FLOATS, z, r);
    FloatVector a1 = FloatVector.fromArray(FLOATS, z, s);
    int at = w.at() + unit * w.unitStep() + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      FloatVector a = FloatVector.broadcast(FLOATS, w.array()[at]);
      a0 = a.fma(FloatVector.fromArray(FLOATS, x[i], r), a0);
      a1 = a.fma(FloatVector.fromArray(FLOATS, x[i], s), a1);
    }
    a0.intoArray(z, r);
    a1.intoArray(z, s);
  }

  private static void oneByOne(
      Window w, int unit, float[][] x, int k, int end, float[] z, int r, VectorMask<Float> rows) {
    FloatVector a = FloatVector.fromArray(FLOATS, z, r);
    int at = w.at() + unit * w.unitStep() + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      a =
          FloatVector.broadcast(FLOATS, w.array()[at])
              .fma(FloatVector.fromArray(FLOATS, x[i], r), a);
    }
    put(a, z, r, rows);
  }

  private static void put(FloatVector sums, float[] z, int r, VectorMask<Float> rows) {
    FloatVector.fromArray(FLOATS, z, r).blend(sums, rows).intoArray(z, r);
  }

  @Override
  public String toString() {
    return "vector kernels";
  }

  @Override
  public void addProducts(DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to) {
    if (to - from < DOUBLES.length()) {
      narrow.addProducts(w, x, terms, z, from, to);
      return;
    }
    for (int k = 0; k < terms; k += RUN) {
      int end = Math.min(terms, k + RUN);
      int r = from;
      for (; r + 2 * DOUBLES.length() <= to; r += 2 * DOUBLES.length()) {
        twoVectors(w, x, k, end, z, r);
      }
      VectorMask<Double> all = DOUBLES.maskAll(true);
      for (; r + DOUBLES.length() <= to; r += DOUBLES.length()) {
        oneVector(w, x, k, end, z, r, all);
      }
      if (r < to) {
        // The last vector reaches back over rows that are done: these are left alone.
        int back = to - DOUBLES.length();
        VectorMask<Double> open = DOUBLES.indexInRange(0, r - back).not();
        oneVector(w, x, k, end, z, back, open);
      }
    }
  }

  private static void twoVectors(
      DoubleWindow w, double[][] x, int k, int end, double[][] z, int r) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      fourByTwo(w, unit, x, k, end, z, r);
    }
    for (; unit < z.length; unit++) {
      oneByTwo(w, unit, x, k, end, z[unit], r);
    }
  }

  private static void oneVector(
      DoubleWindow w, double[][] x, int k, int end, double[][] z, int r, VectorMask<Double> rows) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      fourByOne(w, unit, x, k, end, z, r, rows);
    }
    for (; unit < z.length; unit++) {
      oneByOne(w, unit, x, k, end, z[unit], r, rows);
    }
  }

  private static void fourByTwo(
      DoubleWindow w, int unit, double[][] x, int k, int end, double[][] z, int r) {
    int s = r + DOUBLES.length();
    DoubleVector a0 = DoubleVector.fromArray(DOUBLES, z[unit], r);
    DoubleVector a1 = DoubleVector.fromArray(DOUBLES, z[unit], s);
    DoubleVector b0 = DoubleVector.fromArray(DOUBLES, z[unit + 1], r);
    DoubleVector b1 = DoubleVector.fromArray(DOUBLES, z[unit + 1], s);
    DoubleVector c0 = DoubleVector.fromArray(DOUBLES, z[unit + 2], r);
    DoubleVector c1 = DoubleVector.fromArray(DOUBLES, z[unit + 2], s);
    DoubleVector d0 = DoubleVector.fromArray(DOUBLES, z[unit + 3], r);
    DoubleVector d1 = DoubleVector.fromArray(DOUBLES, z[unit + 3], s);
    double[] weights = w.array();
    int next = w.unitStep();
    int at = w.at() + unit * next + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      DoubleVector p = DoubleVector.fromArray(DOUBLES, x[i], r);
      DoubleVector q = DoubleVector.fromArray(DOUBLES, x[i], s);
      DoubleVector a = DoubleVector.broadcast(DOUBLES, weights[at]);
      a0 = a.fma(p, a0);
      a1 = a.fma(q, a1);
      DoubleVector b = DoubleVector.broadcast(DOUBLES, weights[at + next]);
      b0 = b.fma(p, b0);
      b1 = b.fma(q, b1);
      DoubleVector c = DoubleVector.broadcast(DOUBLES, weights[at + 2 * next]);
      c0 = c.fma(p, c0);
      c1 = c.fma(q, c1);
      DoubleVector d = DoubleVector.broadcast(DOUBLES, weights[at + 3 * next]);
      d0 = d.fma(p, d0);
      d1 = d.fma(q, d1);
    }
    a0.intoArray(z[unit], r);
    a1.intoArray(z[unit], s);
    b0.intoArray(z[unit + 1], r);
    b1.intoArray(z[unit + 1], s);
    c0.intoArray(z[unit + 2], r);
    c1.intoArray(z[unit + 2], s);
    d0.intoArray(z[unit + 3], r);
    d1.intoArray(z[unit + 3], s);
  }

  private static void fourByOne(
      DoubleWindow w,
      int unit,
      double[][] x,
      int k,
      int end,
      double[][] z,
      int r,
      VectorMask<Double> rows) {
    DoubleVector a = DoubleVector.fromArray(DOUBLES, z[unit], r);
    DoubleVector b = DoubleVector.fromArray(DOUBLES, z[unit + 1], r);
    DoubleVector c = DoubleVector.fromArray(DOUBLES, z[unit + 2], r);
    DoubleVector d = DoubleVector.fromArray(DOUBLES, z[unit + 3], r);
    double[] weights = w.array();
    int next = w.unitStep();
    int at = w.at() + unit * next + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      DoubleVector p = DoubleVector.fromArray(DOUBLES, x[i], r);
      a = DoubleVector.broadcast(DOUBLES, weights[at]).fma(p, a);
      b = DoubleVector.broadcast(DOUBLES, weights[at + next]).fma(p, b);
      c = DoubleVector.broadcast(DOUBLES, weights[at + 2 * next]).fma(p, c);
      d = DoubleVector.broadcast(DOUBLES, weights[at + 3 * next]).fma(p, d);
    }
    put(a, z[unit], r, rows);
    put(b, z[unit + 1], r, rows);
    put(c, z[unit + 2], r, rows);
    put(d, z[unit + 3], r, rows);
  }

  private static void oneByTwo(
      DoubleWindow w, int unit, double[][] x, int k, int end, double[] z, int r) {
    int s = r + DOUBLES.length();
    DoubleVector a0 = DoubleVector.fromArray(DOUBLES, z, r);
    DoubleVector a1 = DoubleVector.fromArray(DOUBLES, z, s);
    int at = w.at() + unit * w.unitStep() + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      DoubleVector a = DoubleVector.broadcast(DOUBLES, w.array()[at]);
      a0 = a.fma(DoubleVector.fromArray(DOUBLES, x[i], r), a0);
      a1 = a.fma(DoubleVector.fromArray(DOUBLES, x[i], s), a1);
    }
    a0.intoArray(z, r);
    a1.intoArray(z, s);
  }

  private static void oneByOne(
      DoubleWindow w,
      int unit,
      double[][] x,
      int k,
      int end,
      double[] z,
      int r,
      VectorMask<Double> rows) {
    DoubleVector a = DoubleVector.fromArray(DOUBLES, z, r);
    int at = w.at() + unit * w.unitStep() + k * w.termStep();
    for (int i = k; i < end; i++, at += w.termStep()) {
      a =
          DoubleVector.broadcast(DOUBLES, w.array()[at])
              .fma(DoubleVector.fromArray(DOUBLES, x[i], r), a);
    }
    put(a, z, r, rows);
  }

  private static void put(DoubleVector sums, double[] z, int r, VectorMask<Double> rows) {
    DoubleVector.fromArray(DOUBLES, z, r).blend(sums, rows).intoArray(z, r);
  }
}
