package org.backpropnet.export;

import java.io.IOException;
import org.backpropnet.data.Column;
import org.backpropnet.data.DataException;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.dhatim.fastexcel.Workbook;

/** The user's rows as they are, each with the network's prediction in front. */
final class RowsSheet {
  static final String NAME = "Rows";
  static final int PREDICTION = 1;

  private final Job job;

  RowsSheet(Job job) {
    this.job = job;
  }

  /** The raw cell of a column that the network looks at. */
  static String raw(Job job, int row, int used) {
    return Sheet.on(NAME, "$" + Sheet.cell(row, firstRaw(job) + used));
  }

  private static int firstRaw(Job job) {
    return PREDICTION + (job.truth() < 0 ? 1 : 2);
  }

  void write(Workbook book) throws IOException {
    int first = firstRaw(job);
    try (Sheet sheet = new Sheet(book, NAME, first + job.used().size(), PREDICTION + 1)) {
      sheet.heading(0, "row");
      sheet.heading(PREDICTION, "prediction");
      if (job.truth() >= 0) {
        sheet.heading(PREDICTION + 1, job.model().target());
      }
      for (int u = 0; u < job.used().size(); u++) {
        sheet.heading(first + u, job.used().get(u).name());
      }
      for (int row = 1; row <= job.rows(); row++) {
        sheet.count(row, 0, row);
        prediction(sheet, row);
        if (job.truth() >= 0) {
          cell(sheet, row, PREDICTION + 1, job.truth());
        }
        for (int u = 0; u < job.used().size(); u++) {
          InputCode code = job.used().get(u);
          cell(sheet, row, first + u, job.table().indexOf(code.name()));
          if (code.numeric()) {
            sheet.rawNumber(row, first + u);
          } else {
            sheet.rawLabel(row, first + u);
          }
        }
        sheet.rowDone(row);
      }
    }
  }

  private void prediction(Sheet sheet, int row) {
    TargetCode target = job.model().encoder().target();
    if (job.constant() && target instanceof TargetCode.Classes c) {
      sheet.label(row, PREDICTION, c.labels().get(0));
    } else if (job.constant()) {
      sheet.number(row, PREDICTION, job.model().predict(job.table(), row - 1).number());
    } else {
      sheet.answer(row, PREDICTION, AnswerSheet.prediction(job.model(), row));
    }
  }

  private void cell(Sheet sheet, int row, int place, int column) {
    double value = job.table().value(row - 1, column);
    Column kind = job.table().columns().get(column);
    if (kind instanceof Column.Nominal nominal && !Double.isNaN(value)) {
      String label = nominal.labels().get((int) value);
      if (label.isEmpty()) {
        throw new DataException(
            "Column \""
                + nominal.name()
                + "\" has a label without letters, which a spreadsheet cannot tell from a missing"
                + " cell. Give it a name before training.");
      }
      sheet.label(row, place, label);
    } else if (Double.isFinite(value)) {
      sheet.number(row, place, value);
    }
  }
}
