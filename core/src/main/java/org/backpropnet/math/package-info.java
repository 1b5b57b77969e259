/** Floor 0: argument checks, elementary functions with the same bits everywhere, randomness. */
package org.backpropnet.math;
