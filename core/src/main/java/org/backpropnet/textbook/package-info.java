/** Floor 3: the network as a textbook computes it: double, one row, unit by unit, no cleverness. */
package org.backpropnet.textbook;
