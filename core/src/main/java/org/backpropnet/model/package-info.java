/** Floor 5: what was learned, and the answers it gives. */
package org.backpropnet.model;
