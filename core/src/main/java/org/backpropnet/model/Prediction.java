package org.backpropnet.model;

import java.util.List;
import org.backpropnet.data.TargetCode;

/**
 * A model's answer for one row.
 *
 * @param target what is predicted
 * @param values the number alone, or one probability per class in the order of the labels
 */
public record Prediction(TargetCode target, double[] values) {
  /**
   * The predicted number.
   *
   * @return in the user's unit
   * @throws IllegalStateException if the target has classes
   */
  public double number() {
    if (target instanceof TargetCode.Classes) {
      throw new IllegalStateException("This model answers classes: ask for label().");
    }
    return values[0];
  }

  /**
   * The most probable class; of equals the first.
   *
   * @return its label
   * @throws IllegalStateException if the target is a number
   */
  public String label() {
    List<String> labels = labels();
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return labels.get(best);
  }

  /**
   * The probability of a class.
   *
   * @param label its label
   * @return from 0 to 1; 0 for a label that training never saw
   * @throws IllegalStateException if the target is a number
   */
  public double probability(String label) {
    int k = labels().indexOf(label);
    return k < 0 ? 0 : values[k];
  }

  private List<String> labels() {
    if (target instanceof TargetCode.Classes classes) {
      return classes.labels();
    }
    throw new IllegalStateException("This model answers numbers: ask for number().");
  }
}
