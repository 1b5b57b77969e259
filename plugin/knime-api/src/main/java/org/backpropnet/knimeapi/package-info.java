/** Signatures of the KNIME platform as facts, and the empty classes that are made of them. */
package org.backpropnet.knimeapi;
