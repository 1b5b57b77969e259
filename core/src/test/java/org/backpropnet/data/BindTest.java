package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A model's columns are found in a table by name, or refused in one sentence. */
class BindTest {
  private static final Column SIZE = new Column.Numeric("size");
  private static final Column KIND = new Column.Nominal("kind", List.of("a", "b"));
  private static final Column SAME = new Column.Numeric("same");
  private static final Column TARGET = new Column.Numeric("target");
  private static final Table TABLE =
      new ArrayTable(
          List.of(SIZE, KIND, SAME, TARGET), new double[][] {{-1, 0, 3, 1}, {1, 1, 3, 2}});
  private static final Encoder ENCODER = Columns.fit(TABLE);

  @Test
  void columnsMayComeInAnyOrderAmongOthersAndWithoutTheTarget() {
    Column other = new Column.Nominal("other", List.of("x"));
    Column kind = new Column.Nominal("kind", List.of("b", "a"));
    Table asked = new ArrayTable(List.of(other, kind, SIZE), new double[][] {{0, 0, -1}});
    assertArrayEquals(new double[] {-1, 0, 1}, Columns.vector(ENCODER, asked, 0));
  }

  @Test
  void aMissingColumnIsNamed() {
    refused("has no \"size\"", KIND, TARGET);
  }

  @Test
  void aColumnOfTheWrongKindIsNamed() {
    refused("has \"kind\" as numbers instead of categories", SIZE, new Column.Numeric("kind"));
    refused(
        "has \"size\" as categories instead of numbers",
        new Column.Nominal("size", List.of("small")),
        KIND);
  }

  @Test
  void aColumnThatStandsTwiceIsNamed() {
    refused("has two columns named \"size\" (rename one of them)", SIZE, KIND, SIZE);
  }

  @Test
  void allFaultsComeInOneSentence() {
    refused(
        "has no \"size\", and has \"kind\" as numbers instead of categories",
        new Column.Numeric("kind"));
  }

  @Test
  void aColumnThatWasLeftOutMayBeMissingOrOfAnyKind() {
    ENCODER.bind(List.of(SIZE, KIND));
    ENCODER.bind(List.of(SIZE, KIND, new Column.Nominal("same", List.of("3"))));
    ENCODER.bind(List.of(SIZE, SAME, KIND, SAME));
  }

  @Test
  void theTargetIsLookedForByNameToo() {
    String none = assertThrows(DataException.class, () -> TABLE.indexOf("price")).getMessage();
    assertEquals("The table has no column \"price\". It has [size, kind, same, target].", none);
    Table twice = new ArrayTable(List.of(TARGET, TARGET), new double[][] {{1, 2}});
    String two = assertThrows(DataException.class, () -> twice.indexOf("target")).getMessage();
    assertEquals("The table has two columns named \"target\". Rename one of them.", two);
  }

  @Test
  void aTargetOfTheWrongKindIsRefused() {
    TargetCode classes = new TargetCode.Classes("t", List.of("a", "b"));
    assertThrows(DataException.class, () -> Dataset.classIndex(classes, new Column.Numeric("t")));
    assertThrows(DataException.class, () -> Dataset.classIndex(ENCODER.target(), KIND));
  }

  private static void refused(String fault, Column... columns) {
    String message =
        assertThrows(DataException.class, () -> ENCODER.bind(List.of(columns))).getMessage();
    assertEquals(
        "This model expects the columns [size, kind, same]; the table " + fault + ".", message);
  }
}
