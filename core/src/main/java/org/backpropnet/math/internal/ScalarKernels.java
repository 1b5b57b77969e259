package org.backpropnet.math.internal;

import org.backpropnet.math.Fused;
import org.backpropnet.math.Kernels;

/**
 * Plain loops in the shape that the JIT turns into vector instructions without any flag: each array
 * hoisted to a local, one loop index, at most four outputs by two terms in one loop (more make JDK
 * 17 fall back to scalar code).
 */
public final class ScalarKernels implements Kernels {
  @Override
  public void addProducts(Window w, float[][] x, int terms, float[][] z, int from, int to) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      int at = w.at() + unit * w.unitStep();
      int k = 0;
      for (; k + 2 <= terms; k += 2) {
        fourByTwo(w, at + k * w.termStep(), x, k, z, unit, from, to);
      }
      for (; k < terms; k++) {
        for (int u = 0; u < 4; u++) {
          float weight = w.array()[at + u * w.unitStep() + k * w.termStep()];
          oneByOne(weight, x[k], z[unit + u], from, to);
        }
      }
    }
    for (; unit < z.length; unit++) {
      int at = w.at() + unit * w.unitStep();
      int k = 0;
      for (; k + 4 <= terms; k += 4) {
        oneByFour(w, at + k * w.termStep(), x, k, z[unit], from, to);
      }
      for (; k < terms; k++) {
        oneByOne(w.array()[at + k * w.termStep()], x[k], z[unit], from, to);
      }
    }
  }

  private static void fourByTwo(
      Window w, int at, float[][] x, int k, float[][] z, int unit, int from, int to) {
    float[] x0 = x[k];
    float[] x1 = x[k + 1];
    float[] z0 = z[unit];
    float[] z1 = z[unit + 1];
    float[] z2 = z[unit + 2];
    float[] z3 = z[unit + 3];
    float[] array = w.array();
    int next = w.termStep();
    int at1 = at + w.unitStep();
    int at2 = at1 + w.unitStep();
    int at3 = at2 + w.unitStep();
    float a0 = array[at];
    float a1 = array[at + next];
    float b0 = array[at1];
    float b1 = array[at1 + next];
    float c0 = array[at2];
    float c1 = array[at2 + next];
    float d0 = array[at3];
    float d1 = array[at3 + next];
    for (int r = from; r < to; r++) {
      float p = x0[r];
      float q = x1[r];
      z0[r] = Fused.multiplyAdd(a1, q, Fused.multiplyAdd(a0, p, z0[r]));
      z1[r] = Fused.multiplyAdd(b1, q, Fused.multiplyAdd(b0, p, z1[r]));
      z2[r] = Fused.multiplyAdd(c1, q, Fused.multiplyAdd(c0, p, z2[r]));
      z3[r] = Fused.multiplyAdd(d1, q, Fused.multiplyAdd(d0, p, z3[r]));
    }
  }

  private static void oneByFour(Window w, int at, float[][] x, int k, float[] z, int from, int to) {
    float[] x0 = x[k];
    float[] x1 = x[k + 1];
    float[] x2 = x[k + 2];
    float[] x3 = x[k + 3];
    float w0 = w.array()[at];
    float w1 = w.array()[at + w.termStep()];
    float w2 = w.array()[at + 2 * w.termStep()];
    float w3 = w.array()[at + 3 * w.termStep()];
    for (int r = from; r < to; r++) {
      z[r] =
          Fused.multiplyAdd(
              w3,
              x3[r],
              Fused.multiplyAdd(
                  w2, x2[r], Fused.multiplyAdd(w1, x1[r], Fused.multiplyAdd(w0, x0[r], z[r]))));
    }
  }

  private static void oneByOne(float w, float[] x, float[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Fused.multiplyAdd(w, x[r], z[r]);
    }
  }

  @Override
  public void addProducts(DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      int at = w.at() + unit * w.unitStep();
      int k = 0;
      for (; k + 2 <= terms; k += 2) {
        fourByTwo(w, at + k * w.termStep(), x, k, z, unit, from, to);
      }
      for (; k < terms; k++) {
        for (int u = 0; u < 4; u++) {
          double weight = w.array()[at + u * w.unitStep() + k * w.termStep()];
          oneByOne(weight, x[k], z[unit + u], from, to);
        }
      }
    }
    for (; unit < z.length; unit++) {
      int at = w.at() + unit * w.unitStep();
      int k = 0;
      for (; k + 4 <= terms; k += 4) {
        oneByFour(w, at + k * w.termStep(), x, k, z[unit], from, to);
      }
      for (; k < terms; k++) {
        oneByOne(w.array()[at + k * w.termStep()], x[k], z[unit], from, to);
      }
    }
  }

  private static void fourByTwo(
      DoubleWindow w, int at, double[][] x, int k, double[][] z, int unit, int from, int to) {
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] z0 = z[unit];
    double[] z1 = z[unit + 1];
    double[] z2 = z[unit + 2];
    double[] z3 = z[unit + 3];
    double[] array = w.array();
    int next = w.termStep();
    int at1 = at + w.unitStep();
    int at2 = at1 + w.unitStep();
    int at3 = at2 + w.unitStep();
    double a0 = array[at];
    double a1 = array[at + next];
    double b0 = array[at1];
    double b1 = array[at1 + next];
    double c0 = array[at2];
    double c1 = array[at2 + next];
    double d0 = array[at3];
    double d1 = array[at3 + next];
    for (int r = from; r < to; r++) {
      double p = x0[r];
      double q = x1[r];
      z0[r] = Fused.multiplyAdd(a1, q, Fused.multiplyAdd(a0, p, z0[r]));
      z1[r] = Fused.multiplyAdd(b1, q, Fused.multiplyAdd(b0, p, z1[r]));
      z2[r] = Fused.multiplyAdd(c1, q, Fused.multiplyAdd(c0, p, z2[r]));
      z3[r] = Fused.multiplyAdd(d1, q, Fused.multiplyAdd(d0, p, z3[r]));
    }
  }

  private static void oneByFour(
      DoubleWindow w, int at, double[][] x, int k, double[] z, int from, int to) {
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] x2 = x[k + 2];
    double[] x3 = x[k + 3];
    double w0 = w.array()[at];
    double w1 = w.array()[at + w.termStep()];
    double w2 = w.array()[at + 2 * w.termStep()];
    double w3 = w.array()[at + 3 * w.termStep()];
    for (int r = from; r < to; r++) {
      z[r] =
          Fused.multiplyAdd(
              w3,
              x3[r],
              Fused.multiplyAdd(
                  w2, x2[r], Fused.multiplyAdd(w1, x1[r], Fused.multiplyAdd(w0, x0[r], z[r]))));
    }
  }

  private static void oneByOne(double w, double[] x, double[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Fused.multiplyAdd(w, x[r], z[r]);
    }
  }
}
