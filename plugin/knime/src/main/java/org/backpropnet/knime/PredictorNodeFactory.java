package org.backpropnet.knime;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node that answers. Workflows know it by the name of this class, which therefore stays. */
public final class PredictorNodeFactory extends DefaultNodeFactory {
  private static final String ABOUT =
      """
      Adds the answers of a Backprop Net model to a table: the predicted class or number and, if \
      asked for, the probability of each class.
      <p>Columns are found by name, in any order; columns that the model does not know are left \
      alone. Missing cells and categories that training never saw are no error: such rows are \
      predicted, and a warning counts them.</p>\
      """;

  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Backprop Net Predictor")
          .icon("predictor.png")
          .shortDescription("Predicts the rows of a table with a neural network.")
          .fullDescription(ABOUT)
          .sinceVersion(5, 8, 0)
          .ports(
              ports ->
                  ports
                      .addInputPort("Model", "From the Learner or the Reader.", Ports.model())
                      .addInputTable("Table", "The rows to predict.")
                      .addOutputTable("Predicted table", "The rows with their answers."))
          .model(
              model ->
                  model
                      .parametersClass(PredictorParameters.class)
                      .configure(PredictorNode::configure)
                      .execute(PredictorNode::execute))
          .nodeType(NodeType.Predictor)
          .keywords("neural network", "MLP", "score", "apply");

  /** Called by KNIME. */
  public PredictorNodeFactory() {
    super(NODE);
  }
}
