/** Makes the update site of the extension for KNIME with p2, Eclipse's own tool. */
package org.backpropnet.knimesite;
