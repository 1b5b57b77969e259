package org.backpropnet.data;

/** The user's data do not allow what was asked; the message says what, where and the way out. */
public final class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * An error for the person who brought the data.
   *
   * @param message what, where, the rule and the way out
   */
  public DataException(String message) {
    super(message);
  }
}
