package org.backpropnet.knime;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The Predictor's dialog. */
@LoadDefaultsForAbsentFields
final class PredictorParameters implements NodeParameters {
  @Widget(
      title = "Prediction column",
      description = "Name of the column with the answers. Empty takes \"Prediction (target)\".")
  String m_predictionColumn = "";

  @Widget(
      title = "Append probabilities",
      description =
          "Whether a column with the probability of each class is added. A model that predicts"
              + " numbers has none.")
  boolean m_probabilities = true;

  @Widget(
      title = "Suffix",
      description =
          "What is added to the names of the probabilities, to tell those of several models.")
  String m_suffix = "";
}
