/** Floor 6: models in files. */
package org.backpropnet.io;
