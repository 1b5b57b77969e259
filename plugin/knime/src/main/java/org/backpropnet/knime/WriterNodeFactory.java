package org.backpropnet.knime;

import java.io.IOException;
import java.nio.file.Path;
import org.backpropnet.BackpropNet;
import org.backpropnet.knime.adapter.FilePlace;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node that writes a model. Workflows know it by the name of this class, which stays. */
public final class WriterNodeFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Backprop Net Writer")
          .icon("writer.png")
          .shortDescription("Writes a model of Backprop Net to a file.")
          .fullDescription(
              "Writes a model to a file that the Backprop Net Reader, Weka and the command line"
                  + " read, on any machine. The file appears when it is complete.")
          .sinceVersion(5, 8, 0)
          .ports(ports -> ports.addInputPort("Model", "From the Learner.", Ports.model()))
          .model(
              model ->
                  model
                      .parametersClass(WriterParameters.class)
                      .configure(WriterNodeFactory::configure)
                      .execute(WriterNodeFactory::execute))
          .nodeType(NodeType.Sink)
          .keywords("neural network", "save", "export");

  /** Called by KNIME. */
  public WriterNodeFactory() {
    super(NODE);
  }

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    WriterParameters parameters = in.getParameters();
    try {
      FilePlace.requireWritable(FilePlace.of(parameters.m_file), parameters.m_overwrite);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
  }

  private static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
    WriterParameters parameters = in.getParameters();
    ModelPortObject model = in.getInPortObject(0);
    try {
      Path path = FilePlace.of(parameters.m_file);
      FilePlace.requireWritable(path, parameters.m_overwrite);
      BackpropNet.save(model.model(), path);
    } catch (IOException | IllegalArgumentException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }
}
