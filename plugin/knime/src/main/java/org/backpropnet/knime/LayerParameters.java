package org.backpropnet.knime;

import org.backpropnet.train.Wording;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** One hidden layer in the dialog. */
@LoadDefaultsForAbsentFields
final class LayerParameters implements NodeParameters {
  @Widget(title = "Units", description = "How many units this layer has, at least 1.")
  int m_units = 16;

  @Widget(
      title = Wording.ACTIVATION,
      description =
          "What each unit of this layer does with its weighted sum. With \"auto\" it is what stands"
              + " below the list.")
  @ChoicesProvider(Choices.Activations.class)
  String m_activation = "auto";

  /** The layer as a knob's text. */
  String text() {
    return m_activation.equals("auto") ? String.valueOf(m_units) : m_units + " " + m_activation;
  }
}
