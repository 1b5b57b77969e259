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
 */
public record TrainingState(
    int start, int epoch, int cycles, int halvings, double[] plateau, double[][] walk) {}
