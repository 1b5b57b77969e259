/** Floor 3: loss and gradient of many rows at once, fast. */
package org.backpropnet.engine;
