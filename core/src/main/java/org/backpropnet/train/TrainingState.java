package org.backpropnet.train;

/**
 * Where a training stands, complete enough to go on bit for bit.
 *
 * @param start which start weights, from 0
 * @param epoch epochs done in this start, further cycles included
 * @param cycles planned lengths gone through or begun, at least 1
 * @param halvings how often the rate was halved after a divergence
 * @param plateau [factor, best loss, epochs waited] of a schedule that watches the loss
 * @param walk weights and the optimiser's memory
 * @param good the same where the training goes back to after a divergence; empty if it never does
 * @param kept the best weights that later ones are compared with; null if there are none yet. Other
 *     than the weights of the model where a start is judged only when it is over
 */
public record TrainingState(
    int start,
    int epoch,
    int cycles,
    int halvings,
    double[] plateau,
    double[][] walk,
    double[][] good,
    Best kept) {}
