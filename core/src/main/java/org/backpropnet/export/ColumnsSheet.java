package org.backpropnet.export;

import java.io.IOException;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.data.TargetCode;
import org.backpropnet.function.Loss;
import org.dhatim.fastexcel.Workbook;

/** What the inputs stand for, one line each, with the numbers and labels that code them. */
final class ColumnsSheet {
  static final String NAME = "Columns";

  private static final int MEANING = 1;
  private static final int RULE = 2;
  private static final int FIRST = 3;
  private static final int SECOND = 4;

  private final Job job;

  ColumnsSheet(Job job) {
    this.job = job;
  }

  /** The cell with an input's centre, lower mark or label. */
  static String first(int input) {
    return Sheet.on(NAME, Sheet.fixed(input + 1, FIRST));
  }

  /** The cell with an input's scale or upper mark. */
  static String second(int input) {
    return Sheet.on(NAME, Sheet.fixed(input + 1, SECOND));
  }

  /** The cell with the answer's centre. */
  static String center(int inputs) {
    return first(inputs);
  }

  /** The cell with the answer's scale. */
  static String scale(int inputs) {
    return second(inputs);
  }

  void write(Workbook book) throws IOException {
    String[] names = job.model().encoder().inputNames();
    InputCode[] owner = owners(names.length);
    try (Sheet sheet = new Sheet(book, NAME, SECOND + 1, MEANING + 1)) {
      List<String> headings =
          List.of("input", "meaning", "becomes", "centre, from, or label", "scale, or to");
      for (int c = 0; c < headings.size(); c++) {
        sheet.heading(c, headings.get(c));
      }
      for (int input = 0; input < names.length; input++) {
        sheet.count(input + 1, 0, input + 1);
        sheet.text(input + 1, MEANING, names[input]);
        line(sheet, input, owner[input]);
        sheet.rowDone(input + 1);
      }
      target(sheet, names.length + 1);
      int row = names.length + 2;
      for (String note : job.model().encoder().notes()) {
        sheet.text(row++, MEANING, note);
      }
    }
  }

  private InputCode[] owners(int inputs) {
    InputCode[] owner = new InputCode[inputs];
    for (InputCode code : job.used()) {
      for (int input : InputFormula.inputs(code)) {
        owner[input] = code;
      }
    }
    return owner;
  }

  private static void line(Sheet sheet, int input, InputCode code) {
    int row = input + 1;
    if (code instanceof InputCode.Number n && input == n.input()) {
      sheet.text(row, RULE, "(number - centre) / scale, kept within 10000; 0 when missing");
      sheet.number(row, FIRST, n.center());
      sheet.number(row, SECOND, n.scale());
    } else if (code instanceof InputCode.Thermometer t && input != t.missingInput()) {
      sheet.text(row, RULE, "(number - from) / (to - from), kept from 0 to 1; 0 when missing");
      sheet.number(row, FIRST, t.marks().get(input - t.firstInput()));
      sheet.number(row, SECOND, t.marks().get(input - t.firstInput() + 1));
    } else if (code instanceof InputCode.Category c && InputFormula.isLevel(c, input)) {
      sheet.text(row, RULE, "1 for this label, else 0");
      sheet.label(row, FIRST, c.levels().get(input - c.firstInput()));
    } else if (code instanceof InputCode.Category c && input == c.otherInput()) {
      sheet.text(row, RULE, "1 for a label that has no line of its own, else 0");
    } else {
      sheet.text(row, RULE, "1 when the cell is empty, else 0");
    }
  }

  private void target(Sheet sheet, int row) {
    sheet.text(row, MEANING, job.model().target());
    if (job.model().encoder().target() instanceof TargetCode.Number n) {
      sheet.text(row, RULE, "the answer: output x scale + centre");
      sheet.number(row, FIRST, n.center());
      sheet.number(row, SECOND, n.scale());
    } else if (job.model().spec().loss().link() == Loss.Link.SIGMOID) {
      sheet.text(row, RULE, "the answer: the output is the probability of the second class");
    } else {
      sheet.text(row, RULE, "the answer: e^score of each class, as a share of their sum");
    }
  }
}
