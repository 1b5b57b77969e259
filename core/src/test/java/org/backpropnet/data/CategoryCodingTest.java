package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How cells of nominal columns become inputs. */
class CategoryCodingTest {
  private static final double NAN = Double.NaN;
  private static final List<String> ABC = List.of("c", "a", "b");

  @Test
  void eachLabelHasAnInputInTheOrderOfCodePoints() {
    Table table = Columns.category("k", ABC, 0, 1, 2);
    Encoder encoder = Columns.fit(table);
    assertArrayEquals(new String[] {"k=a", "k=b", "k=c"}, encoder.inputNames());
    assertArrayEquals(new double[] {0, 0, 1}, Columns.vector(encoder, table, 0));
    assertArrayEquals(new double[] {1, 0, 0}, Columns.vector(encoder, table, 1));
    assertArrayEquals(new double[] {0, 1, 0}, Columns.vector(encoder, table, 2));
  }

  @Test
  void lettersBehindTheFirst65536AreSortedByTheirCodePointToo() {
    String replacement = "\uFFFD";
    String smile = "\uD83D\uDE00";
    Encoder encoder = Columns.fit(Columns.category("k", List.of(smile, replacement), 0, 1));
    assertArrayEquals(new String[] {"k=" + replacement, "k=" + smile}, encoder.inputNames());
  }

  @Test
  void orderAndPaddingOfTheHeaderDoNotReachTheEncoder() {
    Encoder plain = Columns.fit(Columns.category("k", ABC, 0, 1, 2, 0));
    List<String> padded = List.of("x", "b", "y", "a", "c", "z");
    assertEquals(plain, Columns.fit(Columns.category("k", padded, 4, 3, 1, 4)));
  }

  @Test
  void aMissingCellRaisesItsFlag() {
    Table table = Columns.category("k", ABC, 1, NAN, 2);
    Encoder encoder = Columns.fit(table);
    assertArrayEquals(new String[] {"k=a", "k=b", "k is missing"}, encoder.inputNames());
    assertArrayEquals(new double[] {0, 0, 1}, Columns.vector(encoder, table, 1));
  }

  @Test
  void unseenAndMissingCellsAreAllZerosWhereTrainingHadNeither() {
    Encoder encoder = Columns.fit(Columns.category("k", ABC, 0, 1, 2));
    Table asked = Columns.category("k", List.of("new", "b"), 0, NAN, 1);
    RowReader reader = encoder.bind(asked.columns());
    assertArrayEquals(new double[] {0, 0, 0}, reader.vector(asked, 0));
    assertArrayEquals(new double[] {0, 0, 0}, reader.vector(asked, 1));
    assertArrayEquals(new double[] {0, 1, 0}, reader.vector(asked, 2));
    assertArrayEquals(new int[] {0, 1}, reader.surprises(asked, 0));
    assertArrayEquals(new int[] {1, 0}, reader.surprises(asked, 1));
    assertArrayEquals(new int[] {0, 0}, reader.surprises(asked, 2));
  }

  @Test
  void rareLabelsOfALongListShareOneInputWithThoseThatTrainingNeverSaw() {
    List<String> labels = labels(EncoderFit.POOL_FROM_LEVELS);
    double[] cells = new double[2 * labels.size() - 2];
    for (int i = 0; i < cells.length; i++) {
      // All twice, but the last two once.
      cells[i] = i < labels.size() ? i : i - labels.size();
    }
    Encoder encoder = Columns.fit(Columns.category("k", labels, cells));
    assertEquals(labels.size() - 2 + 1, encoder.inputs());
    assertEquals("k=(other)", encoder.inputNames()[encoder.inputs() - 1]);
    List<String> host = new ArrayList<>(labels);
    host.add("new");
    Table asked = Columns.category("k", host, 0, labels.size() - 1, labels.size());
    assertArrayEquals(new int[] {0}, active(encoder, asked, 0));
    assertArrayEquals(new int[] {encoder.inputs() - 1}, active(encoder, asked, 1));
    assertArrayEquals(new int[] {encoder.inputs() - 1}, active(encoder, asked, 2));
  }

  @Test
  void shortListsOfLabelsArePooledNever() {
    List<String> labels = labels(EncoderFit.POOL_FROM_LEVELS - 1);
    double[] each = IntStream.range(0, labels.size()).asDoubleStream().toArray();
    assertEquals(labels.size(), Columns.fit(Columns.category("k", labels, each)).inputs());
  }

  @Test
  void tenThousandLabelsMakeNoWideRows() {
    List<String> labels = labels(10_000);
    double[] cells = IntStream.range(0, 20_000).mapToDouble(i -> i % 10_000).toArray();
    Table table = Columns.category("zip", labels, cells);
    Encoder encoder = Columns.fit(table);
    Dataset data = Dataset.encode(encoder, table, Columns.all(table));
    assertEquals(10_000, encoder.inputs());
    assertEquals(0, data.dense()[0].length);
    assertArrayEquals(new int[] {7}, data.active()[7]);
    assertArrayEquals(new int[] {7}, data.active()[10_007]);
  }

  @Test
  void columnsThatSayNothingAreLeftOutAndSaidSo() {
    Encoder same = Columns.fit(Columns.category("k", ABC, 1, 1));
    Encoder empty = Columns.fit(Columns.category("k", ABC, NAN, NAN));
    List<String> names = labels(20);
    double[] each = IntStream.range(0, 20).asDoubleStream().toArray();
    Encoder identity = Columns.fit(Columns.category("k", names, each));
    assertEquals(
        List.of("Column \"k\" is left out: it is \"a\" in every training row."), same.notes());
    assertEquals(
        List.of("Column \"k\" is left out: it is missing in every training row."), empty.notes());
    assertEquals(
        List.of("Column \"k\" is left out: none of its 20 labels occurs in two rows."),
        identity.notes());
    assertEquals(0, same.inputs() + empty.inputs() + identity.inputs());
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> String.format("z%05d", i)).toList();
  }

  private static int[] active(Encoder encoder, Table table, int row) {
    RowReader reader = encoder.bind(table.columns());
    EncodedRow coded = reader.room();
    reader.read(table, row, coded);
    return coded.active();
  }
}
