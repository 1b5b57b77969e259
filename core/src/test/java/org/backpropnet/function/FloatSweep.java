package org.backpropnet.function;

import java.util.stream.IntStream;

/**
 * How far an activation's float loop is from the exact function, over all floats or over every n-th
 * of each binade. Runs of floats go through the loop as rows do in training.
 */
final class FloatSweep {
  private static final int PER_BINADE = 1 << 23;
  private static final int RUN = 4_096;

  private final Activation activation;
  private final int step;

  FloatSweep(Activation activation, int step) {
    this.activation = activation;
    this.step = step;
  }

  /**
   * The worst that was met.
   *
   * @param steps distance from the exact value beyond what is allowed absolutely, in steps of a
   *     float (ulp) at that value
   * @param stepsAt where
   * @param distance distance from the exact value where that is below 2 in size
   * @param distanceAt where
   * @param fall how far a value stands below one of a smaller sum in the same binade
   * @param wrong sums whose value is a NaN or infinite but must not be, or the other way round
   */
  record Worst(
      double steps, float stepsAt, double distance, float distanceAt, double fall, long wrong) {
    static final Worst NONE = new Worst(0, 0, 0, 0, 0, 0);

    Worst or(Worst other) {
      boolean nearer = steps >= other.steps;
      boolean closer = distance >= other.distance;
      return new Worst(
          nearer ? steps : other.steps,
          nearer ? stepsAt : other.stepsAt,
          closer ? distance : other.distance,
          closer ? distanceAt : other.distanceAt,
          Math.max(fall, other.fall),
          wrong + other.wrong);
    }
  }

  /**
   * All binades of both signs, NaNs included, two at a time and more where there are processors.
   */
  Worst worst(double allowed) {
    return IntStream.range(0, 512)
        .parallel()
        .mapToObj(binade -> new Binade(binade, allowed).worst())
        .reduce(Worst.NONE, Worst::or);
  }

  /** All floats with one sign and exponent, from the one nearest to 0 outwards. */
  private final class Binade {
    private final int first;
    private final double allowed;
    private final float[] z = new float[RUN];
    private final float[] a = new float[RUN];
    private Worst worst = Worst.NONE;

    /** The value furthest along so far; a smaller sum gave it. */
    private float reached;

    Binade(int number, double allowed) {
      first = number << 23;
      this.allowed = allowed;
    }

    Worst worst() {
      reached = Float.NaN;
      for (int from = 0; from < PER_BINADE; from += step * RUN) {
        int count = Math.min(RUN, (PER_BINADE - from + step - 1) / step);
        for (int i = 0; i < count; i++) {
          z[i] = Float.intBitsToFloat(first + from + i * step);
        }
        activation.apply(z, a, 0, count);
        for (int i = 0; i < count; i++) {
          look(z[i], a[i]);
        }
      }
      return worst;
    }

    private void look(float z, float a) {
      double exact = ExactActivation.value(activation, z);
      float nearest = (float) exact;
      if (Float.isNaN(z) || Float.isInfinite(nearest) || Float.isNaN(a)) {
        // The largest numbers may round to infinity, and infinite sums have infinite values.
        boolean right = Float.isNaN(z) ? Float.isNaN(a) : a == nearest;
        worst = right ? worst : worst.or(new Worst(0, 0, 0, 0, 0, 1));
        return;
      }
      double distance = Math.abs(a - exact);
      double steps = Math.max(0, distance - allowed) / Math.ulp(nearest);
      double fall = fall(z, a);
      distance = Math.abs(exact) < 2 ? distance : 0;
      if (steps > worst.steps || distance > worst.distance || fall > worst.fall) {
        worst = worst.or(new Worst(steps, z, distance, z, fall, 0));
      }
    }

    /** Outwards means to larger sums on the right of 0, to smaller ones on the left. */
    private double fall(float z, float a) {
      boolean left = Float.floatToRawIntBits(z) < 0;
      if (Float.isNaN(reached) || (left ? a <= reached : a >= reached)) {
        reached = a;
        return 0;
      }
      return Math.abs((double) a - reached);
    }
  }
}
