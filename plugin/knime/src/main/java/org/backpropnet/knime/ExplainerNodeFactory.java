package org.backpropnet.knime;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView;

/** The node that explains. Workflows know it by the name of this class, which therefore stays. */
public final class ExplainerNodeFactory extends DefaultNodeFactory {
  private static final String ABOUT =
      """
      Explains a Backprop Net model on the rows that it learned from, for readers who know their \
      data and no mathematics. The view is one page: what the model learned, how it answers one \
      row step by step, why it needs bends and slopes, what matters, what if, how sure it is, \
      where it is wrong.
      <p>Every number of the page is a fact that is worked out from model and rows. The first \
      table holds the facts, each with a sentence that says how it is computed; the second tells \
      row by row how much each column moves the answer away from that of a typical row. These \
      drivers add up to the row's answer. Of classes all rows are told of the same class, the one \
      that the explained row gets.</p>
      <p>Give it the table that the Learner was given, with the target. If the training held out no \
      rows, a twin of the model is trained on four fifths of them to judge it; the model itself \
      stays as it is.</p>\
      """;

  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Backprop Net Explainer")
          .icon("explainer.png")
          .shortDescription("Explains a neural network on the rows that it learned from.")
          .fullDescription(ABOUT)
          .sinceVersion(5, 8, 0)
          .ports(
              ports ->
                  ports
                      .addInputPort("Model", "From the Learner or the Reader.", Ports.model())
                      .addInputTable("Table", "The rows that it learned from, with the target.")
                      .addOutputTable("Facts", "The numbers of the page and what they are.")
                      .addOutputTable("Drivers", "What each column adds to the answer of a row."))
          .model(
              model ->
                  model
                      .parametersClass(ExplainerParameters.class)
                      .configure(ExplainerNode::configure)
                      .execute(ExplainerNode::execute))
          .addView(ExplainerNodeFactory::view)
          .nodeType(NodeType.Visualizer)
          .keywords("neural network", "explain", "XAI", "importance", "drivers", "backpropagation");

  /** Called by KNIME. */
  public ExplainerNodeFactory() {
    super(NODE);
  }

  private static DefaultView view(DefaultView.RequireViewParameters begin) {
    return begin
        .withoutParameters()
        .description("The complete picture: a page that explains this network.")
        .page(page -> page.fromString(TrainingView::page).relativePath("index.html"))
        .initialData(
            data -> data.data(input -> PageTable.viewData(input.getInternalPortObjects())));
  }
}
