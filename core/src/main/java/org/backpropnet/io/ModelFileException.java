package org.backpropnet.io;

import java.io.IOException;

/**
 * A file does not hold a model that can be trusted; the message says what, where and the way out.
 */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * An error for the person who brought the file.
   *
   * @param message what, where, the rule and the way out
   */
  public ModelFileException(String message) {
    super(message);
  }

  /**
   * An error with its reason.
   *
   * @param message what, where, the rule and the way out
   * @param cause what was found wrong
   */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
