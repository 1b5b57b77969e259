package org.backpropnet.knime.adapter;

/**
 * Who waits for a training: is told how it goes, and may call it off.
 *
 * @param <X> what it throws to call the training off
 */
public interface Watch<X extends Exception> {
  /**
   * How far it is.
   *
   * @param share from 0 to 1
   * @param message one line for people
   */
  void progress(double share, String message);

  /**
   * Asked many times a second.
   *
   * @throws X if the training shall end and nothing be kept
   */
  void check() throws X;
}
