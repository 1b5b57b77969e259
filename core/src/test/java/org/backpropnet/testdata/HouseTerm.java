package org.backpropnet.testdata;

/**
 * The parts of the true price per square foot. The price of a house is the level of its zip plus,
 * for each part, {@link #dollars} times {@link #amount}; noise comes on top. So the truth is linear
 * in known curves, and ordinary least squares can find it.
 */
enum HouseTerm {
  /** Every school in the zip adds the same. */
  SCHOOLS(5) {
    @Override
    double amount(HouseFacts x) {
      return x.schools();
    }
  },
  /** Prices rise every year. */
  YEARS(3) {
    @Override
    double amount(HouseFacts x) {
      return x.year() - 2015;
    }
  },
  /** What a further bedroom does to the price of a square foot where the schools are poor. */
  BEDROOMS(-3) {
    @Override
    double amount(HouseFacts x) {
      return x.bedrooms() - 1;
    }
  },
  /** Good schools: each rating point is worth more than the one before. */
  GOOD_SCHOOLS(10) {
    @Override
    double amount(HouseFacts x) {
      return schoolQuality(x);
    }
  },
  /** Interaction "family homes near good schools": the more bedrooms, the more schools matter. */
  FAMILY_HOMES(42) {
    @Override
    double amount(HouseFacts x) {
      return (x.bedrooms() - 1) * schoolQuality(x);
    }
  },
  /** A garden: the first square feet count most, after some 2,000 hardly anything is added. */
  GARDEN(16) {
    @Override
    double amount(HouseFacts x) {
      return garden(x);
    }
  },
  /**
   * Interaction "gardens since people work from home": from about 2020 on a garden is worth more.
   */
  HOME_OFFICE(48) {
    @Override
    double amount(HouseFacts x) {
      return garden(x) * workFromHome(x);
    }
  };

  /** Dollars per square foot that one unit of {@link #amount} adds. */
  final double dollars;

  HouseTerm(double dollars) {
    this.dollars = dollars;
  }

  /**
   * How much of this part a house has.
   *
   * @param x the house
   * @return the value of the curve or of the product
   */
  abstract double amount(HouseFacts x);

  /** From 0 at rating 1 to 1 at rating 10, ever steeper. */
  private static double schoolQuality(HouseFacts x) {
    double share = (x.rating() - 1) / 9;
    return share * share;
  }

  /** From 0 without a garden towards 1 for a very large one; half of it at 485 square feet. */
  private static double garden(HouseFacts x) {
    return 1 - StrictMath.exp(-x.backyard() / 700);
  }

  /** From 0 long before 2020 through 0.5 in 2020 to 1 long after. */
  private static double workFromHome(HouseFacts x) {
    return 1 / (1 + StrictMath.exp(-(x.year() - 2020) / 0.75));
  }
}
