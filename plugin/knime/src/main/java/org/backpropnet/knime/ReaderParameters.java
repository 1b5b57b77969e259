package org.backpropnet.knime;

import org.backpropnet.knime.adapter.FilePlace;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The Reader's dialog. */
@LoadDefaultsForAbsentFields
final class ReaderParameters implements NodeParameters {
  @Widget(
      title = "Model file",
      description =
          "The whole path of a model file of Backprop Net on this machine, or its address that"
              + " begins with \"file:\". Weka, the command line and the Writer make such files.")
  String m_file = "";

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
