package org.backpropnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backpropnet.data.TableOptions.Kind;
import org.backpropnet.math.SplitMix;
import org.junit.jupiter.api.Test;

/** Broken files give a DataException or a table, never anything else; whole ones come back. */
class CsvFuzzTest {
  private static final String GOOD =
      "\uFEFFsize,\"colour, \"\"dyed\"\"\",zip,price\r\n"
          + "1.5,red,98701,12e3\r\n"
          + "?,\"light\nblue\",98702,-7\r\n"
          + "2,NA,98701,\"\"\r\n"
          + ",\"gr\u00fcn\",\"98703\",.5\r\n";

  private static final byte[] SPECIAL = "\",;\t\r\n ?NA.-+e0\0".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aThousandMutationsGiveATableOrADataException() {
    SplitMix random = SplitMix.of(2024, 1);
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    int tables = 0;
    int errors = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = good;
      for (int m = 1 + random.nextInt(4); m > 0; m--) {
        bytes = mutated(bytes, random);
      }
      try {
        check(CsvTable.parse("t.csv", bytes, options(random)));
        tables++;
      } catch (DataException e) {
        assertTrue(e.getMessage().startsWith("t.csv"), e.getMessage());
        errors++;
      }
    }
    // Both ways must be walked for this to be a test: each takes more than a tenth.
    assertTrue(tables > 100 && errors > 100, tables + " tables, " + errors + " errors");
  }

  /** Every cell can be read, and has a label if it is one. */
  private static void check(CsvTable table) {
    for (int c = 0; c < table.columns().size(); c++) {
      int labels =
          table.columns().get(c) instanceof Column.Nominal nominal ? nominal.labels().size() : -1;
      for (int r = 0; r < table.rowCount(); r++) {
        double value = table.value(r, c);
        if (labels >= 0 && !Double.isNaN(value)) {
          assertTrue(value == Math.rint(value) && value >= 0 && value < labels);
        } else {
          assertTrue(Double.isFinite(value) || Double.isNaN(value));
        }
      }
    }
  }

  private static TableOptions options(SplitMix random) {
    return switch (random.nextInt(4)) {
      case 0 -> TableOptions.AUTO.separatedBy(",;\t".charAt(random.nextInt(3)));
      case 1 -> TableOptions.AUTO.with("zip", Kind.CATEGORIES).with("size", Kind.NUMBERS);
      default -> TableOptions.AUTO;
    };
  }

  private static byte[] mutated(byte[] bytes, SplitMix random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(bytes, at, new byte[0], at + 1);
      case 2 -> joined(bytes, at, new byte[] {SPECIAL[random.nextInt(SPECIAL.length)]}, at);
      case 3 -> joined(bytes, at, new byte[] {SPECIAL[random.nextInt(SPECIAL.length)]}, at + 1);
      case 4 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      default -> joined(bytes, bytes.length, bytes, at);
    };
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int rest) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, end);
    all.writeBytes(middle);
    all.write(bytes, rest, bytes.length - rest);
    return all.toByteArray();
  }

  @Test
  void whatIsWrittenComesBackExactly() {
    SplitMix random = SplitMix.of(2024, 2);
    for (int round = 0; round < 200; round++) {
      char separator = ",;\t".charAt(random.nextInt(3));
      String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
      List<String> labels = new ArrayList<>();
      List<Double> numbers = new ArrayList<>();
      StringBuilder text = new StringBuilder("text" + separator + "number" + end);
      for (int r = 1 + random.nextInt(20); r > 0; r--) {
        labels.add(label(random));
        numbers.add(number(random));
        text.append(CsvCell.of(labels.get(labels.size() - 1))).append(separator);
        text.append(CsvCell.of(numbers.get(numbers.size() - 1))).append(end);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      TableOptions options = TableOptions.AUTO.with("text", Kind.CATEGORIES);
      CsvTable table = CsvTable.parse("t.csv", bytes, options.with("number", Kind.NUMBERS));
      List<String> found = ((Column.Nominal) table.columns().get(0)).labels();
      assertEquals(labels.size(), table.rowCount());
      for (int r = 0; r < table.rowCount(); r++) {
        assertEquals(labels.get(r), found.get((int) table.value(r, 0)));
        assertEquals(numbers.get(r), Double.valueOf(table.value(r, 1)));
      }
    }
  }

  /** Anything that is Unicode, but not empty and without the zero character. */
  private static String label(SplitMix random) {
    if (random.nextInt(8) == 0) {
      return List.of("NA", "?", " ", "\"", "\r\n", "\uFEFF", "1,5").get(random.nextInt(7));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int point = random.nextInt(3) == 0 ? 1 + random.nextInt(0x10FFFF) : 1 + random.nextInt(126);
      boolean halfOfAPair = point >= 0xD800 && point <= 0xDFFF;
      text.appendCodePoint(halfOfAPair ? '"' : point);
    }
    return text.toString();
  }

  private static double number(SplitMix random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100_000) / 100.0;
      case 1 -> random.nextDouble();
      default -> Double.isFinite(any) ? any : Double.NaN;
    };
  }

  @Test
  void numbersAreWrittenInTheirShortestForm() {
    assertEquals("0.1", CsvCell.of(0.1));
    assertEquals("100", CsvCell.of(100.0));
    assertEquals("-0", CsvCell.of(-0.0));
    assertEquals("", CsvCell.of(Double.NaN));
    assertEquals("2E+23", CsvCell.of(2e23));
    assertEquals("0.002", CsvCell.of(2e-3));
    assertEquals("1.5E-10", CsvCell.of(1.5e-10));
    assertEquals("10000000000", CsvCell.of(1e10));
    assertEquals(Double.MAX_VALUE, Double.parseDouble(CsvCell.of(Double.MAX_VALUE)), 0);
    assertEquals(Double.MIN_VALUE, Double.parseDouble(CsvCell.of(Double.MIN_VALUE)), 0);
  }
}
