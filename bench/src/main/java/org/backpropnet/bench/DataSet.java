package org.backpropnet.bench;

import weka.core.Instances;

/**
 * A table on which all sides are compared.
 *
 * @param name as the page shows it
 * @param group how it is split and where it counts
 * @param source gives its rows
 */
record DataSet(String name, Group group, Source source) {
  /** Folds of a cross-validation. */
  static final int FOLDS = 10;

  /** How a table is split. */
  enum Group {
    /** Below 50 rows: cross-validated and shown, but in no mean, which it would only blur. */
    TINY,
    /** Cross-validated. */
    SMALL,
    /** A fifth is held out, with several seeds. */
    MEDIUM
  }

  /** Where rows come from. */
  interface Source {
    /** All rows; the class is the last attribute and known in every row. */
    Instances rows() throws Exception;
  }

  /** Parts that are predicted in one repeat. */
  int parts() {
    return group == Group.MEDIUM ? 1 : FOLDS;
  }

  /** Rows to predict by rows to learn from: what the corrected test needs. */
  double testShare() {
    return group == Group.MEDIUM ? 0.25 : 1.0 / (FOLDS - 1);
  }
}
