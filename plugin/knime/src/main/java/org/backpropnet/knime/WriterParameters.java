package org.backpropnet.knime;

import org.backpropnet.knime.adapter.FilePlace;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The Writer's dialog. */
@LoadDefaultsForAbsentFields
final class WriterParameters implements NodeParameters {
  @Widget(
      title = "Model file",
      description =
          "The whole path of the file to write on this machine, or its address that begins with"
              + " \"file:\". Weka, the command line and the Reader read it.")
  String m_file = "";

  @Widget(
      title = "Replace a file that exists",
      description = "Whether a file of that name may be replaced. If not, the node fails.")
  boolean m_overwrite;

  @Override
  public void validate() throws InvalidSettingsException {
    if (m_file.isBlank()) {
      return; // Not filled in yet; the node says so when it is configured.
    }
    try {
      FilePlace.of(m_file);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
  }
}
