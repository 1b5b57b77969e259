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
      fourUnits(w, unit, x, terms, z, from, to);
    }
    for (; unit < z.length; unit++) {
      oneUnit(w, unit, x, terms, z[unit], from, to);
    }
  }

  private static void fourUnits(
      Window w, int unit, float[][] x, int terms, float[][] z, int from, int to) {
    float[] z0 = z[unit];
    float[] z1 = z[unit + 1];
    float[] z2 = z[unit + 2];
    float[] z3 = z[unit + 3];
    float[] array = w.array();
    int next = w.termStep();
    int u = w.unitStep();
    int at = w.at() + unit * u;
    int k = 0;
    for (; k + 2 <= terms; k += 2, at += 2 * next) {
      float[] x0 = x[k];
      float[] x1 = x[k + 1];
      float a0 = array[at];
      float a1 = array[at + next];
      float b0 = array[at + u];
      float b1 = array[at + u + next];
      float c0 = array[at + 2 * u];
      float c1 = array[at + 2 * u + next];
      float d0 = array[at + 3 * u];
      float d1 = array[at + 3 * u + next];
      for (int r = from; r < to; r++) {
        float p = x0[r];
        float q = x1[r];
        z0[r] = Fused.multiplyAdd(a1, q, Fused.multiplyAdd(a0, p, z0[r]));
        z1[r] = Fused.multiplyAdd(b1, q, Fused.multiplyAdd(b0, p, z1[r]));
        z2[r] = Fused.multiplyAdd(c1, q, Fused.multiplyAdd(c0, p, z2[r]));
        z3[r] = Fused.multiplyAdd(d1, q, Fused.multiplyAdd(d0, p, z3[r]));
      }
    }
    if (k < terms) {
      oneTerm(array[at], x[k], z0, from, to);
      oneTerm(array[at + u], x[k], z1, from, to);
      oneTerm(array[at + 2 * u], x[k], z2, from, to);
      oneTerm(array[at + 3 * u], x[k], z3, from, to);
    }
  }

  private static void oneUnit(
      Window w, int unit, float[][] x, int terms, float[] z, int from, int to) {
    float[] array = w.array();
    int next = w.termStep();
    int at = w.at() + unit * w.unitStep();
    int k = 0;
    for (; k + 4 <= terms; k += 4, at += 4 * next) {
      float[] x0 = x[k];
      float[] x1 = x[k + 1];
      float[] x2 = x[k + 2];
      float[] x3 = x[k + 3];
      float w0 = array[at];
      float w1 = array[at + next];
      float w2 = array[at + 2 * next];
      float w3 = array[at + 3 * next];
      for (int r = from; r < to; r++) {
        float two = Fused.multiplyAdd(w1, x1[r], Fused.multiplyAdd(w0, x0[r], z[r]));
        z[r] = Fused.multiplyAdd(w3, x3[r], Fused.multiplyAdd(w2, x2[r], two));
      }
    }
    for (; k < terms; k++, at += next) {
      oneTerm(array[at], x[k], z, from, to);
    }
  }

  private static void oneTerm(float w, float[] x, float[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Fused.multiplyAdd(w, x[r], z[r]);
    }
  }

  @Override
  public String toString() {
    return "scalar kernels";
  }

  @Override
  public void addProducts(DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to) {
    int unit = 0;
    for (; unit + 4 <= z.length; unit += 4) {
      fourUnits(w, unit, x, terms, z, from, to);
    }
    for (; unit < z.length; unit++) {
      oneUnit(w, unit, x, terms, z[unit], from, to);
    }
  }

  private static void fourUnits(
      DoubleWindow w, int unit, double[][] x, int terms, double[][] z, int from, int to) {
    double[] z0 = z[unit];
    double[] z1 = z[unit + 1];
    double[] z2 = z[unit + 2];
    double[] z3 = z[unit + 3];
    double[] array = w.array();
    int next = w.termStep();
    int u = w.unitStep();
    int at = w.at() + unit * u;
    int k = 0;
    for (; k + 2 <= terms; k += 2, at += 2 * next) {
      double[] x0 = x[k];
      double[] x1 = x[k + 1];
      double a0 = array[at];
      double a1 = array[at + next];
      double b0 = array[at + u];
      double b1 = array[at + u + next];
      double c0 = array[at + 2 * u];
      double c1 = array[at + 2 * u + next];
      double d0 = array[at + 3 * u];
      double d1 = array[at + 3 * u + next];
      for (int r = from; r < to; r++) {
        double p = x0[r];
        double q = x1[r];
        z0[r] = Fused.multiplyAdd(a1, q, Fused.multiplyAdd(a0, p, z0[r]));
        z1[r] = Fused.multiplyAdd(b1, q, Fused.multiplyAdd(b0, p, z1[r]));
        z2[r] = Fused.multiplyAdd(c1, q, Fused.multiplyAdd(c0, p, z2[r]));
        z3[r] = Fused.multiplyAdd(d1, q, Fused.multiplyAdd(d0, p, z3[r]));
      }
    }
    if (k < terms) {
      oneTerm(array[at], x[k], z0, from, to);
      oneTerm(array[at + u], x[k], z1, from, to);
      oneTerm(array[at + 2 * u], x[k], z2, from, to);
      oneTerm(array[at + 3 * u], x[k], z3, from, to);
    }
  }

  private static void oneUnit(
      DoubleWindow w, int unit, double[][] x, int terms, double[] z, int from, int to) {
    double[] array = w.array();
    int next = w.termStep();
    int at = w.at() + unit * w.unitStep();
    int k = 0;
    for (; k + 4 <= terms; k += 4, at += 4 * next) {
      double[] x0 = x[k];
      double[] x1 = x[k + 1];
      double[] x2 = x[k + 2];
      double[] x3 = x[k + 3];
      double w0 = array[at];
      double w1 = array[at + next];
      double w2 = array[at + 2 * next];
      double w3 = array[at + 3 * next];
      for (int r = from; r < to; r++) {
        double two = Fused.multiplyAdd(w1, x1[r], Fused.multiplyAdd(w0, x0[r], z[r]));
        z[r] = Fused.multiplyAdd(w3, x3[r], Fused.multiplyAdd(w2, x2[r], two));
      }
    }
    for (; k < terms; k++, at += next) {
      oneTerm(array[at], x[k], z, from, to);
    }
  }

  private static void oneTerm(double w, double[] x, double[] z, int from, int to) {
    for (int r = from; r < to; r++) {
      z[r] = Fused.multiplyAdd(w, x[r], z[r]);
    }
  }
}
