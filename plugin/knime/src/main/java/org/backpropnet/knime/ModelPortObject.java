package org.backpropnet.knime;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.backpropnet.io.ModelFile;
import org.backpropnet.knime.adapter.ModelShape;
import org.backpropnet.model.Model;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A model between nodes. It is kept in the bytes of its file, which every host reads. */
public final class ModelPortObject extends AbstractPortObject {
  private static final String ENTRY = "model.bpnet";

  private Model model;

  /** Reads and writes such objects. */
  public static final class Serializer extends AbstractPortObjectSerializer<ModelPortObject> {
    /** Called by KNIME. */
    public Serializer() {}
  }

  /** Called by KNIME, which then loads the content. */
  public ModelPortObject() {}

  ModelPortObject(Model model) {
    this.model = model;
  }

  Model model() {
    return model;
  }

  @Override
  protected void save(PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException {
    out.putNextEntry(new ZipEntry(ENTRY));
    ModelFile.write(model, out);
    out.closeEntry();
  }

  @Override
  protected void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
      throws IOException {
    ZipEntry entry = in.getNextEntry();
    if (entry == null || !entry.getName().equals(ENTRY)) {
      throw new IOException("The port holds no model of Backprop Net. Execute its node again.");
    }
    model = ModelFile.read(in);
  }

  @Override
  public ModelPortSpec getSpec() {
    return new ModelPortSpec(ModelShape.of(model));
  }

  @Override
  public String getSummary() {
    return "Backprop Net for \"" + model.target() + "\": " + model.trained().recipe().describe();
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }
}
