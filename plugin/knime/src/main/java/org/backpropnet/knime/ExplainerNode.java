package org.backpropnet.knime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Table;
import org.backpropnet.data.WeightedTable;
import org.backpropnet.knime.adapter.Explanation;
import org.backpropnet.knime.adapter.Explanation.Request;
import org.backpropnet.knime.adapter.HostColumn;
import org.backpropnet.knime.adapter.TableReading;
import org.backpropnet.model.Model;
import org.backpropnet.train.TrainingDivergedException;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Explainer does. */
final class ExplainerNode {
  private static final int MODEL = 0;
  private static final int TABLE = 1;

  /** Rows between two looks whether to stop: well below a tenth of a second. */
  private static final int LOOK = 1000;

  private ExplainerNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    ModelPortSpec model = in.getInPortSpec(MODEL);
    ExplainerParameters parameters = in.getParameters();
    if (model != null) {
      // Without a spec it is a Reader's that has not been executed: its model may be any.
      try {
        Explanation.check(
            model.shape(),
            KnimeTable.columns(in.getInTableSpec(TABLE)),
            parameters.m_weight.strip());
      } catch (IllegalArgumentException e) {
        throw new InvalidSettingsException(e.getMessage(), e);
      }
    }
    out.setOutSpecs(FactTable.spec(), DriverTable.spec());
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    ExecutionContext exec = in.getExecutionContext();
    ExplainerParameters parameters = in.getParameters();
    ModelPortObject port = in.getInPortObject(MODEL);
    Model model = port.model();
    Request request = parameters.request();
    try {
      request.requireRow(in.getInTable(TABLE).size());
      Map<Integer, String> keys = new HashMap<>();
      Table table = table(in, model, parameters, keys);
      Explanation found = Explanation.of(model, table, request, new KnimeWatch(exec));
      out.setOutData(0, FactTable.of(found.facts(), exec));
      out.setOutData(1, DriverTable.of(found.drivers(), keys, exec));
      out.setInternalData(new PortObject[] {port, PageTable.of(found.page(), exec)});
    } catch (CancellationException e) {
      throw LearnerNode.canceled(e);
    } catch (IllegalArgumentException | TrainingDivergedException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }

  /** Reads the rows, and the keys of those whose drivers will be told. */
  private static Table table(
      ExecuteInput in, Model model, ExplainerParameters parameters, Map<Integer, String> keys)
      throws CanceledExecutionException {
    BufferedDataTable rows = in.getInTable(TABLE);
    String weight = parameters.m_weight.strip();
    List<HostColumn> all = KnimeTable.columns(rows.getDataTableSpec());
    List<HostColumn> columns = Explanation.columns(model, all, weight);
    TableReading reading = new TableReading(columns, rows.size());
    Set<Integer> told = new HashSet<>(parameters.request().told((int) rows.size()));
    int[] places = KnimeTable.places(rows.getDataTableSpec(), columns);
    int read = 0;
    try (CloseableRowIterator iterator = rows.iterator()) {
      while (iterator.hasNext()) {
        DataRow row = iterator.next();
        reading.add(new KnimeTable.Row(row, places));
        if (told.contains(read)) {
          keys.put(read, row.getKey().getString());
        }
        if (++read % LOOK == 0) {
          in.getExecutionContext().checkCanceled();
        }
      }
    }
    Table table = reading.table();
    return weight.isEmpty() ? table : new WeightedTable(table, weight);
  }
}
