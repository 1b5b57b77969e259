package org.backpropnet.osgi;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a program that uses our bundle might hold: it trains when it starts and offers answers. */
public final class XorBundle implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    List<Column> columns =
        List.of(
            new Column.Numeric("a"),
            new Column.Numeric("b"),
            new Column.Nominal("xor", List.of("no", "yes")));
    Table table =
        new ArrayTable(columns, new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
    Model model = BackpropNet.train(table, "xor");
    String answers =
        IntStream.range(0, table.rowCount())
            .mapToObj(row -> model.predict(table, row).label())
            .collect(Collectors.joining(" "));
    context.registerService(String.class, answers, null);
  }

  @Override
  public void stop(BundleContext context) {}
}
