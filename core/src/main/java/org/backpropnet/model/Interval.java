package org.backpropnet.model;

/**
 * Where a number lies that is predicted, as often as was asked for.
 *
 * @param lower in the target's unit; -infinity if too few rows were held out to promise so much
 * @param upper in the target's unit; infinity if too few rows were held out to promise so much
 */
public record Interval(double lower, double upper) {}
