package org.backpropnet.math;

/**
 * Random numbers from a seed, by the SplitMix64 generator (Steele, Lea and Flood 2014, "Fast
 * splittable pseudorandom number generators"): the same sequence on every JDK, and a stateless form
 * that gives the same number for the same place whatever the order of the calls.
 */
public final class SplitMix {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private long state;

  /**
   * A sequence of its own.
   *
   * @param seed any number
   */
  public SplitMix(long seed) {
    state = seed;
  }

  /**
   * A sequence for one purpose of one seed.
   *
   * @param seed the user's seed
   * @param purposes whole numbers that name the purpose, for instance (stream, epoch)
   * @return a new sequence, unrelated to those of other purposes
   */
  public static SplitMix of(long seed, long... purposes) {
    return new SplitMix(hash(seed, purposes));
  }

  /**
   * A random number that depends on the seed and the given place alone.
   *
   * @param seed the user's seed
   * @param place whole numbers that name the place, for instance (epoch, row, unit)
   * @return 64 random bits
   */
  public static long hash(long seed, long... place) {
    long h = mix(seed + GOLDEN_GAMMA);
    for (long p : place) {
      h = further(h, p);
    }
    return h;
  }

  /**
   * The random number of a place that is named by one number more: {@code hash(s, a, b)} is {@code
   * further(hash(s, a), b)}. For places inside of loops, since it makes no array.
   *
   * @param hash that of the place so far
   * @param number the next number of the place
   * @return 64 random bits
   */
  public static long further(long hash, long number) {
    return mix((hash ^ number) + GOLDEN_GAMMA);
  }

  /**
   * The next 64 random bits.
   *
   * @return any long, all equally likely
   */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * The next number from 0 (included) to 1 (excluded).
   *
   * @return a multiple of 2^-53
   */
  public double nextDouble() {
    return unit(nextLong());
  }

  /**
   * Turns 64 random bits into a number from 0 (included) to 1 (excluded).
   *
   * @param bits random bits
   * @return a multiple of 2^-53
   */
  public static double unit(long bits) {
    return (bits >>> 11) * TWO_TO_MINUS_53;
  }

  /**
   * The next whole number below a bound. The bias is below bound / 2^64.
   *
   * @param bound the first number that is too large, at least 1
   * @return from 0 to bound - 1
   */
  public int nextInt(int bound) {
    long bits = nextLong();
    return (int) Math.multiplyHigh(bits >>> 1, (long) bound << 1);
  }

  /**
   * Puts an array into random order (Fisher and Yates 1938).
   *
   * @param values changed in place
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
