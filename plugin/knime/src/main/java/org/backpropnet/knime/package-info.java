/** The nodes, their ports and dialogs: thin glue between KNIME's classes and the adapter. */
package org.backpropnet.knime;
