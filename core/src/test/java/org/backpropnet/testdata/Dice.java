package org.backpropnet.testdata;

/**
 * The randomness of the generated tables: SplitMix64 (Steele, Lea and Flood 2014) and normal
 * numbers by the polar method (Marsaglia and Bray 1964) on {@link StrictMath}. It stands apart from
 * the core's own generator, so that the committed tables stay as they are whatever the core does.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * A sequence of its own.
   *
   * @param seed any number
   */
  Dice(long seed) {
    state = seed;
  }

  /**
   * A sequence for one purpose, so that a change in one purpose leaves the draws of the others.
   *
   * @param seed seed of the table
   * @param purpose number of the purpose, from 1
   * @return a new sequence
   */
  static Dice of(long seed, int purpose) {
    return new Dice(mix(mix(seed) + purpose * GOLDEN_GAMMA));
  }

  /**
   * The next 64 random bits.
   *
   * @return any long
   */
  long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * The next number from 0 (included) to 1 (excluded).
   *
   * @return a multiple of 2^-53
   */
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /**
   * The next number between two bounds.
   *
   * @param low smallest
   * @param high largest
   * @return evenly spread from low (included) to high (excluded)
   */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /**
   * The next whole number below a bound.
   *
   * @param bound at least 1
   * @return from 0 to bound - 1
   */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /**
   * The next normal number.
   *
   * @return mean 0, standard deviation 1
   */
  double normal() {
    double u;
    double square;
    do {
      u = between(-1, 1);
      double v = between(-1, 1);
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
