package org.backpropnet.knime;

import java.util.List;
import javax.swing.JComponent;
import org.backpropnet.knime.adapter.ModelShape;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known about a model before it is there. */
public final class ModelPortSpec extends AbstractSimplePortObjectSpec {
  private static final String TARGET = "target";
  private static final String CLASSES = "classes";
  private static final String NUMBERS = "numbers";
  private static final String CATEGORIES = "categories";

  private ModelShape shape;

  /** Reads and writes such specs. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<ModelPortSpec> {
    /** Called by KNIME. */
    public Serializer() {}
  }

  /** Called by KNIME, which then loads the content. */
  public ModelPortSpec() {}

  ModelPortSpec(ModelShape shape) {
    this.shape = shape;
  }

  ModelShape shape() {
    return shape;
  }

  @Override
  protected void save(ModelContentWO content) {
    content.addString(TARGET, shape.target());
    content.addStringArray(CLASSES, shape.classes().toArray(new String[0]));
    content.addStringArray(NUMBERS, shape.numbers().toArray(new String[0]));
    content.addStringArray(CATEGORIES, shape.categories().toArray(new String[0]));
  }

  @Override
  protected void load(ModelContentRO content) throws InvalidSettingsException {
    shape =
        new ModelShape(
            content.getString(TARGET),
            List.of(content.getStringArray(CLASSES)),
            List.of(content.getStringArray(NUMBERS)),
            List.of(content.getStringArray(CATEGORIES)));
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }
}
