package org.backpropnet.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.backpropnet.knime.adapter.Answers;
import org.backpropnet.knime.adapter.ModelShape;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Predictor does. */
final class PredictorNode {
  private static final int MODEL = 0;
  private static final int TABLE = 1;

  private PredictorNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    ModelPortSpec model = in.getInPortSpec(MODEL);
    DataTableSpec table = in.getInTableSpec(TABLE);
    if (model == null || table == null) {
      // A Reader that has not been executed: its model may be any.
      out.setOutSpec(0, null);
      return;
    }
    try {
      model.shape().requireInputs(KnimeTable.columns(table));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
    PredictorParameters parameters = in.getParameters();
    ColumnRearranger rearranger = new ColumnRearranger(table);
    rearranger.append(new Factory(specs(model.shape(), parameters, table), null, table));
    out.setOutSpec(0, rearranger.createSpec());
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    PredictorParameters parameters = in.getParameters();
    ModelPortObject model = in.getInPortObject(MODEL);
    BufferedDataTable rows = in.getInTable(TABLE);
    DataTableSpec table = rows.getDataTableSpec();
    try {
      ModelShape shape = ModelShape.of(model.model());
      shape.requireInputs(KnimeTable.columns(table));
      Answers answers =
          new Answers(
              model.model(),
              KnimeTable.columns(table),
              parameters.m_probabilities,
              parameters.level());
      ColumnRearranger rearranger = new ColumnRearranger(table);
      rearranger.append(new Factory(specs(shape, parameters, table), answers, table));
      out.setOutData(
          0,
          in.getExecutionContext()
              .createColumnRearrangeTable(rows, rearranger, in.getExecutionContext()));
      if (!answers.warning().isEmpty()) {
        out.setWarningMessage(answers.warning());
      }
    } catch (IllegalArgumentException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }

  private static DataColumnSpec[] specs(
      ModelShape shape, PredictorParameters parameters, DataTableSpec table) {
    List<String> names =
        Answers.names(
            shape,
            parameters.m_predictionColumn,
            parameters.m_suffix,
            Arrays.asList(table.getColumnNames()));
    List<DataColumnSpec> specs = new ArrayList<>();
    specs.add(prediction(names.get(0), shape));
    boolean classes = !shape.classes().isEmpty();
    boolean more = classes ? parameters.m_probabilities : parameters.m_interval;
    for (int k = 1; k < names.size() && more; k++) {
      DataColumnSpecCreator creator = new DataColumnSpecCreator(names.get(k), DoubleCell.TYPE);
      if (classes) {
        DataCell none = new DoubleCell(0);
        creator.setDomain(new DataColumnDomainCreator(none, new DoubleCell(1)).createDomain());
      }
      specs.add(creator.createSpec());
    }
    return specs.toArray(new DataColumnSpec[0]);
  }

  private static DataColumnSpec prediction(String name, ModelShape shape) {
    if (shape.classes().isEmpty()) {
      return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }
    DataColumnSpecCreator creator = new DataColumnSpecCreator(name, StringCell.TYPE);
    DataCell[] labels = shape.classes().stream().map(StringCell::new).toArray(DataCell[]::new);
    creator.setDomain(new DataColumnDomainCreator(labels).createDomain());
    return creator.createSpec();
  }

  /** Fills the new columns; KNIME asks for several rows at the same time. */
  private static final class Factory extends AbstractCellFactory {
    private final Answers answers;
    private final int[] places;

    Factory(DataColumnSpec[] specs, Answers answers, DataTableSpec table) {
      super(true, specs);
      this.answers = answers;
      places = IntStream.range(0, table.getNumColumns()).toArray();
    }

    @Override
    public DataCell[] getCells(DataRow row) {
      List<DataCell> cells = new ArrayList<>();
      for (Object answer : answers.of(new KnimeTable.Row(row, places))) {
        cells.add(
            answer instanceof Double number
                ? new DoubleCell(number)
                : new StringCell((String) answer));
      }
      return cells.toArray(new DataCell[0]);
    }
  }
}
