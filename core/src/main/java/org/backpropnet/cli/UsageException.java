package org.backpropnet.cli;

/** The words on the command line are not understood; the message says which and the way out. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
