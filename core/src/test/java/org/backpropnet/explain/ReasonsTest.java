package org.backpropnet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.ArrayTable;
import org.backpropnet.data.Column;
import org.backpropnet.data.Table;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** The reasons of many rows are those that the page gives of one. */
class ReasonsTest {
  private static Table table() {
    List<Column> columns =
        List.of(
            new Column.Numeric("size"),
            new Column.Nominal("colour", List.of("red", "blue")),
            new Column.Numeric("always 1"),
            new Column.Numeric("price"));
    double[][] rows = new double[40][];
    for (int r = 0; r < rows.length; r++) {
      double size = r % 8;
      rows[r] = new double[] {size, r % 2, 1, 10 + 3 * size + 5 * (r % 2) + size * size / 4};
    }
    return new ArrayTable(columns, rows);
  }

  @Test
  void driversAddUpToTheAnswerAndAreThoseOfThePage() {
    Map<Knob, String> knobs = Map.of(Knob.HIDDEN_LAYERS, "4", Knob.EPOCHS, "30");
    Table table = table();
    Model model = BackpropNet.train(table, "price", TrainingPlan.of(knobs), EpochListener.SILENT);
    Question question = new Question(model, table, 5, "");
    CompletePicture page = CompletePicture.of(question);
    Reasons reasons = Reasons.of(question);
    double base = page.fact("16.base").value();
    for (int row = 0; row < table.rowCount(); row++) {
      double sum = base;
      for (Reasons.Reason reason : reasons.of(row)) {
        sum += reason.driver();
      }
      // The model answers in float, the page in double; the answers are about 30.
      assertEquals(reasons.answer(row), sum, 1e-3);
    }
    List<Reasons.Reason> five = reasons.of(5);
    assertEquals(List.of("size", "colour"), five.stream().map(Reasons.Reason::column).toList());
    assertEquals(List.of("5", "blue"), five.stream().map(Reasons.Reason::value).toList());
    double first = page.fact("16.share.0").value();
    assertTrue(
        first == five.get(0).driver() || first == five.get(1).driver(),
        "the strongest driver of the page is one of these");
  }
}
