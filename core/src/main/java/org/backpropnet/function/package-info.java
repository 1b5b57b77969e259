/** Floor 1: formulas. Each stands here once, with its derivative, plain words and source. */
package org.backpropnet.function;
