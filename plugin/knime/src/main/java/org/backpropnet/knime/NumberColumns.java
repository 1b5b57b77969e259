package org.backpropnet.knime;

import java.util.List;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** The columns that can say how much a row counts. */
final class NumberColumns extends CompatibleColumnsProvider {
  NumberColumns() {
    super(List.of(DoubleValue.class));
  }
}
