package org.backpropnet.knime;

import java.util.List;
import java.util.Map;
import org.backpropnet.knime.adapter.Explanation.Driver;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Why rows got their answers, as a table. */
final class DriverTable {
  private DriverTable() {}

  static DataTableSpec spec() {
    return new DataTableSpec(
        "Drivers",
        new DataColumnSpec[] {
          HistoryTable.column("Row", StringCell.TYPE),
          HistoryTable.column("Column", StringCell.TYPE),
          HistoryTable.column("Value", StringCell.TYPE),
          HistoryTable.column("Driver", DoubleCell.TYPE),
          HistoryTable.column("Answer", DoubleCell.TYPE)
        });
  }

  static BufferedDataTable of(
      List<Driver> drivers, Map<Integer, String> keys, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(spec());
    int number = 0;
    for (Driver driver : drivers) {
      exec.checkCanceled();
      DataCell[] cells = {
        new StringCell(keys.get(driver.row())),
        new StringCell(driver.column()),
        new StringCell(driver.value()),
        HistoryTable.cell(driver.driver()),
        HistoryTable.cell(driver.answer())
      };
      container.addRowToTable(new DefaultRow("Driver " + ++number, cells));
    }
    container.close();
    return container.getTable();
  }
}
