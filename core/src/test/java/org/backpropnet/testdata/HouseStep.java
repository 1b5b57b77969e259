package org.backpropnet.testdata;

/** The natural step of each numeric column: "one school more", "100 square feet more". */
enum HouseStep {
  /** One school. */
  SCHOOL("schools", 1) {
    @Override
    HouseFacts move(HouseFacts x, double by) {
      return new HouseFacts(x.schools() + by, x.rating(), x.bedrooms(), x.backyard(), x.year());
    }
  },
  /** One point of the school rating. */
  RATING_POINT("school_rating", 1) {
    @Override
    HouseFacts move(HouseFacts x, double by) {
      return new HouseFacts(x.schools(), x.rating() + by, x.bedrooms(), x.backyard(), x.year());
    }
  },
  /** One bedroom. */
  BEDROOM("bedrooms", 1) {
    @Override
    HouseFacts move(HouseFacts x, double by) {
      return new HouseFacts(x.schools(), x.rating(), x.bedrooms() + by, x.backyard(), x.year());
    }
  },
  /** 100 square feet of backyard. */
  BACKYARD("backyard_sqft", 100) {
    @Override
    HouseFacts move(HouseFacts x, double by) {
      return new HouseFacts(x.schools(), x.rating(), x.bedrooms(), x.backyard() + by, x.year());
    }
  },
  /** One year. */
  YEAR("year", 1) {
    @Override
    HouseFacts move(HouseFacts x, double by) {
      return new HouseFacts(x.schools(), x.rating(), x.bedrooms(), x.backyard(), x.year() + by);
    }
  };

  /** Name of the column in the table. */
  final String column;

  /** Size of the step in the column's unit. */
  final int size;

  HouseStep(String column, int size) {
    this.column = column;
    this.size = size;
  }

  /**
   * The same house with one column changed.
   *
   * @param x the house
   * @param by how much is added, in the column's unit
   * @return the changed house; nothing is kept within the column's range
   */
  abstract HouseFacts move(HouseFacts x, double by);
}
