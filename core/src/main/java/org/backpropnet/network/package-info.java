/** Floor 2: the shape of a network and the one array that holds its weights. */
package org.backpropnet.network;
