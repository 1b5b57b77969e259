/** The window that shows a training while it runs. */
package org.backpropnet.weka.live;
