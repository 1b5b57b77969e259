package org.backpropnet.export;

import java.io.IOException;
import org.backpropnet.data.InputCode;
import org.dhatim.fastexcel.Workbook;

/** What the network sees: each input of each row, as a formula of the raw cell. */
final class InputsSheet {
  static final String NAME = "Inputs";

  private final Job job;

  InputsSheet(Job job) {
    this.job = job;
  }

  /** The column of the sheet that holds an input. */
  static int column(int input) {
    return input + 1;
  }

  void write(Workbook book) throws IOException {
    String[] names = job.model().encoder().inputNames();
    try (Sheet sheet = new Sheet(book, NAME, column(names.length), 1)) {
      sheet.heading(0, "row");
      for (int input = 0; input < names.length; input++) {
        sheet.heading(column(input), names[input]);
      }
      for (int row = 1; row <= job.rows(); row++) {
        sheet.count(row, 0, row);
        for (int u = 0; u < job.used().size(); u++) {
          InputCode code = job.used().get(u);
          String raw = RowsSheet.raw(job, row, u);
          for (int input : InputFormula.inputs(code)) {
            sheet.formula(row, column(input), InputFormula.of(code, input, raw, row));
          }
        }
        sheet.rowDone(row);
      }
    }
  }
}
