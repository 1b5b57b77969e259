package org.backpropnet.knime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.backpropnet.data.DataException;
import org.backpropnet.knime.adapter.LearnerCheck.Roles;
import org.junit.jupiter.api.Test;

/** A choice of columns is refused before a row is read, and the message says the way out. */
class LearnerCheckTest {
  private static final HostColumn DATE =
      new HostColumn("sold", HostColumn.Kind.OTHER, Optional.empty(), Double.NaN, Double.NaN);
  private static final List<HostColumn> TABLE =
      List.of(
          HostColumn.number("size"),
          HostColumn.category("zip"),
          HostColumn.category("kind", List.of("flat", "house")),
          HostColumn.number("price"),
          DATE);
  private static final List<String> INPUTS = List.of("size", "zip", "price", "sold");

  private static String refusal(List<HostColumn> table, Roles roles) {
    return assertThrows(DataException.class, () -> LearnerCheck.of(table, roles)).getMessage();
  }

  @Test
  void theTargetAndOtherKindsAreNoInputs() {
    LearnerCheck check = LearnerCheck.of(TABLE, new Roles("price", INPUTS, ""));
    assertEquals(
        List.of("size", "zip", "price"), check.columns().stream().map(HostColumn::name).toList());
    assertEquals(List.of(), check.warnings());
  }

  @Test
  void theWeightIsReadButIsNoInput() {
    Roles roles = new Roles("kind", INPUTS, "size");
    LearnerCheck check = LearnerCheck.of(TABLE, roles);
    assertEquals(
        List.of("size", "zip", "kind", "price"),
        check.columns().stream().map(HostColumn::name).toList());
    assertEquals(
        new ModelShape("kind", List.of("flat", "house"), List.of("price"), List.of("zip")),
        ModelShape.planned(check.columns(), roles));
  }

  @Test
  void noTargetIsRefused() {
    assertTrue(refusal(TABLE, new Roles("", INPUTS, "")).contains("Open the dialog"));
    assertTrue(refusal(TABLE, new Roles(null, INPUTS, "")).contains("Open the dialog"));
  }

  @Test
  void anUnknownTargetIsRefusedWithTheNamesThatThereAre() {
    String message = refusal(TABLE, new Roles("prize", INPUTS, ""));
    assertTrue(message.contains("no column \"prize\""), message);
    assertTrue(message.contains("price"), message);
  }

  @Test
  void aTargetOfAnotherKindIsRefused() {
    String message = refusal(TABLE, new Roles("sold", INPUTS, ""));
    assertTrue(message.contains("neither numbers nor categories"), message);
  }

  @Test
  void classesThatAreNotKnownAreRefusedWithTheNodeThatHelps() {
    String message = refusal(TABLE, new Roles("zip", INPUTS, ""));
    assertTrue(message.contains("Domain Calculator"), message);
  }

  @Test
  void tooManyClassesAreRefusedAndTheMostAreNot() {
    List<String> many = IntStream.range(0, 10_001).mapToObj(String::valueOf).toList();
    HostColumn size = HostColumn.number("size");
    Roles roles = new Roles("id", List.of("size"), "");
    String message = refusal(List.of(size, HostColumn.category("id", many)), roles);
    assertTrue(message.contains("10001 categories"), message);
    assertTrue(message.contains("String to Number"), message);
    LearnerCheck.of(List.of(size, HostColumn.category("id", many.subList(0, 10_000))), roles);
  }

  @Test
  void aConstantTargetIsAWarning() {
    HostColumn size = HostColumn.number("size");
    HostColumn one = HostColumn.category("y", List.of("only"));
    HostColumn same = new HostColumn("y", HostColumn.Kind.NUMBER, Optional.empty(), 3, 3);
    Roles roles = new Roles("y", List.of("size"), "");
    for (HostColumn target : List.of(one, same)) {
      List<String> warnings = LearnerCheck.of(List.of(size, target), roles).warnings();
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0).contains("nothing to learn"), warnings::toString);
    }
  }

  @Test
  void noInputsAreRefused() {
    for (List<String> inputs : List.of(List.<String>of(), List.of("price"), List.of("sold"))) {
      String message = refusal(TABLE, new Roles("price", inputs, ""));
      assertTrue(message.contains("No input column"), message);
    }
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    List<HostColumn> twice = Collections.nCopies(2, HostColumn.number("size"));
    assertTrue(refusal(twice, new Roles("size", INPUTS, "")).contains("Rename one"));
  }

  @Test
  void aWeightMustBeThereAndHaveNumbersAndNotBeTheTarget() {
    assertTrue(refusal(TABLE, new Roles("price", INPUTS, "w")).contains("chosen as weight"));
    assertTrue(refusal(TABLE, new Roles("price", INPUTS, "zip")).contains("has no numbers"));
    assertTrue(refusal(TABLE, new Roles("price", INPUTS, "price")).contains("both"));
  }
}
