package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.backpropnet.BackpropNet;
import org.backpropnet.data.DataException;
import org.backpropnet.data.Table;
import org.backpropnet.model.Interval;
import org.backpropnet.model.Model;
import org.backpropnet.train.EpochListener;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.junit.jupiter.api.Test;

/** A model answers the rows of another table. */
class AnswersTest {
  private static final List<HostColumn> COLUMNS =
      List.of(
          HostColumn.number("size"),
          HostColumn.category("zip"),
          HostColumn.category("kind", List.of("house", "flat")));
  private static final TrainingPlan PLAN =
      TrainingPlan.of(Map.of(Knob.EPOCHS, "3", Knob.HIDDEN_LAYERS, "3"));

  private static Cells row(int i) {
    return new Cells(i % 7 + 0.5, "zip " + i % 3, i % 7 < 3 ? "flat" : "house");
  }

  private static Table table() {
    TableReading reading = new TableReading(COLUMNS, 60);
    for (int i = 0; i < 60; i++) {
      reading.add(row(i));
    }
    return reading.table();
  }

  private static Model classes() {
    return BackpropNet.train(table(), "kind", PLAN, EpochListener.SILENT);
  }

  private static Model numbers() {
    return BackpropNet.train(table(), "size", PLAN, EpochListener.SILENT);
  }

  @Test
  void theyAreThoseOfTheModelBitForBit() {
    Model model = classes();
    Table table = table();
    Answers answers = new Answers(model, COLUMNS, true);
    for (int i = 0; i < 60; i++) {
      List<Object> expected = new ArrayList<>(List.of(model.predict(table, i).label()));
      for (double p : model.predict(table, i).values()) {
        expected.add(p);
      }
      assertEquals(expected, answers.of(row(i)));
    }
    assertEquals("", answers.warning());
  }

  @Test
  void aNumberIsAnsweredAsANumberWithoutProbabilities() {
    Model model = numbers();
    Answers answers = new Answers(model, COLUMNS, true);
    assertEquals(List.of(model.predict(table(), 4).number()), answers.of(row(4)));
  }

  @Test
  void aNumberGetsAnIntervalIfAskedForAndAClassHasNone() {
    Model model = numbers();
    double answer = model.predict(table(), 4).number();
    Interval interval = model.interval(answer, 0.8);
    assertEquals(
        List.of(answer, interval.lower(), interval.upper()),
        new Answers(model, COLUMNS, true, OptionalDouble.of(0.8)).of(row(4)));
    assertEquals(
        List.of("Prediction (size)", "Lower (size)", "Upper (size)"),
        Answers.names(ModelShape.of(model), "", "", List.of()));
    Model classes = classes();
    assertEquals(
        new Answers(classes, COLUMNS, true).of(row(4)),
        new Answers(classes, COLUMNS, true, OptionalDouble.of(0.8)).of(row(4)));
  }

  @Test
  void anIntervalThatTheModelCannotPromiseIsRefusedBeforeTheFirstRow() {
    OptionalDouble sure = OptionalDouble.of(0.999);
    String message =
        assertThrows(DataException.class, () -> new Answers(numbers(), COLUMNS, true, sure))
            .getMessage();
    assertTrue(message.startsWith("This model's intervals cannot promise 0.999"), message);
    OptionalDouble percent = OptionalDouble.of(90);
    assertThrows(
        IllegalArgumentException.class, () -> new Answers(numbers(), COLUMNS, true, percent));
  }

  @Test
  void columnsAreFoundByNameInAnyOrderAndOthersAreLeftAlone() {
    Model model = classes();
    HostColumn date =
        new HostColumn(
            "sold", HostColumn.Kind.OTHER, java.util.Optional.empty(), Double.NaN, Double.NaN);
    List<HostColumn> other = List.of(date, HostColumn.category("zip"), HostColumn.number("size"));
    Answers answers = new Answers(model, other, false);
    assertEquals(
        List.of(model.predict(table(), 8).label()),
        answers.of(new Cells("a date", "zip 2", 8 % 7 + 0.5)));
  }

  @Test
  void missingAndUnseenCellsAreAnsweredAndCounted() {
    Answers answers = new Answers(classes(), COLUMNS, false);
    answers.of(new Cells(null, "nowhere", null));
    answers.of(new Cells(Double.POSITIVE_INFINITY, null, null));
    assertEquals(
        "The rows were predicted in spite of 3 missing cells and 1 cells with a category that"
            + " training did not see or hardly saw.",
        answers.warning());
  }

  @Test
  void numbersThatWereLearnedFromTextsAreReadFromThem() {
    List<HostColumn> texts =
        List.of(
            HostColumn.category("size"), HostColumn.category("zip"), HostColumn.category("kind"));
    TableReading reading = new TableReading(texts, 60);
    for (int i = 0; i < 60; i++) {
      String size = i % 9 == 8 ? "n/a" : i + ".5";
      reading.add(new Cells(size, "zip " + i % 3, i < 30 ? "flat" : "house"));
    }
    Table table = reading.table();
    Model model = BackpropNet.train(table, "kind", PLAN, EpochListener.SILENT);
    assertTrue(model.encoder().codes().get(0).numeric());
    ModelShape shape = ModelShape.of(model);
    shape.requireInputs(texts);
    shape.requireInputs(COLUMNS);
    Answers answers = new Answers(model, texts, true);
    Answers numbers = new Answers(model, COLUMNS, true);
    for (int i = 0; i < 8; i++) {
      String zip = "zip " + i % 3;
      List<Object> expected = answers.of(new Cells(i + ".50", zip, null));
      assertEquals(expected, numbers.of(new Cells(i + 0.5, zip, null)));
      assertEquals(model.predict(table, i).values()[0], expected.get(1));
    }
    assertEquals("", answers.warning());
    answers.of(new Cells("soon", "zip 1", null));
    assertEquals(
        "The rows were predicted in spite of 1 missing cells.", answers.warning(), "no number");
  }

  @Test
  void namesAreThoseThatUsersOfKnimeKnow() {
    ModelShape shape = ModelShape.of(classes());
    assertEquals(
        List.of("Prediction (kind)", "P (kind=flat)", "P (kind=house)"),
        Answers.names(shape, "", "", List.of("size")));
    assertEquals(
        List.of("guess (#2)", "P (kind=flat) NN", "P (kind=house) NN"),
        Answers.names(shape, "guess", " NN", List.of("guess", "guess (#1)")));
  }

  @Test
  void aTableThatDoesNotFitIsRefusedOnceForAllItsColumns() {
    ModelShape shape = ModelShape.of(classes());
    DataException refused =
        assertThrows(
            DataException.class, () -> shape.requireInputs(List.of(HostColumn.number("zip"))));
    assertEquals(
        "The model that predicts \"kind\" does not fit this table: column \"size\" is missing,"
            + " column \"zip\" has no categories. Bring the columns under the names that it was"
            + " trained with.",
        refused.getMessage());
    shape.requireInputs(COLUMNS);
    assertThrows(
        DataException.class, () -> new Answers(classes(), List.of(HostColumn.number("zip")), true));
  }

  @Test
  void theShapeKeepsClassesInTheOrderOfTheProbabilities() {
    assertEquals(
        new ModelShape("kind", List.of("flat", "house"), List.of("size"), List.of("zip")),
        ModelShape.of(classes()));
    LearnerCheck.Roles roles = new LearnerCheck.Roles("kind", List.of("size", "zip"), "");
    assertEquals(ModelShape.of(classes()), ModelShape.planned(COLUMNS, roles));
    assertTrue(ModelShape.of(numbers()).classes().isEmpty());
  }

  @Test
  void oneRowAndOneClassGiveAModelThatAnswersIt() {
    Table one = Cells.read(COLUMNS, new Cells(1.0, "a", "flat")).table();
    Model model = BackpropNet.train(one, "kind");
    assertEquals(
        List.of("flat", 1.0), new Answers(model, COLUMNS, true).of(new Cells(5.0, "b", null)));
  }
}
