/** Floor 4: the plan of a training and its course, epoch by epoch. */
package org.backpropnet.train;
