package org.backpropnet.data;

/**
 * One row as a network sees it, without its zeros: what each kind of column takes.
 *
 * @param dense [denseInputs] scaled numbers
 * @param active [blocks] the input that is 1 in each block, or -1
 * @param bins [thermometers] the bin in which each number lies, from 0; -1 when missing
 * @param fractions [thermometers] how far through that bin it lies, from 0 to 1
 */
public record EncodedRow(double[] dense, int[] active, int[] bins, double[] fractions) {}
