/** Floor 7: a trained network explained on the user's own rows, every number checkable. */
package org.backpropnet.explain;
