package org.backpropnet.knime;

import java.io.IOException;
import java.nio.file.Files;
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

/** The node that reads a model. Workflows know it by the name of this class, which stays. */
public final class ReaderNodeFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Backprop Net Reader")
          .icon("reader.png")
          .shortDescription("Reads a model file of Backprop Net.")
          .fullDescription(
              "Reads a model file that was written by the Backprop Net Writer, by Weka or by the"
                  + " command line, on any machine. A file that was altered or cut off is refused.")
          .sinceVersion(5, 8, 0)
          .ports(ports -> ports.addOutputPort("Model", "For the Predictor.", Ports.model()))
          .model(
              model ->
                  model
                      .parametersClass(ReaderParameters.class)
                      .configure(ReaderNodeFactory::configure)
                      .execute(ReaderNodeFactory::execute))
          .nodeType(NodeType.Source)
          .keywords("neural network", "load", "open", "import");

  /** Called by KNIME. */
  public ReaderNodeFactory() {
    super(NODE);
  }

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    ReaderParameters parameters = in.getParameters();
    try {
      Path path = FilePlace.of(parameters.m_file);
      if (!Files.isRegularFile(path)) {
        throw new InvalidSettingsException(
            "The model file \"" + path + "\" does not exist. Check its name and folder.");
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
    // The file may be replaced until the node is executed, so nothing is promised about it.
    out.setOutSpec(0, null);
  }

  private static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
    ReaderParameters parameters = in.getParameters();
    try {
      Path path = FilePlace.of(parameters.m_file);
      out.setOutData(0, new ModelPortObject(BackpropNet.load(path)));
    } catch (IOException | IllegalArgumentException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }
}
