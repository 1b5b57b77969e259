package org.backpropnet.train;

/**
 * What one epoch brought.
 *
 * @param start which start weights, from 0
 * @param epoch number of the epoch within this start, from 1
 * @param epochs planned epochs of each start
 * @param trainingLoss mean loss of the training rows; of a minibatch method, averaged on the way;
 *     of a method that looks at all rows at once, with the penalty
 * @param validationLoss mean loss of the rows held out; NaN if there are none
 * @param gradientNorm length of the slope, of the last minibatch or of all rows
 * @param learningRate rate that was used
 * @param elapsedMillis time since the training began
 */
public record EpochReport(
    int start,
    int epoch,
    int epochs,
    double trainingLoss,
    double validationLoss,
    double gradientNorm,
    double learningRate,
    long elapsedMillis) {

  /**
   * The loss by which epochs are compared.
   *
   * @return the validation loss, or the training loss if no rows are held out
   */
  public double watchedLoss() {
    return Double.isNaN(validationLoss) ? trainingLoss : validationLoss;
  }
}
