package org.backpropnet.knime;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView;

/** The node that trains. Workflows know it by the name of this class, which therefore stays. */
public final class LearnerNodeFactory extends DefaultNodeFactory {
  private static final String ABOUT =
      """
      Trains a neural network (multi-layer perceptron) by backpropagation on a table as it is: \
      numbers of any scale, categories, missing cells. Nothing has to be prepared, and nothing has \
      to be set: what stands at "auto" is decided from the table, and the model says how.
      <p>A target with categories gives a classifier with probabilities, a target with numbers a \
      regression. The same table, settings and seed give the same model on every machine, here, in \
      Weka and on the command line.</p>
      <p>The training can be cancelled at any time. A time budget ends it early and keeps the best \
      so far.</p>\
      """;

  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Backprop Net Learner")
          .icon("learner.png")
          .shortDescription("Trains a neural network by backpropagation on a table as it is.")
          .fullDescription(ABOUT)
          .sinceVersion(5, 8, 0)
          .ports(
              ports ->
                  ports
                      .addInputTable("Table", "The rows to learn from.")
                      .addInputPort(
                          "Model to continue",
                          "A model that was trained with \"Resumable\" on the same table; its"
                              + " training goes on, with the settings that it began with.",
                          Ports.optionalModel())
                      .addOutputPort("Model", "For the Predictor and the Writer.", Ports.model())
                      .addOutputTable(
                          "Training history",
                          "A row for each epoch: losses, learning rate, seconds."))
          .model(
              model ->
                  model
                      .parametersClass(LearnerParameters.class)
                      .configure(LearnerNode::configure)
                      .execute(LearnerNode::execute))
          .addView(LearnerNodeFactory::view)
          .nodeType(NodeType.Learner)
          .keywords("neural network", "MLP", "deep learning", "backpropagation", "perceptron");

  /** Called by KNIME. */
  public LearnerNodeFactory() {
    super(NODE);
  }

  private static DefaultView view(DefaultView.RequireViewParameters begin) {
    return begin
        .withoutParameters()
        .description("Learning curve, network map and summary of the model.")
        .page(page -> page.fromString(TrainingView::page).relativePath("index.html"))
        .initialData(data -> data.data(input -> TrainingView.data(input.getInternalPortObjects())));
  }
}
