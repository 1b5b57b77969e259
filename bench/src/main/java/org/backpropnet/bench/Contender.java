package org.backpropnet.bench;

import java.util.List;

/**
 * One of those whose answers are compared.
 *
 * @param name as the page shows it
 * @param group the word that selects it
 * @param command starts its process
 * @param about what runs: settings and versions; one line
 * @param stamp changes when its answers may
 */
record Contender(String name, String group, List<String> command, String about, String stamp) {
  /** The group of all plans of ours. */
  static final String OURS = "ours";

  /** The group of sides in Python, with which their names begin. */
  static final String PYTHON = "scikit-learn";

  /** What does nothing: its time is what everybody needs for not learning. */
  static final String NOTHING = "ZeroR";

  boolean ours() {
    return group.equals(OURS);
  }

  boolean nothing() {
    return group.equals(NOTHING);
  }
}
