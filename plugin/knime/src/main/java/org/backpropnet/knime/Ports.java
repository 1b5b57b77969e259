package org.backpropnet.knime;

import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The kind of port that models pass through. */
final class Ports {
  private Ports() {}

  static PortType model() {
    return PortTypeRegistry.getInstance().getPortType(ModelPortObject.class);
  }

  static PortType optionalModel() {
    return PortTypeRegistry.getInstance().getPortType(ModelPortObject.class, true);
  }
}
