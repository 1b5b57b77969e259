/** Floor 1: how the weights walk downhill, and how fast. */
package org.backpropnet.optimize;
