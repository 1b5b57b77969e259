package org.backpropnet.train;

/** The loss became infinite or undefined again and again; the message says what to try. */
public final class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrainingDivergedException(String message) {
    super(message);
  }
}
