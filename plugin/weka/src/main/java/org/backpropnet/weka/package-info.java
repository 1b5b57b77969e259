/** Between Weka and the core: its tables, options, progress and drawings. */
package org.backpropnet.weka;
