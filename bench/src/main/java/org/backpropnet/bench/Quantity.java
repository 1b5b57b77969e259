package org.backpropnet.bench;

/**
 * What a figure is about.
 *
 * @param task T1 to T5, or another topic
 * @param side who was measured
 * @param threads number of threads
 * @param what name of the figure, with its unit
 */
record Quantity(String task, String side, int threads, String what) {}
