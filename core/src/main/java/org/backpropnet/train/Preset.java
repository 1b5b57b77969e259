package org.backpropnet.train;

import java.util.Locale;

/** What fills the knobs that stand at auto: how much work a training may be. */
public enum Preset {
  /** One network, numbers as they are. */
  FAST,
  /** Networks that vote, numbers coded as suits the table. */
  GOOD,
  /** More networks. */
  BEST,
  /** Plain sigmoid units and gradient descent, as textbooks teach them. */
  TEXTBOOK;

  /**
   * The name on command lines and in files.
   *
   * @return for instance "good"
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
