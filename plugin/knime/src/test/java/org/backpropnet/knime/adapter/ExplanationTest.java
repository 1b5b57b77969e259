package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.data.WeightedTable;
import org.backpropnet.explain.CompletePicture;
import org.backpropnet.explain.Fact;
import org.backpropnet.explain.Question;
import org.backpropnet.explain.Verify;
import org.backpropnet.knime.adapter.Explanation.Driver;
import org.backpropnet.knime.adapter.Explanation.Request;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** What the Explainer tells: page, facts and drivers of one model and its rows. */
class ExplanationTest {
  private static final List<HostColumn> COLUMNS =
      List.of(
          HostColumn.number("size"),
          HostColumn.category("colour"),
          HostColumn.number("price"),
          HostColumn.category("kind", List.of("cheap", "dear")));

  private static final class Patient implements Watch<IOException> {
    final List<String> messages = new ArrayList<>();
    boolean stop;

    @Override
    public void progress(double share, String message) {
      messages.add(message);
    }

    @Override
    public void check() throws IOException {
      if (stop) {
        throw new IOException("called off");
      }
    }
  }

  private static Table table(List<HostColumn> columns, int rows) {
    TableReading reading = new TableReading(columns, rows);
    for (int row = 0; row < rows; row++) {
      double size = row % 9;
      double price = 10 + 3 * size + 5 * (row % 2) + size * size / 4;
      Map<String, Object> cells = new HashMap<>();
      cells.put("size", size);
      cells.put("colour", row % 2 == 0 ? "red" : "blue");
      cells.put("price", price);
      cells.put("kind", price < 25 ? "cheap" : "dear");
      cells.put("weight", 1.0 + row % 3);
      reading.add(new Cells(columns.stream().map(c -> cells.get(c.name())).toArray()));
    }
    return reading.table();
  }

  private static Model model(Table table, String target) {
    return model(table, target, Map.of());
  }

  private static Model model(Table table, String target, Map<Knob, String> more) {
    Map<Knob, String> plan = new HashMap<>(Map.of(Knob.EPOCHS, "20", Knob.HIDDEN_LAYERS, "4"));
    plan.putAll(more);
    return BackpropNet.train(table, target, TrainingPlan.of(plan), EpochListener.SILENT);
  }

  private static List<HostColumn> without(String name) {
    return COLUMNS.stream().filter(c -> !c.name().equals(name)).toList();
  }

  @Test
  void thePageIsThatOfTheCoreAndHolds() throws IOException {
    Table table = table(without("kind"), 60);
    Model model = model(table, "price");
    Patient watch = new Patient();
    Explanation told = Explanation.of(model, table, new Request(8, " dollars ", 3), watch);
    CompletePicture page = CompletePicture.of(new Question(model, table, 7, "dollars"));
    assertEquals(page.html(), told.page());
    assertEquals(List.of(), Verify.of(told.page(), model, table, true).faults(told.page()));
    assertEquals(List.of("Explaining the model"), watch.messages);
  }

  @Test
  void factsAreTheSingleNumbersOfThePageEachWithASentence() throws IOException {
    Table table = table(without("price"), 60);
    Model model = model(table, "kind", Map.of(Knob.RESTARTS, "3", Knob.VOTE, "true"));
    Explanation told = Explanation.of(model, table, new Request(1, "", 0), new Patient());
    assertTrue(told.facts().size() > 50, "facts: " + told.facts().size());
    for (Fact fact : told.facts()) {
      assertTrue(told.page().contains("\"id\":\"" + fact.id() + "\""), fact.id());
      assertFalse(fact.how().isBlank(), fact.id());
      assertEquals(1, fact.values().length);
    }
    assertEquals(List.of(), told.drivers());
  }

  @Test
  void driversOfEachToldRowAddUpToItsAnswer() throws IOException {
    Table table = table(without("kind"), 60);
    Model model = model(table, "price");
    Explanation told = Explanation.of(model, table, new Request(8, "", 6), new Patient());
    double base =
        told.facts().stream()
            .filter(f -> f.id().equals("16.base"))
            .findFirst()
            .orElseThrow()
            .value();
    Map<Integer, Double> sums = new HashMap<>();
    Map<Integer, Double> answers = new HashMap<>();
    for (Driver driver : told.drivers()) {
      sums.merge(driver.row(), driver.driver(), Double::sum);
      answers.put(driver.row(), driver.answer());
    }
    assertEquals(6, sums.size());
    assertTrue(sums.containsKey(7), "the explained row is among them");
    // The model answers in float, the page in double; the answers are about 30.
    sums.forEach((row, sum) -> assertEquals(answers.get(row), base + sum, 1e-3));
    assertEquals(2 * 6, told.drivers().size());
    assertEquals("blue", told.drivers().stream().filter(d -> d.row() == 7).toList().get(1).value());
  }

  @Test
  void rowsAreSpreadEvenlyAndTheExplainedOneIsAmongThemAndTheLimitHolds() {
    assertEquals(List.of(0, 25, 50, 75), new Request(1, "", 4).told(100));
    assertEquals(List.of(0, 26, 50, 75), new Request(27, "", 4).told(100));
    assertEquals(List.of(99), new Request(100, "", 1).told(100));
    assertEquals(List.of(0, 1, 2), new Request(2, "", 100).told(3));
    assertEquals(List.of(), new Request(2, "", 0).told(3));
  }

  @Test
  void columnsThatTheTrainingLeftOutAreReadToo() {
    List<HostColumn> columns = new ArrayList<>(without("kind"));
    Table table = table(columns, 40);
    Model model = model(table, "price");
    columns.add(2, HostColumn.number("not known"));
    columns.add(HostColumn.number("weight"));
    List<String> read =
        Explanation.columns(model, columns, "weight").stream().map(HostColumn::name).toList();
    assertEquals(List.of("size", "colour", "price", "weight"), read);
  }

  @Test
  void weightsThatTheLearnerHadCountHereToo() throws IOException {
    List<HostColumn> columns = new ArrayList<>(without("kind"));
    columns.add(HostColumn.number("weight"));
    Table table = new WeightedTable(table(columns, 60), "weight");
    Model model = model(table, "price");
    Explanation told = Explanation.of(model, table, new Request(1, "", 1), new Patient());
    assertEquals(CompletePicture.of(new Question(model, table, 0, "")).html(), told.page());
  }

  @Test
  void whatTheTableLacksIsOneClearError() {
    Model model = model(table(without("kind"), 40), "price");
    ModelShape shape = ModelShape.of(model);
    assertSays("no column \"price\" with the truth, numbers", shape, without("price"), "");
    assertSays("\"size\" is missing", shape, without("size"), "");
    assertSays("no column of numbers \"colour\"", shape, COLUMNS, "colour");
    Explanation.check(shape, COLUMNS, "size");
  }

  private static void assertSays(
      String words, ModelShape shape, List<HostColumn> table, String weight) {
    String message =
        assertThrows(DataException.class, () -> Explanation.check(shape, table, weight))
            .getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void aRowThatIsNotThereIsRefused() {
    Table table = table(without("kind"), 40);
    Model model = model(table, "price");
    String message =
        assertThrows(
                DataException.class,
                () -> Explanation.of(model, table, new Request(41, "", 1), new Patient()))
            .getMessage();
    assertTrue(message.contains("Row to explain is 41") && message.contains("1 to 40"), message);
    assertThrows(DataException.class, () -> new Request(1, "", 1).requireRow(0));
  }

  @Test
  void whoCallsItOffWaitsForNothingAndLeavesNoThread() {
    Table table = table(without("kind"), 2000);
    Model model = model(table, "price", Map.of(Knob.OPTIMIZER, "adam", Knob.EPOCHS, "1"));
    Patient watch = new Patient();
    watch.stop = true;
    assertThrows(
        IOException.class, () -> Explanation.of(model, table, new Request(1, "", 100), watch));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("Backprop Net explaining")));
  }

  @Test
  void aPageIsCutIntoPartsBetweenCharacters() {
    String page = "x".repeat(9_999) + "\uD83C\uDFE0".repeat(10_000);
    List<String> parts = Explanation.parts(page);
    assertEquals(page, String.join("", parts));
    for (String part : parts) {
      assertTrue(part.length() <= 10_000);
      assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }
  }

  @Test
  void aViewWithoutAPageIsEmpty() {
    assertEquals("{}", Explanation.viewData("price", ""));
    assertTrue(Explanation.viewData("price", "<p>").contains("\"picture\":\"\\u003cp>\""));
  }
}
