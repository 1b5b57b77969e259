package org.backpropnet.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backpropnet.knime.adapter.HostColumn;
import org.backpropnet.knime.adapter.HostRow;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** KNIME's tables as the adapter sees them. */
final class KnimeTable {
  private KnimeTable() {}

  /** What a column's cells are. True and false are labels, though KNIME counts them as numbers. */
  static HostColumn.Kind kind(DataColumnSpec column) {
    DataType type = column.getType();
    if (type.isCompatible(BooleanValue.class)) {
      return HostColumn.Kind.CATEGORY;
    } else if (type.isCompatible(DoubleValue.class)) {
      return HostColumn.Kind.NUMBER;
    }
    return type.isCompatible(NominalValue.class) ? HostColumn.Kind.CATEGORY : HostColumn.Kind.OTHER;
  }

  static List<HostColumn> columns(DataTableSpec spec) {
    List<HostColumn> columns = new ArrayList<>();
    for (int c = 0; c < spec.getNumColumns(); c++) {
      columns.add(column(spec.getColumnSpec(c)));
    }
    return columns;
  }

  private static HostColumn column(DataColumnSpec spec) {
    DataColumnDomain domain = spec.getDomain();
    return new HostColumn(
        spec.getName(),
        kind(spec),
        labels(spec),
        domain.hasLowerBound() ? number(domain.getLowerBound()) : Double.NaN,
        domain.hasUpperBound() ? number(domain.getUpperBound()) : Double.NaN);
  }

  private static Optional<List<String>> labels(DataColumnSpec spec) {
    if (spec.getType().isCompatible(BooleanValue.class)) {
      return Optional.of(List.of("false", "true"));
    }
    if (kind(spec) != HostColumn.Kind.CATEGORY || !spec.getDomain().hasValues()) {
      return Optional.empty();
    }
    return Optional.of(
        spec.getDomain().getValues().stream().map(DataCell::toString).distinct().toList());
  }

  private static double number(DataCell cell) {
    return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
  }

  /**
   * A row, of which some columns are looked at.
   *
   * @param row KNIME's
   * @param place [columns] where each of them lies in the row
   */
  record Row(DataRow row, int[] place) implements HostRow {
    @Override
    public boolean missing(int column) {
      return row.getCell(place[column]).isMissing();
    }

    @Override
    public double number(int column) {
      return KnimeTable.number(row.getCell(place[column]));
    }

    @Override
    public String label(int column) {
      return row.getCell(place[column]).toString();
    }
  }

  /** Where columns of these names lie. */
  static int[] places(DataTableSpec spec, List<HostColumn> columns) {
    return columns.stream().mapToInt(column -> spec.findColumnIndex(column.name())).toArray();
  }
}
