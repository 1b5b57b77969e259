package org.backpropnet.train;

/**
 * The best weights so far.
 *
 * @param parameters [P] weights and biases
 * @param loss the watched loss there
 * @param start which start weights, from 0
 * @param epoch epoch within the start, from 1; 0 before the first
 */
public record Best(float[] parameters, double loss, int start, int epoch) {}
