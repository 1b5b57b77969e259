package org.backpropnet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Encoder;
import org.backpropnet.data.EncoderFit;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.Split;
import org.backpropnet.data.Table;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Activation;
import org.backpropnet.io.ModelFile;
import org.backpropnet.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of rows from the table to the model. */
class WeightedTrainingTest {
  private static final int ROWS = 60;

  /** Size and colour, and one of the targets. */
  private static Table rows(int target) {
    return Cases.pick(Cases.table(ROWS), 0, 1, target);
  }

  private static double[][] cells(Table table) {
    double[][] cells = new double[table.rowCount()][table.columns().size()];
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[r].length; c++) {
        cells[r][c] = table.value(r, c);
      }
    }
    return cells;
  }

  private static Table weighted(Table table, double[] weights) {
    return new ArrayTable(table.columns(), cells(table), weights);
  }

  /** Each row as often as its whole weight says. */
  private static Table repeated(Table table, double[] weights) {
    double[][] cells = cells(table);
    List<double[]> all = new ArrayList<>();
    for (int r = 0; r < cells.length; r++) {
      for (int n = 0; n < weights[r]; n++) {
        all.add(cells[r]);
      }
    }
    return new ArrayTable(table.columns(), all.toArray(double[][]::new));
  }

  /** 0, 1, 2 or 3, so that no class or colour is left without rows. */
  private static double[] weights() {
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, r -> (r * 7) % 4);
    return weights;
  }

  private static Encoder fit(Table table) {
    return EncoderFit.fit(table, Split.usable(table, 2), 2, Activation.IDENTITY);
  }

  @Test
  void theConstantsOfTheColumnsAreThoseOfRepeatedRows() {
    Encoder one = fit(weighted(rows(2), weights()));
    Encoder two = fit(repeated(rows(2), weights()));
    InputCode.Number size = assertInstanceOf(InputCode.Number.class, one.codes().get(0));
    InputCode.Number twin = assertInstanceOf(InputCode.Number.class, two.codes().get(0));
    // Sums of a hundred numbers up to 130 in another order, relative 1e-14.
    assertEquals(twin.center(), size.center(), 1e-12);
    assertEquals(twin.scale(), size.scale(), 1e-12);
    assertEquals(two.codes().get(1), one.codes().get(1));
    TargetCode.Number price = assertInstanceOf(TargetCode.Number.class, one.target());
    TargetCode.Number priceTwin = assertInstanceOf(TargetCode.Number.class, two.target());
    assertEquals(priceTwin.center(), price.center(), 1e-12);
    assertEquals(priceTwin.scale(), price.scale(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, price, l-bfgs", "3, kind, l-bfgs", "4, sold, l-bfgs", "2, price, rprop"})
  void theModelOfAFullBatchPlanIsThatOfRepeatedRows(int column, String target, String optimizer) {
    String plan = "validationShare=0 weightDecay=0.01 epochs=30 optimizer=" + optimizer;
    Table weighted = weighted(rows(column), weights());
    Table repeated = repeated(rows(column), weights());
    double[][] one = new Model(Cases.train(weighted, target, plan)).predict(rows(column));
    double[][] two = new Model(Cases.train(repeated, target, plan)).predict(rows(column));
    for (int r = 0; r < ROWS; r++) {
      for (int o = 0; o < two[r].length; o++) {
        // Weights are kept in single precision: relative 1e-6, as the project promises.
        assertEquals(two[r][o], one[r][o], 1e-6 * Math.max(1, Math.abs(two[r][o])), "row " + r);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, price", "3, kind", "4, sold"})
  void rowsOfWeightZeroLeaveTheBytesThatAbsentRowsLeave(int column, String target) {
    double[] ones = new double[ROWS];
    Arrays.setAll(ones, r -> r % 4 == 1 ? 0 : 1);
    Table absent = repeated(rows(column), ones);
    Table weightless = weighted(rows(column), ones);
    for (String plan :
        List.of(
            "epochs=5",
            "epochs=5 weightDecay=0.01 validationShare=0",
            "epochs=3 optimizer=adam batchSize=7 dropout=0.2 classBalancing=true",
            "epochs=3 optimizer=adam batchSize=7 validationShare=0.3")) {
      byte[] one = ModelFile.toBytes(new Model(Cases.train(weightless, target, plan)));
      byte[] two = ModelFile.toBytes(new Model(Cases.train(absent, target, plan)));
      assertArrayEquals(two, one, plan);
    }
  }

  @Test
  void rowsWithoutATargetAreNotedUnlessTheyWeighNothing() {
    double[][] cells = cells(rows(2));
    cells[3][2] = Double.NaN;
    cells[5][2] = Double.NaN;
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    weights[5] = 0;
    Table table = new ArrayTable(rows(2).columns(), cells, weights);
    assertEquals(
        "1 rows are left out: their target is missing.",
        Cases.train(table, "price", "epochs=2").notes().get(0));
  }
}
