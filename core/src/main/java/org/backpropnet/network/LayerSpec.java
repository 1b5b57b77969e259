package org.backpropnet.network;

import org.backpropnet.function.Activation;
import org.backpropnet.math.Require;

/**
 * One hidden layer.
 *
 * @param units number of units, at least 1
 * @param activation what each unit does with its sum
 */
public record LayerSpec(int units, Activation activation) {
  /** Checks the size. */
  public LayerSpec {
    Require.atLeast("units of a hidden layer", units, 1, "Leave the layer out instead.");
    if (activation == null) {
      throw new IllegalArgumentException("A hidden layer needs an activation.");
    }
  }
}
