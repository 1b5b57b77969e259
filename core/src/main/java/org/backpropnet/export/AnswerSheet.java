package org.backpropnet.export;

import java.io.IOException;
import java.util.List;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Loss;
import org.backpropnet.model.Model;
import org.dhatim.fastexcel.Workbook;

/** From the output layer to the answer: a number in the user's unit, or a probability per class. */
final class AnswerSheet {
  static final String NAME = "Answer";

  private final Job job;
  private final LayerSheet out;

  AnswerSheet(Job job) {
    this.job = job;
    out = new LayerSheet(job, job.model().spec().hidden().size());
  }

  private static boolean softmax(Model model) {
    return model.spec().loss().link() == Loss.Link.SOFTMAX;
  }

  /** Column of the first answer; in front of softmax stand the powers of e. */
  static int first(Model model) {
    return softmax(model) ? 1 + model.classes().size() : 1;
  }

  /**
   * What stands beside the raw row: the number, or the most probable class; of equals the first.
   */
  static String prediction(Model model, int row) {
    int first = first(model);
    if (model.encoder().target() instanceof TargetCode.Number) {
      return Sheet.on(NAME, Sheet.cell(row, first));
    }
    int last = first + model.classes().size() - 1;
    String here = Sheet.on(NAME, Sheet.across(row, first, last));
    String labels = Sheet.on(NAME, Sheet.fixedAcross(0, first, last));
    return "INDEX(" + labels + ",1,MATCH(MAX(" + here + ")," + here + ",0))";
  }

  void write(Workbook book) throws IOException {
    Model model = job.model();
    List<String> labels = model.classes();
    int first = first(model);
    try (Sheet sheet = new Sheet(book, NAME, first + Math.max(1, labels.size()), 1)) {
      sheet.heading(0, "row");
      for (int k = 0; k < labels.size(); k++) {
        sheet.labelHeading(first + k, labels.get(k));
        if (softmax(model)) {
          sheet.heading(1 + k, "e^(score - highest) of " + labels.get(k));
        }
      }
      if (labels.isEmpty()) {
        sheet.heading(first, model.target());
      }
      for (int row = 1; row <= job.rows(); row++) {
        sheet.count(row, 0, row);
        if (labels.isEmpty()) {
          number(sheet, row);
        } else if (softmax(model)) {
          shares(sheet, row, labels.size());
        } else {
          yesOrNo(sheet, row);
        }
        sheet.rowDone(row);
      }
    }
  }

  private void number(Sheet sheet, int row) {
    int inputs = job.model().spec().inputs();
    sheet.answer(
        row,
        1,
        out.output(row, 0) + "*" + ColumnsSheet.scale(inputs) + "+" + ColumnsSheet.center(inputs));
  }

  private void yesOrNo(Sheet sheet, int row) {
    sheet.answer(row, 1, "1-" + out.output(row, 0));
    sheet.answer(row, 2, out.output(row, 0));
  }

  private void shares(Sheet sheet, int row, int classes) {
    String all = Sheet.across(row, 1, classes);
    for (int k = 0; k < classes; k++) {
      sheet.formula(row, 1 + k, "EXP(" + out.output(row, k) + "-MAX(" + out.outputs(row) + "))");
      sheet.answer(row, 1 + classes + k, Sheet.cell(row, 1 + k) + "/SUM(" + all + ")");
    }
  }
}
