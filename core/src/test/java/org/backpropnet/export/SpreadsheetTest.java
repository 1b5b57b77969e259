package org.backpropnet.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.train.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file, whichever program opens it. */
class SpreadsheetTest {
  @TempDir private Path folder;

  @Test
  void theSameModelAndRowsGiveTheSameBytes() throws IOException {
    Model model = Networks.train("kind", Knob.EPOCHS, "2");
    Path one = write(model, "one.xlsx");
    Path other = write(model, "other.xlsx");
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    String properties = Xlsx.of(one).parts().get("docProps/core.xml");
    assertFalse(properties.contains("created"), properties);
    assertEquals(List.of("one.xlsx", "other.xlsx"), names(), "nothing else is left");
  }

  @Test
  void aFormulaLooksAtTheRawCellAndALayerLooksAtTheFormula() throws IOException {
    Model model = Networks.train("price", Knob.EPOCHS, "2", Knob.HIDDEN_LAYERS, "2 relu");
    Xlsx file = Xlsx.of(write(model, "a.xlsx"));
    int inputs = model.spec().inputs();
    String last = Sheet.cell(2, inputs).replaceAll("[0-9]", "");

    assertEquals(
        "IF(ISNUMBER(Rows!$D3),MEDIAN(-10000,10000,(Rows!$D3-Columns!$D$2)/Columns!$E$2),"
            + "IF(LEN(Rows!$D3)=0,0,NA()))",
        file.formulas("Inputs").get("B3"));
    assertEquals(
        "SUMPRODUCT(Inputs!$B3:$"
            + last
            + "3,'Weights 1'!$C$2:"
            + fixedLast(inputs)
            + ")"
            + "+'Weights 1'!$B$2",
        file.formulas("Layer 1").get("B3"));
    assertEquals("MAX(0,B3)", file.formulas("Layer 1").get("D3"));
    assertEquals(
        "SUMPRODUCT('Layer 1'!$D3:$E3,'Weights out'!$C$2:$D$2)+'Weights out'!$B$2",
        file.formulas("Layer out").get("B3"));
    assertEquals("Answer!B3", file.formulas("Rows").get("B3"));
  }

  @Test
  void everyRawCellIsUsedAndNoFormulaIsLong() throws IOException {
    for (Map.Entry<String, Model> entry : Networks.all().entrySet()) {
      Model model = entry.getValue();
      if (model.trained().best() == null) {
        continue;
      }
      Xlsx file = Xlsx.of(write(model, "a.xlsx"));
      String formulas = String.join(" ", file.formulas("Inputs").values());
      int used = Job.of(model, Networks.rows(), 1).used().size();
      for (int row = 1; row <= Networks.ROWS; row++) {
        for (int u = 0; u < used; u++) {
          String raw = "Rows!$" + Sheet.cell(row, 3 + u) + ",";
          assertTrue(formulas.contains(raw) || formulas.contains(raw.replace(",", ")")), raw);
        }
      }
      // So many letters take few words: neither the number of inputs nor of rows makes them longer.
      file.formulas("Layer out").values().forEach(f -> assertTrue(f.length() < 200, f));
    }
  }

  @Test
  void whatASpreadsheetCannotHoldIsSaidInWords() {
    Table wide = Networks.rows();
    // One column for the number of the row, two for each unit: one more than there are.
    Model model = Networks.train("price", Knob.HIDDEN_LAYERS, "8192 relu", Knob.EPOCHS, "1");
    says("at most 16384", () -> Spreadsheet.write(model, wide, 2, folder.resolve("w.xlsx")));
    says(
        "at most 1048575",
        () -> Spreadsheet.write(model, wide, 1_048_576, folder.resolve("w.xlsx")));
    assertEquals(List.of(), names(), "no part of a file is left");
  }

  @Test
  void textsThatNoCellHoldsAreSaidInWords() {
    says("without letters", () -> writeLabelled(""));
    says("32767", () -> writeLabelled("x".repeat(32_768)));
  }

  @Test
  void aTableWithoutTheColumnsIsRefused() {
    Model model = Networks.train("price", Knob.EPOCHS, "1");
    Table other = new ArrayTable(List.of(new Column.Numeric("a")), new double[][] {{1}});
    says("expects the columns", () -> Spreadsheet.write(model, other, 1, folder.resolve("x.xlsx")));
  }

  private void writeLabelled(String label) throws IOException {
    List<Column> columns =
        List.of(new Column.Nominal("c", List.of("a", label)), new Column.Numeric("y"));
    Table table = new ArrayTable(columns, new double[][] {{0, 1}, {1, 2}, {0, 3}, {1, 4}});
    Model model = Networks.train(table, "y", Knob.EPOCHS, "1");
    Spreadsheet.write(model, table, 4, folder.resolve("x.xlsx"));
  }

  private static void says(String part, Executable executable) {
    DataException refused = assertThrows(DataException.class, executable);
    assertTrue(refused.getMessage().contains(part), refused::getMessage);
  }

  private static String fixedLast(int inputs) {
    return Sheet.fixed(1, 1 + inputs);
  }

  private Path write(Model model, String name) throws IOException {
    Path path = folder.resolve(name);
    Spreadsheet.write(model, Networks.rows(), Networks.ROWS, path);
    return path;
  }

  private List<String> names() {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : Arrays.stream(names).sorted().toList();
  }
}
