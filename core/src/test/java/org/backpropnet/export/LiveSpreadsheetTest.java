package org.backpropnet.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backpropnet.data.Column;
import org.backpropnet.data.CsvTable;
import org.backpropnet.data.RowReader;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.model.Prediction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LibreOffice works out the formulas and comes to the model's answers. */
class LiveSpreadsheetTest {
  /**
   * Relative to the answer, or absolute below 1. Both work in double precision, so that sums in
   * another order differ by some 1e-15 of their largest term; the wild networks multiply that.
   */
  private static final double TOLERANCE = 1e-9;

  private static final double CHANGED = 3.25;

  @TempDir private static Path folder;

  private static Map<String, Model> models;
  private static Table rows;

  @BeforeAll
  static void workOutAll() throws IOException, InterruptedException {
    models = Networks.all();
    rows = Networks.rows();
    for (Map.Entry<String, Model> entry : models.entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".xlsx");
      Spreadsheet.write(entry.getValue(), rows, Networks.ROWS, file);
    }
    Xlsx number = Xlsx.of(folder.resolve("number.xlsx"));
    number.withNumber("Rows", "D4", CHANGED).save(folder.resolve("number, changed.xlsx"));
    LibreOffice.workOut(folder);
  }

  static Set<String> names() {
    return models.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNetworkAnswersAsTheModelDoes(String name) throws IOException {
    Model model = models.get(name);
    double[][] expected = model.predict(rows);
    CsvTable shown = LibreOffice.sheet(folder, name, RowsSheet.NAME);
    assertEquals(Networks.ROWS, shown.rowCount());
    for (int r = 0; r < Networks.ROWS; r++) {
      if (model.classes().isEmpty()) {
        assertClose(expected[r][0], shown.value(r, RowsSheet.PREDICTION), "row " + (r + 1));
      } else {
        Prediction prediction = new Prediction(model.encoder().target(), expected[r]);
        assertEquals(prediction.label(), text(shown, r), "row " + (r + 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two classes", "many classes", "five layers"})
  void everyClassHasTheModelsProbability(String name) throws IOException {
    Model model = models.get(name);
    double[][] expected = model.predict(rows);
    CsvTable shown = LibreOffice.sheet(folder, name, AnswerSheet.NAME);
    for (int r = 0; r < Networks.ROWS; r++) {
      for (int k = 0; k < expected[r].length; k++) {
        double found = shown.value(r, AnswerSheet.first(model) + k);
        assertClose(expected[r][k], found, "row " + (r + 1) + ", class " + k);
      }
    }
  }

  @Test
  void whatTheNetworkSeesIsWhatTheEncoderMakesOfTheRow() throws IOException {
    for (String name : List.of("number", "thermometers")) {
      Model model = models.get(name);
      RowReader reader = model.bind(rows.columns()).reader();
      CsvTable shown = LibreOffice.sheet(folder, name, InputsSheet.NAME);
      for (int r = 0; r < Networks.ROWS; r++) {
        double[] inputs = reader.vector(rows, r);
        for (int i = 0; i < inputs.length; i++) {
          double found = shown.value(r, InputsSheet.column(i));
          assertClose(inputs[i], found, name + ", row " + (r + 1) + ", input " + (i + 1));
        }
      }
    }
  }

  @Test
  void aChangedRawCellChangesThePredictionAsItDoesInTheModel() throws IOException {
    // The cell of row 3 for the first column, "=1+1", stands behind row, prediction and truth.
    double before = LibreOffice.sheet(folder, "number", RowsSheet.NAME).value(2, 1);
    double after = LibreOffice.sheet(folder, "number, changed", RowsSheet.NAME).value(2, 1);
    Table changed = Networks.changed(rows, 2, 0, CHANGED);
    assertClose(models.get("number").predict(changed, 2).number(), after, "after the change");
    assertTrue(Math.abs(before - after) > 0.01, () -> before + " became " + after);
  }

  private static void assertClose(double expected, double found, String where) {
    assertEquals(expected, found, TOLERANCE * Math.max(1, Math.abs(expected)), where);
  }

  private static String text(CsvTable table, int row) {
    Column.Nominal nominal = (Column.Nominal) table.columns().get(RowsSheet.PREDICTION);
    return nominal.labels().get((int) table.value(row, RowsSheet.PREDICTION));
  }
}
