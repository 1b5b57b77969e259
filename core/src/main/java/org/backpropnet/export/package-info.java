/** Floor 6: models in the forms of other programs. */
package org.backpropnet.export;
