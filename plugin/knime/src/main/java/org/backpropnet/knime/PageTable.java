package org.backpropnet.knime;

import org.backpropnet.knime.adapter.Explanation;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/**
 * A page as a table of parts: what a node keeps beside its model when a workflow is saved must be a
 * port's object.
 */
final class PageTable {
  private PageTable() {}

  static BufferedDataTable of(String page, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container =
        exec.createDataContainer(
            new DataTableSpec(
                "Page", new DataColumnSpec[] {HistoryTable.column("Page", StringCell.TYPE)}));
    int number = 0;
    for (String part : Explanation.parts(page)) {
      exec.checkCanceled();
      DataCell[] cells = {new StringCell(part)};
      container.addRowToTable(new DefaultRow("Part " + ++number, cells));
    }
    container.close();
    return container.getTable();
  }

  /** What is kept behind a model; empty if there is no page. */
  static String page(PortObject[] kept) {
    boolean there = kept != null && kept.length > 1 && kept[1] instanceof BufferedDataTable;
    return there ? read((BufferedDataTable) kept[1]) : "";
  }

  private static String read(BufferedDataTable parts) {
    StringBuilder page = new StringBuilder();
    try (CloseableRowIterator iterator = parts.iterator()) {
      while (iterator.hasNext()) {
        page.append(iterator.next().getCell(0));
      }
    }
    return page.toString();
  }

  /** The page in JSON; of a node that was not executed, an empty object. */
  static String viewData(PortObject[] kept) {
    boolean there = kept != null && kept.length > 0 && kept[0] instanceof ModelPortObject;
    return there
        ? Explanation.viewData(((ModelPortObject) kept[0]).model().target(), page(kept))
        : "{}";
  }
}
