package org.backpropnet.weka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Weka's rows as a table of the core. Both mark what is missing with NaN. */
public final class InstancesTable implements Table {
  private final List<Column> columns;
  private final List<Instance> rows;
  private final List<String> notes;

  /**
   * A view of all rows.
   *
   * @param instances read as they are; not copied
   */
  public InstancesTable(Instances instances) {
    this(columns(instances), instances, notes(instances));
  }

  InstancesTable(List<Column> columns, List<Instance> rows) {
    this(columns, rows, List.of());
  }

  private InstancesTable(List<Column> columns, List<Instance> rows, List<String> notes) {
    this.columns = columns;
    this.rows = rows;
    this.notes = notes;
  }

  private static List<String> notes(Instances header) {
    List<String> dates = new ArrayList<>();
    for (int a = 0; a < header.numAttributes(); a++) {
      if (header.attribute(a).isDate()) {
        dates.add("\"" + header.attribute(a).name() + "\"");
      }
    }
    return dates.isEmpty()
        ? List.of()
        : List.of("Dates count as milliseconds since 1970: " + String.join(", ", dates) + ".");
  }

  /** What the attributes mean; a date is a number of milliseconds since 1970. */
  static List<Column> columns(Instances header) {
    List<Column> columns = new ArrayList<>();
    for (int a = 0; a < header.numAttributes(); a++) {
      columns.add(column(header.attribute(a)));
    }
    return columns;
  }

  private static Column column(Attribute attribute) {
    if (attribute.isNominal()) {
      List<String> labels = new ArrayList<>();
      for (int l = 0; l < attribute.numValues(); l++) {
        labels.add(attribute.value(l));
      }
      return new Column.Nominal(attribute.name(), labels);
    }
    if (attribute.isNumeric()) {
      return new Column.Numeric(attribute.name());
    }
    throw new DataException(
        "Attribute \""
            + attribute.name()
            + "\" is of type "
            + Attribute.typeToString(attribute)
            + ", but it must be nominal, numeric or a date. Remove it, or turn it into numbers with"
            + " a filter such as StringToWordVector.");
  }

  @Override
  public List<Column> columns() {
    return Collections.unmodifiableList(columns);
  }

  @Override
  public int rowCount() {
    return rows.size();
  }

  /**
   * One cell. Readers go over whole tables before a training begins, so this listens too.
   *
   * @throws CancellationException if the reading thread was told to stop
   */
  @Override
  public double value(int row, int column) {
    if ((row & 0xFF) == 0 && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The thread was interrupted.");
    }
    return rows.get(row).value(column);
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public double weight(int row) {
    return rows.get(row).weight();
  }
}
