package org.backpropnet.knime;

import java.util.List;
import org.backpropnet.explain.Fact;
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

/** The numbers of a page as a table. */
final class FactTable {
  private FactTable() {}

  static DataTableSpec spec() {
    return new DataTableSpec(
        "Facts",
        new DataColumnSpec[] {
          HistoryTable.column("Fact", StringCell.TYPE),
          HistoryTable.column("Value", DoubleCell.TYPE),
          HistoryTable.column("Unit", StringCell.TYPE),
          HistoryTable.column("Sentence", StringCell.TYPE)
        });
  }

  static BufferedDataTable of(List<Fact> facts, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(spec());
    for (Fact fact : facts) {
      exec.checkCanceled();
      DataCell[] cells = {
        new StringCell(fact.id()),
        HistoryTable.cell(fact.value()),
        new StringCell(fact.unit()),
        new StringCell(fact.how())
      };
      container.addRowToTable(new DefaultRow("Fact " + fact.id(), cells));
    }
    container.close();
    return container.getTable();
  }
}
