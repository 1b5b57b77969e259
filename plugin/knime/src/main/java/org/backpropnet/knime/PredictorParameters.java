package org.backpropnet.knime;

import java.util.OptionalDouble;
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

  @Widget(
      title = "Append an interval",
      description =
          "Whether two columns are added between whose numbers the truth lies. A model that"
              + " predicts classes has none.")
  boolean m_interval;

  @Widget(
      title = "Level of the interval",
      description =
          "Share of new rows whose truth shall lie within, above 0 and below 1. It comes from rows"
              + " that were held out when the model was trained.")
  double m_level = 0.9;

  /** Empty if no interval is asked for. */
  OptionalDouble level() {
    return m_interval ? OptionalDouble.of(m_level) : OptionalDouble.empty();
  }
}
