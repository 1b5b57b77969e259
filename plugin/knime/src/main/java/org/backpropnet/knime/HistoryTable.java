package org.backpropnet.knime;

import java.util.List;
import org.backpropnet.train.EpochReport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** The course of a training as a table. */
final class HistoryTable {
  private HistoryTable() {}

  static DataTableSpec spec() {
    return new DataTableSpec(
        "Training history",
        new DataColumnSpec[] {
          column("Epoch", IntCell.TYPE),
          column("Training loss", DoubleCell.TYPE),
          column("Validation loss", DoubleCell.TYPE),
          column("Learning rate", DoubleCell.TYPE),
          column("Seconds", DoubleCell.TYPE)
        });
  }

  static DataColumnSpec column(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

  static BufferedDataTable of(List<EpochReport> history, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(spec());
    for (EpochReport report : history) {
      exec.checkCanceled();
      DataCell[] cells = {
        new IntCell(report.epoch()),
        cell(report.trainingLoss()),
        cell(report.validationLoss()),
        cell(report.learningRate()),
        cell(report.elapsedMillis() / 1000.0)
      };
      String key = "Start " + (report.start() + 1) + ", epoch " + report.epoch();
      container.addRowToTable(new DefaultRow(key, cells));
    }
    container.close();
    return container.getTable();
  }

  static DataCell cell(double value) {
    return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
  }
}
