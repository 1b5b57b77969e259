/** Floor 8: the front door. */
package org.backpropnet;
