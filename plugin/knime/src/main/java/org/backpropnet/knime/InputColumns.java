package org.backpropnet.knime;

import java.util.List;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** The columns that a network can learn from: numbers and categories. */
final class InputColumns extends CompatibleColumnsProvider {
  InputColumns() {
    super(List.of(DoubleValue.class, NominalValue.class, BooleanValue.class));
  }
}
