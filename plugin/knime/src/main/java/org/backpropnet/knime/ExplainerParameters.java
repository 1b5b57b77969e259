package org.backpropnet.knime;

import org.backpropnet.knime.adapter.Explanation.Request;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The Explainer's dialog. */
@LoadDefaultsForAbsentFields
final class ExplainerParameters implements NodeParameters {
  @Widget(
      title = "Row to explain",
      description = "Number of the row that the page follows from cell to answer, from 1.")
  int m_row = 1;

  @Widget(
      title = "Unit of the answer",
      description =
          "What the answer is counted in, such as \"dollars per square foot\". Empty takes the"
              + " target's name; classes are told in percent.")
  String m_unit = "";

  @Widget(
      title = "Rows with drivers",
      description =
          "Of how many rows the second table tells the drivers, at most. They are spread evenly over"
              + " the table; the row to explain is among them.")
  int m_rowLimit = 100;

  @Widget(
      title = "Weight column",
      description =
          "Name of the weight column that the Learner was given; empty for none. With it the page"
              + " finds the rows again that the training held out.")
  String m_weight = "";

  Request request() {
    return new Request(m_row, m_unit, m_rowLimit);
  }

  @Override
  public void validate() throws InvalidSettingsException {
    if (m_row < 1) {
      throw new InvalidSettingsException(
          "Row to explain is " + m_row + ", but it must be at least 1.");
    }
    if (m_rowLimit < 0) {
      throw new InvalidSettingsException(
          "Rows with drivers is " + m_rowLimit + ", but it must be at least 0.");
    }
  }
}
