package org.backpropnet.bench;

import java.util.Locale;
import jdk.incubator.vector.FloatVector;

/**
 * The limit of one core: fused multiply-adds on registers alone, no memory touched. Needs the
 * Vector API's module. Prints GFLOP/s in float32.
 */
public final class FmaPeak {
  private static final int STEPS = 20_000_000;
  private static final int CHAINS = 10;

  private FmaPeak() {}

  /**
   * Measures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    double best = 0;
    float sum = 0;
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      sum += chains(STEPS);
      double seconds = (System.nanoTime() - start) * 1e-9;
      double flops = 2.0 * CHAINS * FloatVector.SPECIES_PREFERRED.length() * STEPS;
      best = Math.max(best, flops / seconds * 1e-9);
    }
    System.out.printf(Locale.ROOT, "%.2f%n", Float.isNaN(sum) ? Double.NaN : best);
  }

  /** Ten chains hide the latency of an addition on all cores of today. */
  private static float chains(int steps) {
    FloatVector factor = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 0.5f);
    FloatVector term = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 0.25f);
    FloatVector c0 = term;
    FloatVector c1 = term;
    FloatVector c2 = term;
    FloatVector c3 = term;
    FloatVector c4 = term;
    FloatVector c5 = term;
    FloatVector c6 = term;
    FloatVector c7 = term;
    FloatVector c8 = term;
    FloatVector c9 = term;
    for (int i = 0; i < steps; i++) {
      c0 = c0.fma(factor, term);
      c1 = c1.fma(factor, term);
      c2 = c2.fma(factor, term);
      c3 = c3.fma(factor, term);
      c4 = c4.fma(factor, term);
      c5 = c5.fma(factor, term);
      c6 = c6.fma(factor, term);
      c7 = c7.fma(factor, term);
      c8 = c8.fma(factor, term);
      c9 = c9.fma(factor, term);
    }
    FloatVector low = c0.add(c1).add(c2).add(c3).add(c4);
    return low.add(c5).add(c6).add(c7).add(c8).add(c9).lane(0);
  }
}
