package org.backpropnet.math;

/**
 * The product that every layer is made of: the seam behind which loops for a machine stand. Every
 * result is one chain of fma in the order of the terms, so that no kernel, no shape of its loops
 * and no cut between threads can change its bits.
 */
public interface Kernels {
  /**
   * Weights at equal distances in an array: that of unit u for term k lies at {@code at + u *
   * unitStep + k * termStep}.
   *
   * @param array holds them
   * @param at place of the first
   * @param unitStep distance from one unit to the next
   * @param termStep distance from one term to the next
   */
  record Window(float[] array, int at, int unitStep, int termStep) {}

  /**
   * Adds weighted sums of arrays to arrays: z[u][r] += sum over k of w(u, k) x[k][r].
   *
   * @param w the weights
   * @param x [terms][rows], of which each is an array of its own
   * @param terms how many of x
   * @param z [units][rows] added to; all units are done
   * @param from first row
   * @param to row behind the last
   */
  void addProducts(Window w, float[][] x, int terms, float[][] z, int from, int to);

  /**
   * Weights in double precision, laid out like those of a {@link Window}.
   *
   * @param array holds them
   * @param at place of the first
   * @param unitStep distance from one unit to the next
   * @param termStep distance from one term to the next
   */
  record DoubleWindow(double[] array, int at, int unitStep, int termStep) {}

  /**
   * The same in double precision.
   *
   * @param w the weights
   * @param x [terms][rows], of which each is an array of its own
   * @param terms how many of x
   * @param z [units][rows] added to; all units are done
   * @param from first row
   * @param to row behind the last
   */
  void addProducts(DoubleWindow w, double[][] x, int terms, double[][] z, int from, int to);

  /**
   * The kernels for this machine: those that the system property {@code backpropnet.kernels} names
   * (scalar or vector); without it, or with auto, the fastest that this JVM can load.
   *
   * @return always the same object
   * @throws IllegalArgumentException if the property has another value, or names vector and the JVM
   *     was started without the module jdk.incubator.vector
   */
  static Kernels best() {
    return KernelChoice.here().orError();
  }
}
